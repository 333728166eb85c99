"""Visits and itinerary items as calendar entries, and the feeds of whoever they concern."""

from datetime import timedelta

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.access.roles import Role
from portal.calendars.entries import CANCELLED, CONFIRMED, SHANGHAI, TENTATIVE, CalendarEntry
from portal.calendars.feeds import register_feed
from portal.calendars.overlaps import overlaps_with
from portal.calendars.sources import entries_between, register_source

from .access import works_here
from .models import AcceptedOverlap, ItineraryItem, Visit
from .queries import around_items, hosted_by, items_naming, items_touching, visits_touching
from .states import STANDS, ItemState, VisitState

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


def item_entry(item, language, people=None, *, own=False):
    """An itinerary item, which takes the expert, its people and its room.

    people: in place of those that are saved. own: for the expert's own calendar.
    """
    with translation.override(language):
        taken = item.people.all() if people is None else people
        title = item.title(language)
        return CalendarEntry(
            uid=item.uid,
            starts=item.starts_at,
            ends=item.ends_at,
            summary=title if own else f"{title} · {item.visit.person.named(language)}",
            sequence=item.sequence,
            location=item.room.named(language) if item.room else item.place,
            description=item.note,
            status=STATUS_OF_ITEM[item.state],
            last_modified=item.changed_at,
            people=frozenset({item.visit.person_id, *(person.pk for person in taken)}),
            room=item.room_id,
            kind="itinerary",
        )


def visits(first, last, language):
    days = first.astimezone(SHANGHAI).date(), last.astimezone(SHANGHAI).date()
    return [visit_entry(visit, language) for visit in visits_touching(*days)]


def items(first, last, language):
    return [item_entry(item, language) for item in items_touching(first, last)]


def clashes_in(items, language):
    """{item's key: [(Overlap, the reason it was taken in for, or "")]} of a whole itinerary as it stands now.

    A reason counts while neither side has moved since it was given.
    """
    if not items:
        return {}
    others = entries_between(*around_items(items), language)
    reasons = {
        (row.item_id, row.item_sequence, row.other_uid, row.other_sequence): row.reason
        for row in AcceptedOverlap.objects.filter(item__in=items)
    }
    return {
        item.pk: [
            (overlap, reasons.get((item.pk, item.sequence, overlap.other.uid, overlap.other.sequence), ""))
            for overlap in overlaps_with(item_entry(item, language), others)
        ]
        for item in items
    }


register_source("visits", visits, gettext_lazy("Visits"))
register_source("itinerary", items, gettext_lazy("Itinerary items"))


# --- Feeds to subscribe to ------------------------------------------------------------------------------------

FEED_REACHES_BACK = timedelta(days=365)


def hosts_something(person):
    """Hosts always; others of the house once an item or a visit names them."""
    if not works_here(person):
        return False
    return person.has_role(Role.HOST) or items_naming(person).exists() or hosted_by(person).exists()


def has_a_visit(person):
    return Visit.objects.filter(person=person).exists()


def my_visit(person, language, now):
    """The expert's own stays and their items; cancelled ones stay in, marked so."""
    rows = Visit.objects.filter(person=person).select_related("person", "department", "host")
    mine = [visit_entry(visit, language, own=True) for visit in rows]
    own = with_all(ItineraryItem.objects.filter(visit__person=person))
    return mine + [item_entry(item, language, own=True) for item in own]


def what_i_host(person, language, now):
    """What a host is part of: stays that they host, and items that name them."""
    since = now - FEED_REACHES_BACK
    rows = hosted_by(person).filter(last_day__gte=since.date()).select_related("person", "department", "host")
    mine = with_all(items_naming(person).filter(starts_at__gte=since))
    return [visit_entry(visit, language) for visit in rows] + [item_entry(item, language) for item in mine]


def with_all(items):
    return items.select_related("room", "visit__person").prefetch_related("people")


register_feed("my-visit", gettext_lazy("My visit to Shanghai"), has_a_visit, my_visit)
register_feed("what-i-host", gettext_lazy("Guests that I host"), hosts_something, what_i_host)
