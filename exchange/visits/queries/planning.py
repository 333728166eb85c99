"""What the office, hosts and calendars read of visits, in a constant number of queries."""

from datetime import datetime, time, timedelta

from django.db.models import Q

from portal.calendars.entries import SHANGHAI
from portal.clock.instants import long_day, span_of_days

from ..models import ItineraryItem, Visit
from ..states import STANDS


def for_list(visits):
    """Visits as a list shows them."""
    return visits.select_related("person", "application", "host", "department", "offer__seat__cycle")


def stays_of(person_id, but=None):
    """Stays of one person that hold their days, other than the one with the key `but`."""
    return Visit.objects.filter(person=person_id, state__in=STANDS).exclude(pk=but)


def items_of(visit):
    """The itinerary, in order of time, with rooms and people."""
    return visit.items.select_related("room", "visit__person").prefetch_related("people").order_by("starts_at", "pk")


def hosted_by(person):
    """Visits that a person hosts, alone or in a team."""
    return Visit.objects.filter(Q(host=person) | Q(team=person)).distinct()


def items_naming(person):
    """Items that take a person, or belong to a visit that they host."""
    mine = Q(people=person) | Q(visit__host=person) | Q(visit__team=person)
    return ItineraryItem.objects.filter(mine).distinct()


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


def around_items(items):
    """(first, last) aware instants around whole days of items; None where there is none."""
    if not items:
        return None
    first = min(item.starts_at for item in items).astimezone(SHANGHAI).date()
    last = max(item.ends_at for item in items).astimezone(SHANGHAI).date() + timedelta(days=1)
    return datetime.combine(first, time(), tzinfo=SHANGHAI), datetime.combine(last, time(), tzinfo=SHANGHAI)


DESK_REACHES = timedelta(days=60)


def hosting_desk(person, now, language):
    """What the host desk shows: guests (not over, the soonest first; then those of the last year, the latest first), and
    items of the next weeks."""
    today = now.astimezone(SHANGHAI).date()
    visits = (
        hosted_by(person)
        .filter(state__in=STANDS, last_day__gte=today - timedelta(days=365))
        .select_related("person", "department", "application")
        .prefetch_related("application__affiliations")
        .order_by("first_day")
    )
    guests = [
        {
            "visit": visit,
            "name": visit.person.named(language),
            "days": span_of_days(visit.first_day, visit.last_day, language),
            "hospital": visit.application.sending_hospital,
            "participation": visit.get_participation_display(),
            "state": visit.get_state_display(),
            "kind": "good"
            if visit.state in ("confirmed", "in_progress")
            else "wait"
            if visit.state == "planning"
            else "",
            "can_arrive": visit.state == "confirmed" and visit.first_day <= today + timedelta(days=1),
        }
        for visit in visits
    ]
    items = (
        items_naming(person)
        .exclude(state="cancelled")
        .filter(ends_at__gte=now, starts_at__lte=now + DESK_REACHES)
        .select_related("room", "visit__person")
        .order_by("starts_at")
    )
    return {
        "guests": [
            *(row for row in guests if row["visit"].last_day >= today),
            *(row for row in reversed(guests) if row["visit"].last_day < today),
        ],
        "items": [
            {
                "item": item,
                "title": item.title(language),
                "guest": item.visit.person.named(language),
                "day": long_day(item.starts_at.astimezone(SHANGHAI).date(), language),
                "room": item.room.named(language) if item.room else item.place,
            }
            for item in items
        ],
    }
