"""What an editor chooses from: the people's cards, and the stories in the language of the page being written."""

from django.utils.translation import gettext_lazy as _

from portal.office.choosers import OfficeChooserViewSet

from .models import PersonCard, StoryPage


class PersonCardChooserViewSet(OfficeChooserViewSet):
    model = PersonCard
    icon = "user"
    choose_one_text = _("Choose a person")
    choose_another_text = _("Choose another person")
    edit_item_text = _("Edit this card")
    search_fields = ("name", "name_zh", "role_en", "role_zh", "hospital_en", "hospital_zh")


class StoryChooserViewSet(OfficeChooserViewSet):
    """Live stories; `locale` in the address narrows them to a language, which the story's form says."""

    model = StoryPage
    icon = "doc-full-inverse"
    choose_one_text = _("Choose a story")
    choose_another_text = _("Choose another story")
    edit_item_text = _("Edit this story")
    # A story as a foreign key keeps Wagtail's chooser of pages.
    register_widget = False
    url_filter_parameters = ["locale"]
    preserve_url_parameters = ["multiple", "locale"]
    search_fields = ("title", "intro")

    def list_queryset(self, queryset):
        return queryset.live().order_by("-date", "-pk")


person_cards = PersonCardChooserViewSet("choose_person_cards", url_prefix="choose/people")
stories = StoryChooserViewSet("choose_stories", url_prefix="choose/stories")
