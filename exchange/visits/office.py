"""Visits in the office: list, the page of one with its itinerary, and the acts as buttons."""

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.calendars.sources import register_address
from portal.clock.instants import short_here
from portal.clock.rules import SHANGHAI
from portal.office.buttons import OfficeAction
from portal.office.columns import DayColumn, PersonColumn, StateColumn
from portal.office.views import OfficeInspectView
from portal.office.viewsets import RecordViewSet, offer
from portal.people.models import User

from .actions.itinerary import ItemClashes, act_on_item, change_item, plan_item
from .actions.staying import arrive, change_visit, close_visit, confirm
from .forms import ArrivalForm, ChangeVisitForm, ItemForm
from .models import ItineraryItem, Visit
from .queries import for_list, items_of

STATES = {
    "planning": "wait", "confirmed": "good", "in_progress": "good", "postponed": "wait", "cancelled": "stop",
    "no_show": "stop",
}  # fmt: skip
ITEM_FIELDS = ("kind", "title_en", "title_zh", "starts_at", "ends_at", "room", "place", "note", "staff_note")


class ChangeVisit(OfficeAction):
    act = "change"
    label = _("Change dates, participation or hosts")
    form_class = ChangeVisitForm
    done_message = _("The visit is changed. Calendars that follow it are told.")

    def get_initial(self, visit):
        names = ("first_day", "last_day", "participation", "department", "host")
        values = {name: getattr(visit, name) for name in names}
        return {**values, "team": visit.team.all(), "seen": visit.sequence}

    def perform(self, visit, data):
        fields = {name: data[name] for name in ("first_day", "last_day", "participation", "department", "host")}
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


class ClashShown(OfficeAction):
    """A form whose overlaps are shown with both sides, and kept with a reason."""

    template_name = "exchange/visits/office/item_form.html"
    form_class = ItemForm
    asks_reason = False
    clash = None

    def save(self, obj, data, fields):
        raise NotImplementedError

    def perform(self, obj, data):
        try:
            return self.save(obj, data, {name: data[name] for name in ITEM_FIELDS})
        except ItemClashes as clash:
            self.clash = {
                "wanted": data["title_en"],
                "wanted_when": when(data["starts_at"], data["ends_at"]),
                "others": [sides(overlap) for overlap in clash.overlaps],
                "problems": clash.problems,
            }
            raise

    def frame(self, obj):
        return {**super().frame(obj), "clash": self.clash}


def when(starts, ends):
    local = ends.astimezone(SHANGHAI)
    return f"{short_here(starts, get_language())} – {local:%H:%M}"


def sides(overlap):
    """What the form says of the entry that is there already."""
    other = overlap.other
    names = [person.named(get_language()) for person in User.objects.filter(pk__in=overlap.people)]
    return {
        "summary": other.summary,
        "when": when(*other.takes),
        "people": names,
        "room": other.location if overlap.room else "",
    }


class PlanItem(ClashShown):
    act = "plan items"
    label = _("Add to the itinerary")

    def get_initial(self, visit):
        return {"people": [visit.host_id] if visit.host_id else []}

    def save(self, visit, data, fields):
        return plan_item(
            visit=visit, by=self.request.user, now=self.now, people=data["people"],
            accept_reason=data["accept_reason"], **fields,
        )  # fmt: skip


class ItemAction:
    """For acts on an item: they come back to its visit."""

    def get_success_url(self, item, result):
        return reverse("visits:inspect", args=[item.visit_id])


class ChangeItem(ItemAction, ClashShown):
    act = "change"
    label = _("Change")

    def get_initial(self, item):
        values = {name: getattr(item, name) for name in ITEM_FIELDS}
        return {**values, "people": item.people.all(), "seen": item.sequence}

    def save(self, item, data, fields):
        return change_item(
            item=item, by=self.request.user, now=self.now, seen_sequence=data["seen"], people=data["people"],
            accept_reason=data["accept_reason"], **fields,
        )  # fmt: skip


class ItemStep(ItemAction, OfficeAction):
    def perform(self, item, data):
        return act_on_item(item=item, act=self.act, by=self.request.user, now=self.now, reason=data.get("reason", ""))


class ConfirmItem(ItemStep):
    act = "confirm"
    label = _("Confirm")


class CancelItem(ItemStep):
    act = "cancel"
    label = _("Cancel this item")
    asks_reason = "if you like"


class VisitPage(OfficeInspectView):
    template_name = "exchange/visits/office/visit.html"

    def get_context_data(self, **kwargs):
        items = list(items_of(self.object))
        for item in items:
            item.acts = [action for action in ITEM_ACTIONS if action.is_offered(self.request.user, item)]
            item.links = [(action.label, action.address_for(item)) for action in item.acts]
        return super().get_context_data(items=items, **kwargs)


class ItemPage(OfficeInspectView):
    """An item has no page of its own: it stands on its visit's."""

    def dispatch(self, request, *args, **kwargs):
        item = self.get_object()
        return HttpResponseRedirect(f"{reverse('visits:inspect', args=[item.visit_id])}#item-{item.pk}")


ITEM_ACTIONS = (ChangeItem, ConfirmItem, CancelItem)


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


class ItemsOffice(RecordViewSet):
    model = ItineraryItem
    icon = "list-ul"
    menu_label = _("Itinerary items")
    in_menu = False
    inspect_view_class = ItemPage
    actions = ITEM_ACTIONS
    list_display = ["title_en", "visit", "kind", StateColumn("state")]
    list_filter = ["kind", "state", "room"]
    search_fields = ["title_en", "title_zh"]

    def list_queryset(self, queryset):
        return queryset.select_related("visit__person", "room")


offer(VisitsOffice("visits"), ItemsOffice("itinerary_items", url_prefix="itinerary-items"))
register_address("visit", lambda uid: reverse("visits:inspect", args=[uid.split("@")[0].removeprefix("visit-")]))


def address_of_item(uid):
    item = ItineraryItem.objects.filter(uid=uid).first()
    return f"{reverse('visits:inspect', args=[item.visit_id])}#item-{item.pk}" if item else None


register_address("itinerary", address_of_item)
