"""Several pictures that belong together."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.pages.blocks import PictureBlock
from portal.pages.pictures import GALLERY, TEXT


class GalleryBlock(blocks.StructBlock):
    """Pictures beside each other, each with its own words: two in a row, one under the other on a phone."""

    title = blocks.CharBlock(required=False, max_length=120, label=_("title"))
    pictures = blocks.ListBlock(
        PictureBlock(), min_num=2, max_num=12, label=_("pictures"), help_text=_("Two to twelve.")
    )

    class Meta:
        icon = "image"
        label = _("gallery")
        template = "portal/pages/blocks/gallery.html"

    def get_context(self, value, parent_context=None):
        block = self.child_blocks["pictures"].child_block
        # Of an odd number the first has a row of its own.
        wide = len(value["pictures"]) % 2
        shown = [
            {"picture": block.shown(one, TEXT if place < wide else GALLERY), "words": one}
            for place, one in enumerate(value["pictures"])
        ]
        return {**super().get_context(value, parent_context), "pictures": [row for row in shown if row["picture"]]}
