from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from events.editions.models import Edition
from events.schedule.models import ScheduleRelease
from events.schedule.queries.releases import change_sentences
from portal.office import views
from portal.office.columns import DayColumn, InstantColumn, PersonColumn, StateColumn
from portal.office.viewsets import OfficeViewSet, RecordViewSet

from . import buttons


class EditionEditView(buttons.ButtonsAboveForm, views.OfficeEditView):
    pass


class EditionViewSet(OfficeViewSet):
    model = Edition
    name = "editions"
    icon = "date"
    menu_label = _("Editions")
    menu_group = "forum"
    menu_order = 10
    list_display = [
        "title_en",
        "title_zh",
        DayColumn("starts_on", label=_("First day")),
        StateColumn(kinds={"published": "good", "draft": "wait"}, label=_("State")),
    ]
    list_filter = ["state", "series"]
    inspect_view_fields = [
        "series",
        "title_en",
        "title_zh",
        "slug",
        "starts_on",
        "ends_on",
        "venue_en",
        "state",
    ]
    edit_view_class = EditionEditView
    edit_template_name = "events/office/form.html"
    actions = (
        buttons.ReleaseSchedule,
        buttons.PublishEdition,
        buttons.ArchiveEdition,
        buttons.WithdrawEdition,
    )
    panels = [
        FieldPanel("series"),
        FieldRowPanel([FieldPanel("title_en"), FieldPanel("title_zh")]),
        FieldPanel("slug"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
        FieldRowPanel([FieldPanel("venue_en"), FieldPanel("venue_zh")]),
    ]


class ReleaseInspectView(views.OfficeInspectView):
    def get_context_data(self, **kwargs):
        changes = change_sentences(self.object.changes, get_language())
        return super().get_context_data(changes=changes, **kwargs)


class ReleaseViewSet(RecordViewSet):
    model = ScheduleRelease
    name = "schedule_releases"
    icon = "history"
    menu_label = _("Schedule releases")
    menu_group = "forum"
    menu_order = 25
    list_display = [
        "edition",
        "number",
        InstantColumn("released_at", label=_("Released")),
        PersonColumn("released_by", label=_("By")),
    ]
    list_filter = ["edition"]
    inspect_view_fields = ["edition", "number", "released_at", "released_by"]
    inspect_view_class = ReleaseInspectView
    inspect_template_name = "events/office/release.html"

    def list_queryset(self, queryset):
        return queryset.select_related("edition", "released_by")
