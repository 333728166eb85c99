"""Itinerary items: the form that shows what it overlaps with before it saves, and the acts on one."""

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.clock.instants import short_here
from portal.clock.rules import SHANGHAI
from portal.office.buttons import OfficeAction
from portal.office.columns import StateColumn
from portal.office.views import OfficeInspectView
from portal.office.viewsets import RecordViewSet
from portal.people.models import User

from ..actions.itinerary import ItemClashes, act_on_item, change_item, plan_item
from ..forms import ItemForm
from ..models import ItineraryItem
from .standing import SeesWhatStands, item_as_it_stands

ITEM_FIELDS = ("kind", "title_en", "title_zh", "starts_at", "ends_at", "room", "place", "note", "staff_note")


class ClashShown(SeesWhatStands, OfficeAction):
    """A form whose overlaps are shown with both sides, and kept with a reason."""

    template_name = "exchange/visits/office/item_form.html"
    form_class = ItemForm
    asks_reason = False
    clash = None

    def write(self, obj, data, fields):
        raise NotImplementedError

    def save(self, obj, data):
        try:
            return self.write(obj, data, {name: data[name] for name in ITEM_FIELDS})
        except ItemClashes as clash:
            self.clash = {
                "wanted": data["title_en"],
                "wanted_when": when(data["starts_at"], data["ends_at"]),
                "others": sides_of(clash.overlaps),
                "problems": clash.problems,
            }
            raise

    def frame(self, obj):
        return {**super().frame(obj), "clash": self.clash}


def when(starts, ends):
    local = ends.astimezone(SHANGHAI)
    return f"{short_here(starts, get_language())} – {local:%H:%M}"


def sides_of(overlaps):
    """What a page says of each entry that is there already, in one query for all."""
    language = get_language()
    people = User.objects.in_bulk({key for overlap in overlaps for key in overlap.people})
    return [
        {
            "summary": overlap.other.summary,
            "when": when(*overlap.other.takes),
            "people": sorted(people[key].named(language) for key in overlap.people),
            "room": overlap.other.location if overlap.room else "",
        }
        for overlap in overlaps
    ]


class PlanItem(ClashShown):
    act = "plan items"
    label = _("Add to the itinerary")

    def get_initial(self, visit):
        return {"people": [visit.host_id] if visit.host_id else []}

    def write(self, visit, data, fields):
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

    def as_it_stands(self, item):
        return item_as_it_stands(item)

    def write(self, item, data, fields):
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


ITEM_ACTIONS = (ChangeItem, ConfirmItem, CancelItem)


class ItemPage(OfficeInspectView):
    """An item has no page of its own: it stands on its visit's."""

    def dispatch(self, request, *args, **kwargs):
        item = self.get_object()
        return HttpResponseRedirect(f"{reverse('visits:inspect', args=[item.visit_id])}#item-{item.pk}")


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
