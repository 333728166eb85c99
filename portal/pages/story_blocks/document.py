"""A document to take along: what it is called, of which kind it is and how large."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents import get_document_model

from portal.pages.choosing import DocumentChooser
from portal.pages.openness import open_documents


def public_documents(keys):
    """{primary key: document} of those that anybody may open, in one query."""
    found = get_document_model().objects.filter(open_documents(), pk__in=keys).in_bulk()
    for document in found.values():
        document.is_open = True
    return found


def is_open(document):
    """Whether anybody may open a document; asked anew unless public_documents gave it."""
    if document is None:
        return False
    return getattr(document, "is_open", False) or bool(public_documents([document.pk]))


class DocumentBlock(blocks.StructBlock):
    """One document of the library."""

    document = DocumentChooser(label=_("document"))
    about = blocks.CharBlock(
        required=False, max_length=160, label=_("what it is"), help_text=_("In a few words, below the title.")
    )

    class Meta:
        icon = "doc-full"
        label = _("document")
        template = "portal/pages/blocks/document.html"

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned["document"] is not None and not is_open(cleaned["document"]):
            private = _(
                "This document is not public. Put it into a collection that everybody may see, or choose another."
            )
            raise StructBlockValidationError({"document": ValidationError(private)})
        return cleaned

    def get_context(self, value, parent_context=None):
        # It may have gone, or have become private, since it was chosen.
        shown = value["document"] if is_open(value["document"]) else None
        return {**super().get_context(value, parent_context), "document": shown}
