"""How a cycle's seats and its waiting list stand at an instant, as the rules take it, in a constant number of queries."""

from dataclasses import dataclass

from exchange.applications.models import Application
from exchange.applications.states import ApplicationState
from exchange.cycles.models import Cycle, Seat
from exchange.cycles.states import CycleState, Promotion
from portal.clock.queries import working_calendar
from portal.clock.rules import WorkingCalendar, next_office_hour

from ..models import Offer, WaitingListEntry
from ..rules.promotion import Claim, ListRules
from ..rules.seats import SeatFacts
from ..states import OCCUPYING, EntryState, OfferState

OUT = (CycleState.RELEASED, CycleState.RUNNING)
"""Cycle states in which outcomes are out and seats are given on."""


@dataclass(frozen=True)
class Standing:
    """seats, claims: as the rules take them. rows: dict of seat key → Seat. entries, carried: by claim key.

    A claim's key is an entry's id; those carried over from the cycle before have negative ones, in their order.
    """

    cycle: Cycle
    calendar: WorkingCalendar
    rules: ListRules
    rows: dict
    seats: list
    entries: dict
    carried: dict
    claims: list
    holding: dict
    """dict of seat key → the occupying Offer."""


def list_rules(cycle, at, calendar):
    waits = next_office_hour(at, calendar) if cycle.promotion == Promotion.OFFICE_HOUR else None
    return ListRules(now=at, stop_at=cycle.stop_promotion_at, released=cycle.state in OUT, next_office_hour=waits)


def seat_facts(seat, offer):
    return SeatFacts(
        key=seat.pk,
        number=seat.number,
        is_open=seat.is_open,
        offer=offer.state if offer else None,
        awaits_click=seat.awaits_click_since is not None,
    )


def holding_offers(cycle):
    """dict of seat key → the offer that occupies it, with its application and person."""
    offers = Offer.objects.filter(seat__cycle=cycle, state__in=OCCUPYING)
    return {offer.seat_id: offer for offer in offers.select_related("seat", "application__person", "entry")}


def carried_over(cycle):
    """Applications born selected in this cycle whose offer has not been made in it (one that is void was never made)."""
    made = Offer.objects.filter(seat__cycle=cycle).exclude(state=OfferState.VOID)
    return Application.objects.filter(
        cycle=cycle, state=ApplicationState.SELECTED, deferred_from__isnull=False
    ).exclude(pk__in=made.values("application"))


def standing(cycle, at):
    calendar = working_calendar()
    holding = holding_offers(cycle)
    rows = {seat.pk: seat for seat in Seat.objects.filter(cycle=cycle)}
    entries = {
        entry.pk: entry
        for entry in WaitingListEntry.objects.filter(cycle=cycle)
        .exclude(state=EntryState.VOID)
        .select_related("application__person", "cycle")
    }
    before = list(carried_over(cycle).select_related("person").order_by("pk"))
    carried = {place - len(before): row for place, row in enumerate(before)}
    claims = [Claim(key=key, rank=None) for key in carried]
    claims += [Claim(key=entry.pk, rank=entry.rank, state=entry.state) for entry in entries.values()]
    return Standing(
        cycle=cycle,
        calendar=calendar,
        rules=list_rules(cycle, at, calendar),
        rows=rows,
        seats=[seat_facts(seat, holding.get(seat.pk)) for seat in rows.values()],
        entries=entries,
        carried=carried,
        claims=claims,
        holding=holding,
    )
