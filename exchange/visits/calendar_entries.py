"""Visits and itinerary items as calendar entries."""

from zoneinfo import ZoneInfo

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.calendars.entries import CANCELLED, CONFIRMED, TENTATIVE, CalendarEntry
from portal.calendars.sources import register_source

from .queries import items_touching, visits_touching
from .states import STANDS, ItemState, VisitState

SHANGHAI = ZoneInfo("Asia/Shanghai")
STATUS_OF_ITEM = {
    ItemState.TENTATIVE: TENTATIVE,
    ItemState.CONFIRMED: CONFIRMED,
    ItemState.CANCELLED: CANCELLED,
}


def visit_uid(visit):
    return f"visit-{visit.pk}@exchange"


def visit_entry(visit, language, *, own=False):
    """A stay as an entry of whole days. own: for the expert's own calendar, where their name says nothing."""
    with translation.override(language):
        name = visit.person.named(language)
        summary = _("Visit to Shanghai") if own else _("Visit: %(name)s") % {"name": name}
        return CalendarEntry(
            uid=visit_uid(visit),
            starts=visit.first_day,
            ends=visit.last_day,
            summary=summary,
            sequence=visit.sequence,
            location=visit.department.named(language) if visit.department else "",
            description=str(visit.get_participation_display()),
            status=status_of(visit),
            last_modified=visit.changed_at,
            people=frozenset({visit.person_id}),
            kind="visit",
            # The frame of a stay takes nobody's hours; its items do.
            busy=False,
        )


def status_of(visit):
    if visit.state not in STANDS:
        return CANCELLED
    return TENTATIVE if visit.state == VisitState.PLANNING else CONFIRMED


def item_entry(item, language, people=None):
    """An itinerary item, which takes the expert, its people and its room. people: in place of those that are saved."""
    with translation.override(language):
        taken = item.people.all() if people is None else people
        people = frozenset({item.visit.person_id, *(person.pk for person in taken)})
        return CalendarEntry(
            uid=item.uid,
            starts=item.starts_at,
            ends=item.ends_at,
            summary=f"{item.title(language)} · {item.visit.person.named(language)}",
            sequence=item.sequence,
            location=item.room.named(language) if item.room else item.place,
            description=item.note,
            status=STATUS_OF_ITEM[item.state],
            last_modified=item.changed_at,
            people=people,
            room=item.room_id,
            kind="itinerary",
        )


def visits(first, last, language):
    days = first.astimezone(SHANGHAI).date(), last.astimezone(SHANGHAI).date()
    return [visit_entry(visit, language) for visit in visits_touching(*days)]


def items(first, last, language):
    return [item_entry(item, language) for item in items_touching(first, last)]


register_source("visits", visits, gettext_lazy("Visits"))
register_source("itinerary", items, gettext_lazy("Itinerary items"))
