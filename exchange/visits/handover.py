"""Open work of somebody who leaves: the guests that they were to receive, and the items that name them."""

from django.utils.translation import gettext as _

from portal.lifecycle.audit import record

from .models import ItineraryItem
from .queries import hosted_by
from .states import CHANGED_IN, ItemState


def hand_over(*, person, successor, by, at, reason):
    """Visits that are not over get the successor as host, or none; items to come name the successor instead."""
    return [
        *(give_visit(visit, person, successor, by, at, reason) for visit in to_receive(person)),
        *(give_item(item, person, successor, by, at, reason) for item in to_come(person, at)),
    ]


def to_receive(person):
    return list(hosted_by(person).filter(state__in=CHANGED_IN).select_related("person", "host"))


def to_come(person, at):
    return list(ItineraryItem.objects.filter(people=person, ends_at__gt=at).exclude(state=ItemState.CANCELLED))


def give_visit(visit, person, successor, by, at, reason):
    if visit.host_id == person.pk:
        visit.host = successor
    visit.team.remove(person)
    visit.sequence, visit.changed_at = visit.sequence + 1, at
    visit.save(update_fields=["host", "sequence", "changed_at"])
    record(visit, "exchange.visit.change", by=by, at=at, why=reason, changed={"host": [str(person), str(visit.host)]})
    if visit.host is None:
        return _("Visit of %(guest)s: it needs a host.") % {"guest": visit.person}
    return _("Visit of %(guest)s: hosted by %(who)s.") % {"guest": visit.person, "who": visit.host}


def give_item(item, person, successor, by, at, reason):
    item.people.remove(person)
    if successor is not None:
        item.people.add(successor)
    item.sequence, item.changed_at = item.sequence + 1, at
    item.save(update_fields=["sequence", "changed_at"])
    record(item, "exchange.itineraryitem.change", by=by, at=at, why=reason, fields=["people"])
    return _("Itinerary item “%(item)s”: look at it again.") % {"item": item.title_en}
