"""What pages, lists and calendars read of visits, in a constant number of queries."""

from .models import ItineraryItem, Visit
from .states import STANDS


def for_list(visits):
    """Visits as a list shows them."""
    return visits.select_related("person", "application", "host", "department", "offer__seat__cycle")


def other_stays(visit):
    """Stays of the same person that hold their days, other than this one."""
    return Visit.objects.filter(person=visit.person_id, state__in=STANDS).exclude(pk=visit.pk)


def items_of(visit):
    """The itinerary, in order of time, with rooms and people."""
    return visit.items.select_related("room").prefetch_related("people").order_by("starts_at", "pk")


def items_touching(first, last, items=None):
    """Items that touch the time from `first` to `last` (aware instants)."""
    rows = ItineraryItem.objects.all() if items is None else items
    return (
        rows.filter(starts_at__lt=last, ends_at__gt=first)
        .select_related("room", "visit__person")
        .prefetch_related("people")
    )


def visits_touching(first, last, visits=None):
    """Visits that touch the days from `first` to `last` (dates)."""
    rows = Visit.objects.all() if visits is None else visits
    return rows.filter(first_day__lte=last, last_day__gte=first).select_related("person", "department", "host")
