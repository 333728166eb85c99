"""What time does to a cycle's offers and list: whoever acts first, or the clock, does it."""

from exchange.applications import parts as application_parts
from exchange.cycles.states import CycleState
from portal.lifecycle.moving import move

from .. import messages
from ..models import Offer, WaitingListEntry
from ..rules.clocks import run_out
from ..states import EntryState, OfferState
from .ending import expire

LIST_IS_KEPT = (CycleState.RELEASED, CycleState.RUNNING)


def let_time_pass(cycle, at):
    """End the offers whose clock has run out, in the order in which they did, and the list at its stop. Returns both."""
    opened = Offer.objects.filter(seat__cycle=cycle, state=OfferState.OPEN, expires_at__lte=at)
    late = run_out(opened.select_related("seat__cycle", "application__person", "entry__application"), at)
    expired = [expire(offer, at=at) for offer in late]
    return expired, close_list(cycle, at) if at >= cycle.stop_promotion_at else []


def close_list(cycle, at):
    """Every waiting entry closes, with a mail. Offers that are open run to their own clocks."""
    if cycle.state not in LIST_IS_KEPT:
        return []
    waiting = WaitingListEntry.objects.filter(cycle=cycle, state=EntryState.WAITING).order_by("rank")
    closed = []
    for entry in waiting.select_related("application__person", "cycle__officer"):
        move(entry, "close", by=None, at=at, ended_at=at)
        application_parts.close_list(application=entry.application, by=None, at=at)
        messages.list_closed(entry, now=at)
        closed.append(entry)
    return closed
