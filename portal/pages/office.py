"""Topics and the people's cards in the office, and what editors choose from. Pages are edited where Wagtail edits them."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column

from portal.access.roles import roles_of
from portal.office.viewsets import OfficeViewSet, offer

from .access import WRITERS
from .choosers import person_cards, stories
from .models import PersonCard, Topic


class TopicViewSet(OfficeViewSet):
    model = Topic
    name = "topics"
    icon = "tag"
    menu_order = 250
    list_display = ["name_en", "name_zh", "slug", "order"]
    search_fields = ["name_en", "name_zh"]
    form_fields = ["name_en", "name_zh", "slug", "order"]


class PersonCardViewSet(OfficeViewSet):
    model = PersonCard
    name = "person_cards"
    url_prefix = "people-cards"
    icon = "user"
    menu_label = _("Cards of people")
    menu_order = 260
    list_display = [
        "name",
        "name_zh",
        Column("role", label=_("Role"), accessor=lambda card: card.role(get_language() or "en")),
        Column(
            "hospital", label=_("Hospital or institute"), accessor=lambda card: card.hospital(get_language() or "en")
        ),
    ]
    search_fields = ["name", "name_zh", "role_en", "role_zh", "hospital_en", "hospital_zh"]
    panels = [
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("name"), FieldPanel("name_language")]), FieldPanel("name_zh")],
            heading=_("Name"),
        ),
        FieldRowPanel([FieldPanel("role_en"), FieldPanel("role_zh")]),
        FieldRowPanel([FieldPanel("hospital_en"), FieldPanel("hospital_zh")]),
        FieldPanel("portrait"),
    ]


offer(TopicViewSet(), PersonCardViewSet(), person_cards, stories)


@hooks.register("insert_editor_js")
def two_clocks():
    """A time that an editor types is read on the readers' clock beside it."""
    return format_html('<script src="{}" defer></script>', static("portal/js/office-schedule.js"))


@hooks.register("construct_page_chooser_queryset")
def drafts_are_their_writers(pages, request):
    """Wagtail's window for choosing a page asks nobody who they are: whoever writes none chooses among those published."""
    return pages if roles_of(request.user) & WRITERS else pages.live()
