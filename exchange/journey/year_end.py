"""A cycle comes to its end: completed, archived, or cancelled before that. What is in the way is listed."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from exchange.applications import parts as application_parts
from exchange.applications.models import Application
from exchange.applications.states import APPLICATION, UNFINISHED, ApplicationState
from exchange.cycles.lock import take_turn
from exchange.offers.models import Offer, WaitingListEntry
from exchange.offers.states import LIVE, EntryState
from exchange.visits.models import Visit
from exchange.visits.states import VisitState
from portal.access.permissions import require
from portal.lifecycle.moving import move
from portal.lifecycle.refusals import Refusal

STILL_OPEN = (VisitState.PLANNING, VisitState.CONFIRMED, VisitState.POSTPONED, VisitState.IN_PROGRESS)


class InTheWayOfTheEnd(Refusal):
    """`offers`, `visits`, `entries`: the rows that must end first."""

    def __init__(self, offers, visits, entries):
        self.offers, self.visits, self.entries = offers, visits, entries
        names = [str(row) for row in (*offers, *visits, *entries)]
        super().__init__(_("These must end first: %(rows)s.") % {"rows": "; ".join(names)})


def what_is_in_the_way(cycle, *, archive=False):
    """(live offers, open visits, waiting entries) of a cycle; for the archive, completed visits are open too."""
    visits = STILL_OPEN + ((VisitState.COMPLETED,) if archive else ())
    return (
        list(
            Offer.objects.filter(seat__cycle=cycle, state__in=LIVE).select_related("seat__cycle", "application__person")
        ),
        list(Visit.objects.filter(offer__seat__cycle=cycle, state__in=visits).select_related("person")),
        list(
            WaitingListEntry.objects.filter(
                cycle=cycle, state__in=(EntryState.WAITING, EntryState.OFFERED)
            ).select_related("cycle", "application__person")
        ),
    )


def refuse_what_is_open(cycle, *, archive=False):
    found = what_is_in_the_way(cycle, archive=archive)
    if any(found):
        raise InTheWayOfTheEnd(*found)


def complete_cycle(*, cycle, by, now):
    """running → completed: no live offer, no open visit, nobody waiting."""
    require(by, "complete", cycle)
    with transaction.atomic():
        fresh = take_turn(cycle.pk)
        at = now()
        refuse_what_is_open(fresh)
        return move(fresh, "complete", by=by, at=at)


def archive_cycle(*, cycle, by, now):
    """completed → archived: every visit is closed as well."""
    require(by, "archive", cycle)
    with transaction.atomic():
        fresh = take_turn(cycle.pk)
        at = now()
        refuse_what_is_open(fresh, archive=True)
        return move(fresh, "archive", by=by, at=at)


def cancel_cycle(*, cycle, by, now, reason):
    """Any state before completed, while no offer is live: every application that has not ended ends, drafts lapse."""
    from exchange.applications import messages

    require(by, "cancel", cycle)
    with transaction.atomic():
        fresh = take_turn(cycle.pk)
        at = now()
        offers = what_is_in_the_way(fresh)[0]
        if offers:
            raise InTheWayOfTheEnd(offers, [], [])
        move(fresh, "cancel", by=by, at=at, reason=reason)
        for entry in WaitingListEntry.objects.filter(cycle=fresh, state=EntryState.WAITING):
            move(entry, "close", by=by, at=at, ended_at=at)
        for application in Application.objects.filter(cycle=fresh).select_related("person", "cycle__officer"):
            if application.state == ApplicationState.DRAFT:
                application_parts.lapse(application=application, by=by, at=at)
            elif application.state in UNFINISHED and APPLICATION.find("end", application.state):
                application_parts.end(application=application, by=by, at=at, reason=reason)
                messages.cycle_cancelled(application=application, reason=reason, now=at)
    return fresh
