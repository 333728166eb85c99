"""Whatever happens in whatever order, the waiting list is strict: nobody is promoted past somebody who waits.

The rules alone, without a database: a cycle is a handful of facts, and each happening changes them as the actions do.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.offers.rules import promotion, seats
from exchange.offers.rules.promotion import Claim, ListRules
from exchange.offers.rules.seats import SeatFacts
from exchange.offers.states import EntryState, OfferState

START = datetime(2027, 7, 12, 2, 0, tzinfo=UTC)
STOP = START + timedelta(hours=40)
HAPPENINGS = (
    "decline",
    "accept",
    "expire",
    "relinquish",
    "mistake",
    "person",
    "withdraw",
    "click",
    "open",
    "shut",
    "hour",
)


@dataclass
class Year:
    """A cycle in facts. holders: dict of seat number → claim key, None for one who was selected outright."""

    seats: dict
    claims: dict
    holders: dict
    now: datetime = START
    promoted: list = field(default_factory=list)

    @property
    def rules(self):
        return ListRules(now=self.now, stop_at=STOP)

    def give(self, seat, claim):
        waiting = promotion.queue_of(self.claims.values())
        self.promoted.append((claim.order, min(other.order for other in waiting), self.now))
        self.claims[claim.key] = replace(claim, state=EntryState.OFFERED)
        self.seats[seat.number] = replace(self.seats[seat.number], offer=OfferState.OPEN, awaits_click=False)
        self.holders[seat.number] = claim.key

    def give_on(self):
        for seat, claim in promotion.promotions(list(self.seats.values()), list(self.claims.values()), self.rules):
            self.give(seat, self.claims[claim.key])

    def end(self, number, state, *, awaits_click=False):
        key = self.holders.pop(number)
        self.seats[number] = replace(self.seats[number], offer=None, awaits_click=awaits_click)
        if key is not None:
            self.claims[key] = replace(self.claims[key], state=state)


def happen(year, what, pick):
    """One happening to a seat or person chosen by `pick`; what is impossible just then does not happen."""
    year.now += timedelta(hours=1)
    opened = sorted(n for n, seat in year.seats.items() if seat.offer == OfferState.OPEN)
    accepted = sorted(n for n, seat in year.seats.items() if seat.offer == OfferState.ACCEPTED)
    if what in ("decline", "expire", "person") and opened:
        year.end(opened[pick % len(opened)], EntryState.PASSED)
    elif what == "accept" and opened:
        number = opened[pick % len(opened)]
        year.seats[number] = replace(year.seats[number], offer=OfferState.ACCEPTED)
        if (key := year.holders[number]) is not None:
            year.claims[key] = replace(year.claims[key], state=EntryState.ACCEPTED)
    elif what == "relinquish" and accepted:
        year.end(accepted[pick % len(accepted)], EntryState.ACCEPTED)
    elif what == "mistake":
        from_list = [n for n in opened if year.holders[n] is not None and year.claims[year.holders[n]].rank is not None]
        if from_list:
            year.end(from_list[pick % len(from_list)], EntryState.WAITING, awaits_click=True)
    elif what == "withdraw":
        withdraw(year, pick)
    elif what == "click":
        click(year)
    elif what == "open":
        number = len(year.seats) + 1
        if number <= 7:
            year.seats[number] = SeatFacts(key=number, number=number, is_open=True)
    elif what == "shut":
        free = [seat for seat in year.seats.values() if seats.what_stops_shutting(seat) is None]
        if free:
            seat = free[pick % len(free)]
            year.seats[seat.number] = replace(seat, is_open=False, awaits_click=False)
    year.give_on()


def withdraw(year, pick):
    able = sorted(k for k, claim in year.claims.items() if claim.state in (EntryState.WAITING, EntryState.OFFERED))
    if not able:
        return
    key = able[pick % len(able)]
    held = [number for number, holder in year.holders.items() if holder == key]
    for number in held:
        year.end(number, EntryState.WITHDRAWN)
    year.claims[key] = replace(year.claims[key], state=EntryState.WITHDRAWN)


def click(year):
    for seat in list(year.seats.values()):
        if promotion.what_stops_offering(seat, list(year.claims.values()), year.rules) is None:
            year.give(seat, year.claims[promotion.next_for(year.claims.values()).key])
            return


years = st.builds(
    lambda firm, waiting, carried: Year(
        seats={n: SeatFacts(key=n, number=n, is_open=True) for n in range(1, firm + 1)},
        claims={
            **{rank: Claim(key=rank, rank=rank) for rank in range(1, waiting + 1)},
            **{-n: Claim(key=-n, rank=None) for n in range(1, carried + 1)},
        },
        holders={},
    ),
    firm=st.integers(1, 4),
    waiting=st.integers(0, 8),
    carried=st.integers(0, 2),
)
courses = st.lists(st.tuples(st.sampled_from(HAPPENINGS), st.integers(0, 9)), max_size=60)


@settings(max_examples=400, deadline=None)
@given(years, courses)
def test_any_order_of_happenings_keeps_the_strict_order(year, course):
    year.give_on()
    for what, pick in course:
        happen(year, what, pick)
        held = [seat for seat in year.seats.values() if seat.offer is not None]
        assert not seats.is_oversold(year.seats.values())
        assert len(held) == len(year.holders) <= len(seats.open_seats(year.seats.values()))
        if year.now < STOP:
            waits = promotion.queue_of(year.claims.values())
            idle = [seat for seat in seats.free_seats(year.seats.values()) if not seat.awaits_click]
            assert not (idle and waits), "a seat is empty though somebody waits"
    for promoted, first_in_line, at in year.promoted:
        assert promoted == first_in_line, "somebody was passed over"
        assert at < STOP, "somebody was promoted after the stop"


@settings(max_examples=200, deadline=None)
@given(years, courses)
def test_everybody_who_waits_is_told_why_and_no_two_are_next_for_one_seat(year, course):
    for what, pick in course:
        happen(year, what, pick)
        claims, rows = list(year.claims.values()), list(year.seats.values())
        reasons = promotion.why_waiting(claims, rows, year.rules)
        assert set(reasons) == {claim.key for claim in promotion.queue_of(claims)}
        nexts = [reason.data["seat"] for reason in reasons.values() if reason.code == "next"]
        assert len(nexts) == len(set(nexts))
        if year.rules.stopped:
            assert {reason.code for reason in reasons.values()} <= {"stopped"}


@pytest.mark.parametrize("what", HAPPENINGS)
def test_each_happening_alone_is_possible_from_a_full_year(what):
    """The course above is not empty talk: each happening changes a year in which it can happen, or is a passing hour."""
    year = Year(
        seats={1: SeatFacts(1, 1, True), 2: SeatFacts(2, 2, True)},
        claims={rank: Claim(rank, rank) for rank in (1, 2, 3, 4)},
        holders={},
    )
    year.give_on()
    if what == "relinquish":
        happen(year, "accept", 0)
    if what == "click":
        happen(year, "mistake", 0)
    if what == "shut":
        for _times in range(4):
            happen(year, "decline", 0)
    before = (dict(year.seats), dict(year.claims))
    happen(year, what, 0)
    assert ((year.seats, year.claims) != before) == (what != "hour")
