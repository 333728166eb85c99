"""The person answers their offer: accept, decline, give the seat back. One turn each, so that one answer wins."""

from django.utils.translation import gettext as _

from exchange.applications.states import Participation
from exchange.offers.parts import ending
from exchange.offers.parts.turns import turn
from exchange.offers.states import OfferState
from exchange.visits import parts as visit_parts
from exchange.visits.rules import chosen_days
from portal.access.permissions import require
from portal.lifecycle.refusals import NotPossibleNow, Refusal

from .withdrawal import end_visit


def refuse_unless(offer, state):
    if offer.state != state:
        raise NotPossibleNow(ending.WHAT_BECAME_OF_IT.get(offer.state, lambda: _("This offer is not answered yet."))())


def accept_offer(*, offer, by, now, confirmed=False, days=None):
    """open → accepted, by its person alone and before its clock runs out, whether or not the clock's job has run.

    confirmed: that the person ticked the one box. days: (first, last) where they chose other days than in their windows.
    Raises Refusal where the days are outside the cycle's window, or within another stay of theirs.
    """
    require(by, "accept", offer)
    if not confirmed:
        raise Refusal(_("Tick the box to say that you come."), field="confirmed")
    with turn(offer.cycle_id, now=now) as act:
        fresh = ending.freshly(offer)
        refuse_unless(fresh, OfferState.OPEN)
        ending.accept(fresh, by=by, at=act.at)
        plan_visit_of(fresh, act.cycle, days, by, act.at)
    return fresh


def plan_visit_of(offer, cycle, days, by, at):
    """The visit is born with the acceptance; two stays of one person that overlap are refused here."""
    application = offer.application
    windows = [
        (window.first_day, window.last_day)
        for window in application.windows.all()
        if window.first_day and window.last_day
    ]
    first_day, last_day = chosen_days(days, windows, (cycle.visit_from, cycle.visit_to))
    visit = visit_parts.plan_visit(
        offer=offer, first_day=first_day, last_day=last_day, participation=widest(application), by=by, at=at
    )
    return visit


def widest(application):
    """What the visit is planned for: of what the person asked for, that which needs most papers."""
    chosen = application.participation
    return chosen[-1] if chosen else Participation.OBSERVE


def decline_offer(*, offer, by, now, words=""):
    """open → declined: the application ends and the seat goes on. words: what the person wrote, if anything."""
    require(by, "decline", offer)
    with turn(offer.cycle_id, now=now) as act:
        fresh = ending.freshly(offer)
        refuse_unless(fresh, OfferState.OPEN)
        ending.decline(fresh, by=by, at=act.at, words=words)
    return fresh


def give_back_seat(*, offer, by, now, words=""):
    """accepted → given back: the application ends and the seat goes on."""
    require(by, "relinquish", offer)
    with turn(offer.cycle_id, now=now) as act:
        fresh = ending.freshly(offer)
        refuse_unless(fresh, OfferState.ACCEPTED)
        end_visit(fresh, by, act.at, words)
        ending.relinquish(fresh, by=by, at=act.at, words=words)
    return fresh
