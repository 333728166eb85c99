"""Visits: the list, the page of one with its itinerary and what clashes in it, and the acts as buttons."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.clock.rules import SHANGHAI
from portal.office.buttons import OfficeAction
from portal.office.columns import DayColumn, PersonColumn, StateColumn
from portal.office.views import OfficeInspectView
from portal.office.viewsets import RecordViewSet

from ..actions.staying import arrive, change_visit, close_visit, confirm
from ..calendar_entries import clashes_in
from ..forms import ArrivalForm, ChangeVisitForm
from ..models import Visit
from ..queries import for_list, items_of
from .items import ITEM_ACTIONS, PlanItem, sides_of
from .standing import SeesWhatStands, visit_as_it_stands

STATES = {
    "planning": "wait", "confirmed": "good", "in_progress": "good", "postponed": "wait", "cancelled": "stop",
    "no_show": "stop",
}  # fmt: skip
VISIT_FIELDS = ("first_day", "last_day", "participation", "department", "host")


class ChangeVisit(SeesWhatStands, OfficeAction):
    act = "change"
    label = _("Change dates, participation or hosts")
    form_class = ChangeVisitForm
    done_message = _("The visit is changed. Calendars that follow it are told.")

    def get_initial(self, visit):
        values = {name: getattr(visit, name) for name in VISIT_FIELDS}
        return {**values, "team": visit.team.all(), "seen": visit.sequence}

    def as_it_stands(self, visit):
        return visit_as_it_stands(visit)

    def save(self, visit, data):
        fields = {name: data[name] for name in VISIT_FIELDS}
        return change_visit(
            visit=visit, by=self.request.user, now=self.now, seen_sequence=data["seen"], team=data["team"], **fields
        )


class ConfirmVisit(OfficeAction):
    act = "confirm"
    label = _("Confirm the visit")
    question = _("Dates, participation and hosts are settled. You can still change them.")
    main = True

    def perform(self, visit, data):
        return confirm(visit=visit, by=self.request.user, now=self.now)


class Arrive(OfficeAction):
    act = "arrive"
    label = _("Record the arrival")
    question = _("Somebody of us has seen the guest. The clock never does this.")
    form_class = ArrivalForm
    main = True

    def get_initial(self, visit):
        return {"arrived_on": self.now().astimezone(SHANGHAI).date()}

    def perform(self, visit, data):
        return arrive(visit=visit, arrived_on=data["arrived_on"], by=self.request.user, now=self.now)


class CloseVisit(OfficeAction):
    act = "close"
    label = _("Close the visit")
    question = _("Say where the report and the certificate are. Nothing follows on a closed visit.")

    def perform(self, visit, data):
        return close_visit(visit=visit, by=self.request.user, now=self.now, reason=data["reason"])


class VisitPage(OfficeInspectView):
    template_name = "exchange/visits/office/visit.html"

    def get_context_data(self, **kwargs):
        items = list(items_of(self.object))
        clashes = clashes_in(items, get_language())
        said = iter(sides_of([overlap for item in items for overlap, _reason in clashes[item.pk]]))
        for item in items:
            offered = [action for action in ITEM_ACTIONS if action.is_offered(self.request.user, item)]
            item.links = [(action.label, action.address_for(item)) for action in offered]
            item.clashes = [{**next(said), "reason": reason} for _overlap, reason in clashes[item.pk]]
            item.is_outside = item.state != "cancelled" and not self.is_within(item)
        return super().get_context_data(items=items, **kwargs)

    def is_within(self, item):
        day = item.starts_at.astimezone(SHANGHAI).date()
        return self.object.first_day <= day <= self.object.last_day


class VisitsOffice(RecordViewSet):
    model = Visit
    icon = "user"
    menu_label = _("Visits")
    menu_order = 50
    inspect_view_class = VisitPage
    actions = (ConfirmVisit, Arrive, ChangeVisit, PlanItem, CloseVisit)
    list_display = [
        PersonColumn("person", label=_("Expert"), sort_key="person__surname"),
        StateColumn("state", kinds=STATES),
        DayColumn("first_day", label=_("First day"), sort_key="first_day"),
        DayColumn("last_day", label=_("Last day"), sort_key="last_day"),
        "participation",
        "department",
        PersonColumn("host", label=_("Host")),
    ]
    ordering = "-first_day"
    list_filter = ["state", "participation", "department", "offer__seat__cycle"]
    list_export = [
        "person",
        "state",
        "first_day",
        "last_day",
        "participation",
        "department",
        "host",
        "arrived_on",
        "left_on",
    ]
    search_fields = ["person__surname", "person__given_names", "person__email", "application__number"]
    inspect_view_fields = [
        "person", "application", "state", "first_day", "last_day", "participation", "department", "host", "team",
        "arrived_on", "left_on",
    ]  # fmt: skip

    def list_queryset(self, queryset):
        return for_list(queryset)
