"""Choosers whose objects are read for the whole page at once (see gathering.py)."""

from django.utils.functional import cached_property
from wagtail.blocks import ChooserBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from .gathering import Gathered
from .panels import STORY_LANGUAGE


class PictureChooser(Gathered, ImageChooserBlock):
    """An image of the site's library."""

    def deconstruct(self):
        """As Wagtail's own block, so that no migration leans on this module."""
        return ("wagtail.images.blocks.ImageChooserBlock", *super().deconstruct()[1:])


class DocumentChooser(Gathered, DocumentChooserBlock):
    """A document of the site's library."""

    def deconstruct(self):
        return ("wagtail.documents.blocks.DocumentChooserBlock", *super().deconstruct()[1:])


class PersonCardChooser(Gathered, ChooserBlock):
    """A person's card."""

    target_model = "portal.PersonCard"

    @cached_property
    def widget(self):
        from .choosers import person_cards

        return person_cards.widget_class()


class StoryChooser(Gathered, ChooserBlock):
    """A story that readers can open now, in the language of the page on which it is chosen."""

    target_model = "portal.StoryPage"

    @cached_property
    def widget(self):
        from .choosers import stories

        return stories.widget_class(linked_fields={"locale": f"#{STORY_LANGUAGE}"})
