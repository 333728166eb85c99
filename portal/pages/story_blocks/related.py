"""Stories that belong with this one, chosen by hand."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.pages.choosing import StoryChooser


class RelatedBlock(blocks.StructBlock):
    """Other stories. Readers see those that are live in the language of the page: news.neighbours reads them."""

    stories = blocks.ListBlock(StoryChooser(label=_("story")), min_num=1, max_num=5, label=_("stories"))

    class Meta:
        icon = "link"
        label = _("related stories")
        template = "portal/pages/blocks/related.html"
