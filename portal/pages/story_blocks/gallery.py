"""Several pictures that belong together."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.pages.blocks import PictureBlock
from portal.pages.pictures import GALLERY


class GalleryPictureBlock(PictureBlock):
    """One of them."""

    size = GALLERY


class GalleryBlock(blocks.StructBlock):
    """Pictures beside each other, each with its own words: two in a row, one under the other on a phone."""

    title = blocks.CharBlock(required=False, max_length=120, label=_("title"))
    pictures = blocks.ListBlock(
        GalleryPictureBlock(), min_num=2, max_num=12, label=_("pictures"), help_text=_("Two to twelve.")
    )

    class Meta:
        icon = "image"
        label = _("gallery")
        template = "portal/pages/blocks/gallery.html"
