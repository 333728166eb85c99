"""Who is in a story, by their cards."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.pages.choosing import PersonCardChooser
from portal.pages.people_cards import card_line


class PeopleBlock(blocks.StructBlock):
    """The people in a story, in the order in which they are to stand."""

    cards = blocks.ListBlock(PersonCardChooser(label=_("person")), min_num=1, max_num=8, label=_("cards"))

    class Meta:
        icon = "group"
        label = _("people in the story")
        template = "portal/pages/blocks/people.html"

    def get_context(self, value, parent_context=None):
        language = get_language() or "en"
        people = [card_line(card, language) for card in value["cards"] if card is not None]
        return {**super().get_context(value, parent_context), "people": people}

    def get_searchable_content(self, value):
        """Every name of everybody, so that a story is found by the people in it."""
        return [name for card in value["cards"] if card is not None for name in (card.name, card.name_zh) if name]
