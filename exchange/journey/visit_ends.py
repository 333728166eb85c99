"""How a visit goes on or ends, with what follows for seat, application, waiting list and ledger; each in one transaction."""

from django.db import transaction
from django.utils.translation import gettext as _

from exchange.applications import parts as application_parts
from exchange.applications.states import ApplicationState
from exchange.cycles.lock import take_turn
from exchange.cycles.models import Cycle
from exchange.cycles.states import CycleState
from exchange.offers.models import Offer
from exchange.offers.parts import ending
from exchange.offers.parts.turns import turn
from exchange.offers.states import Because
from exchange.partners.models import Direction
from exchange.partners.parts import book_stay
from exchange.visits import messages, parts, rules, words
from exchange.visits.actions.staying import hold
from exchange.visits.states import CancelledBy
from portal.access.permissions import require
from portal.clock.rules import SHANGHAI
from portal.lifecycle.moving import move
from portal.lifecycle.refusals import Refusal


def cycle_of(visit):
    return Offer.objects.values_list("seat__cycle", flat=True).get(pk=visit.offer_id)


def offer_of(visit):
    """The visit's offer as it stands after the lock, with what its end needs."""
    return ending.freshly(visit.offer)


def complete_visit(*, visit, left_on, by, now, reason=""):
    """in progress → completed on its real last day, planned or earlier: the seat is used, and the real days are booked."""
    require(by, "complete", visit)
    with turn(cycle_of(visit), now=now) as act:
        fresh = hold(visit)
        wrong = rules.problems_of_leaving(fresh.arrived_on, left_on, act.at.astimezone(SHANGHAI).date())
        if wrong:
            raise Refusal(words.LEAVING[wrong[0]], field="left_on")
        parts.complete(visit=fresh, left_on=left_on, by=by, at=act.at, reason=reason)
        offer = offer_of(fresh)
        ending.fulfil(offer, by=by, at=act.at)
        application_parts.host(application=offer.application, by=by, at=act.at)
        book(fresh, offer.application, by, act.at)
        messages.visit_completed(fresh, now=act.at)
    return fresh


def source_of(visit, again=0):
    """How the ledger names a visit's stay; one that was reversed and is booked again has a name of its own."""
    return f"visit:{visit.pk}:{again}" if again else f"visit:{visit.pk}"


def book(visit, application, by, at, again=0):
    """The stay counts with the partner that is the sending hospital; one that is no partner of ours has no ledger."""
    hospital = application.sending_hospital
    if hospital is not None and hospital.partner_id is not None:
        book_stay(
            partner=hospital.partner, direction=Direction.IN, source=source_of(visit, again),
            first_day=visit.arrived_on, last_day=visit.left_on, by=by, at=at,
        )  # fmt: skip


def cancel_visit(*, visit, cancelled_by, by, now, reason):
    """Before arrival: the seat is free. By the expert the offer is given back; by hospital or authority, rescinded."""
    require(by, "cancel", visit)
    with turn(cycle_of(visit), now=now) as act:
        fresh = hold(visit)
        parts.cancel_visit(visit=fresh, cancelled_by=cancelled_by, by=by, at=act.at, reason=reason)
        offer = offer_of(fresh)
        if cancelled_by == CancelledBy.EXPERT:
            free_seat(offer, by=by, at=act.at, reason=reason)
        else:
            move(offer, "rescind", by=by, at=act.at, reason=reason, ended_at=act.at, because=Because.HOSPITAL)
            ending.messages.tell_the_office(offer, act.at)
        ending.end_application(offer, by=by, at=act.at, reason=reason)
        messages.visit_cancelled(fresh, reason=reason, now=act.at)
    return fresh


def miss_visit(*, visit, by, now, reason):
    """confirmed → did not come: the seat is free like after a cancellation by the expert."""
    require(by, "no_show", visit)
    with turn(cycle_of(visit), now=now) as act:
        fresh = hold(visit)
        parts.miss(visit=fresh, by=by, at=act.at, reason=reason)
        offer = offer_of(fresh)
        free_seat(offer, by=by, at=act.at, reason=reason)
        ending.end_application(offer, by=by, at=act.at, reason=reason)
        messages.visit_missed(fresh, reason=reason, now=act.at)
    return fresh


def free_seat(offer, *, by, at, reason):
    """accepted → given back, without a mail to the expert: that of the visit says it."""
    move(offer, "relinquish", by=by, at=at, reason=reason, ended_at=at, words=reason)
    ending.messages.tell_the_office(offer, at)


def postpone_visit(*, visit, by, now, reason):
    """planning | confirmed → postponed: the itinerary is cancelled, the seat is kept, new days are looked for."""
    require(by, "postpone", visit)
    with turn(cycle_of(visit), now=now) as act:
        fresh = hold(visit)
        parts.postpone(visit=fresh, by=by, at=act.at, reason=reason)
        messages.visit_postponed(fresh, reason=reason, now=act.at)
    return fresh


def plan_visit_again(*, visit, first_day, last_day, by, now):
    """postponed → planning on new days within the cycle's window; days beyond it are refused: they are a deferral."""
    require(by, "plan_again", visit)
    with turn(cycle_of(visit), now=now) as act:
        fresh = hold(visit)
        parts.plan_again(visit=fresh, first_day=first_day, last_day=last_day, by=by, at=act.at)
        messages.visit_planned(fresh, now=act.at)
    return fresh


def next_cycle_after(cycle):
    """The next cycle of the programme that can still take somebody in (a draft is enough), or None."""
    over = (CycleState.COMPLETED, CycleState.ARCHIVED, CycleState.CANCELLED)
    later = Cycle.objects.filter(programme=cycle.programme, year__gt=cycle.year).exclude(state__in=over)
    return later.order_by("year").first()


def defer_visit(*, visit, by, now, reason):
    """To the next cycle: visit and offer deferred, the application ended, the seat free; a new one is born selected there.

    Refused until that cycle exists. Both cycles are locked, in the order of their ids. Returns the new application.
    """
    require(by, "defer" if visit.state == "postponed" else "postpone", visit)
    here = Cycle.objects.get(pk=cycle_of(visit))
    there = next_cycle_after(here)
    if there is None:
        raise Refusal(_("There is no next cycle yet to move the visit to. Plan it first: a draft is enough."))
    with transaction.atomic():
        _here, there = take_turn(here.pk, there.pk)
        if there.applications.filter(person=visit.person_id).exclude(state=ApplicationState.WITHDRAWN).exists():
            raise Refusal(_("They have an application in the next cycle already. It must be withdrawn first."))
        with turn(here.pk, now=now) as act:
            fresh = hold(visit)
            parts.defer(visit=fresh, by=by, at=act.at, reason=reason)
            offer = offer_of(fresh)
            ending.defer(offer, by=by, at=act.at, reason=reason)
            old = offer.application
            application_parts.end(application=old, by=by, at=act.at, reason=reason)
            born = application_parts.born_selected(
                person=fresh.person, cycle=there, from_application=old, by=by, at=act.at, reason=reason
            )
            ending.messages.tell_the_office(offer, act.at)
            messages.visit_deferred(fresh, cycle=there, number=born.number, reason=reason, now=act.at)
        # Where that cycle's release is over, its next free seat is theirs, before the list's.
        with turn(there.pk, now=lambda: act.at):
            pass
    return born
