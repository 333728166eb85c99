"""Make an offer by a click, extend its clock, take it back."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.access.permissions import require
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.refusals import NotPossibleNow, ReasonMissing, Refusal

from .. import messages
from ..models import Offer
from ..parts import ending
from ..parts.giving import give_to_next
from ..parts.turns import turn
from ..queries.standing import standing
from ..rules.promotion import what_stops_offering
from ..states import Because, EntryState, OfferState

register_act("exchange.offer.extend", gettext_lazy("more time given"))

WHAT_STOPS = {
    "not released": lambda: _("Decisions are not released, or the cycle is over: nobody can be offered a seat now."),
    "stopped": lambda: _("The waiting list has closed: nobody is promoted any more."),
    "shut": lambda: _("This seat is shut."),
    "held": lambda: _("Somebody holds this seat now. Look at the page again."),
    "nobody waits": lambda: _("Nobody waits: the list is empty."),
}


def offer_to_next(*, seat, by, now):
    """The office's click: the seat goes to whoever is next in order, and to nobody else. Returns the Offer."""
    require(by, "make offers", Offer)
    with turn(seat.cycle_id, now=now) as act:
        stand = standing(act.cycle, act.at)
        facts = next(row for row in stand.seats if row.key == seat.pk)
        stops = what_stops_offering(facts, stand.claims, stand.rules)
        if stops:
            raise Refusal(WHAT_STOPS[stops]())
        offer = give_to_next(stand, seat.pk, by=by, at=act.at)
    return offer


def extend_offer(*, offer, until, by, now, reason):
    """A later end for an offer that is open. Once its clock has run out it cannot be extended: it has ended."""
    require(by, "extend", offer)
    if not reason.strip():
        raise ReasonMissing
    with turn(offer.cycle_id, now=now) as act:
        fresh = ending.freshly(offer)
        refuse_unless_open(fresh)
        if until <= fresh.expires_at or until <= act.at:
            raise Refusal(_("Choose an instant that is later than the present end."), field="until")
        before, fresh.expires_at, fresh.reminded = fresh.expires_at, until, None
        fresh.save(update_fields=["expires_at", "reminded"])
        record(
            fresh, "exchange.offer.extend", by=by, at=act.at, why=reason,
            before=before.isoformat(), until=until.isoformat(),
        )  # fmt: skip
        messages.offer_extended(fresh, now=act.at)
    return fresh


def refuse_unless_open(offer):
    if offer.state != OfferState.OPEN:
        raise NotPossibleNow(ending.WHAT_BECAME_OF_IT[offer.state]())


def rescind_offer(*, offer, because, by, now, reason):
    """Take back an offer that is open. `because` (see Because) decides what follows for person and seat.

    One that is accepted has a visit: cancelling that ends both (see journey/visit_ends.py).
    """
    require(by, "rescind", offer)
    with turn(offer.cycle_id, now=now) as act:
        fresh = ending.freshly(offer)
        if fresh.state == OfferState.ACCEPTED:
            raise NotPossibleNow(_("This offer has been accepted. Cancel its visit: that ends the offer with it."))
        refuse_unless_open(fresh)
        if because == Because.MISTAKE and (fresh.entry is None or fresh.entry.state != EntryState.OFFERED):
            raise Refusal(
                _("Only an offer from the waiting list can be undone as a mistake. Choose another reason."),
                field="because",
            )
        ending.rescind(fresh, because=because, by=by, at=act.at, reason=reason)
    return fresh
