"""The person answers their offer: accept, decline, give the seat back. One turn each, so that one answer wins."""

from django.utils.translation import gettext as _

from exchange.offers.parts import ending
from exchange.offers.parts.turns import turn
from exchange.offers.states import OfferState
from portal.access.permissions import require
from portal.lifecycle.refusals import NotPossibleNow, Refusal


def refuse_unless(offer, state):
    if offer.state != state:
        raise NotPossibleNow(ending.WHAT_BECAME_OF_IT.get(offer.state, lambda: _("This offer is not answered yet."))())


def accept_offer(*, offer, by, now, confirmed=False):
    """open → accepted, by its person alone and before its clock runs out, whether or not the clock's job has run.

    confirmed: that the person ticked the one box.
    """
    require(by, "accept", offer)
    if not confirmed:
        raise Refusal(_("Tick the box to say that you come."), field="confirmed")
    with turn(offer.cycle_id, now=now) as act:
        fresh = ending.freshly(offer)
        refuse_unless(fresh, OfferState.OPEN)
        ending.accept(fresh, by=by, at=act.at)
    return fresh


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
        ending.relinquish(fresh, by=by, at=act.at, words=words)
    return fresh
