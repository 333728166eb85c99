"""Seats, promotion, clocks and the dry run of a release: the decisions themselves, without a database."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from exchange.applications.states import ApplicationState
from exchange.offers.rules import clocks, promotion, seats
from exchange.offers.rules.promotion import Claim, ListRules, Reason
from exchange.offers.rules.releasing import Case, Obstacle, plan_release
from exchange.offers.rules.seats import SeatFacts
from exchange.offers.states import EntryState, OfferState
from exchange.review.states import Outcome

NOW = datetime(2027, 7, 12, 2, 0, tzinfo=UTC)
STOP = NOW + timedelta(days=30)


def seat(number, **facts):
    return SeatFacts(**{"key": number, "number": number, "is_open": True, **facts})


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({}, "free"),
        ({"offer": OfferState.OPEN}, "open"),
        ({"offer": OfferState.ACCEPTED}, "filled"),
        ({"offer": OfferState.FULFILLED}, "used"),
        ({"is_open": False}, "shut"),
    ],
)
def test_a_seats_state_is_derived_from_its_offer(facts, state):
    assert seat(1, **facts).state == state


def test_a_used_seat_is_not_free_again():
    assert seats.free_seats([seat(1, offer=OfferState.FULFILLED), seat(2)]) == [seat(2)]


def test_only_a_free_open_seat_can_be_shut():
    assert seats.what_stops_shutting(seat(1)) is None
    assert seats.what_stops_shutting(seat(1, offer=OfferState.OPEN)) == "held"
    assert seats.what_stops_shutting(seat(1, is_open=False)) == "shut already"


def test_seats_go_by_number_to_people_by_rank_and_those_carried_over_come_first():
    claims = [Claim(30, 3), Claim(10, 1), Claim(20, 2, EntryState.WITHDRAWN), Claim(-1, None)]
    pairs = promotion.promotions([seat(4), seat(2), seat(3)], claims, ListRules(NOW, STOP))
    assert [(place.number, claim.key) for place, claim in pairs] == [(2, -1), (3, 10), (4, 30)]


@pytest.mark.parametrize(
    "rules",
    [
        ListRules(NOW, NOW),
        ListRules(NOW, STOP, released=False),
        ListRules(NOW, STOP, next_office_hour=NOW + timedelta(minutes=1)),
    ],
    ids=["at the stop", "before the release", "outside office hours"],
)
def test_nobody_is_promoted(rules):
    assert promotion.promotions([seat(1)], [Claim(1, 1)], rules) == []


def test_a_seat_that_awaits_a_click_goes_on_by_the_click_alone():
    claims, rules = [Claim(1, 1)], ListRules(NOW, STOP)
    waits = seat(1, awaits_click=True)
    assert promotion.promotions([waits], claims, rules) == []
    assert promotion.what_stops_offering(waits, claims, rules) is None
    assert promotion.why_free(waits, claims, rules) == Reason("awaits click", {"rank": 1})


def test_each_who_waits_reads_why():
    claims = [Claim(1, 1), Claim(2, 2), Claim(3, 3), Claim(4, 4, EntryState.OFFERED)]
    rows = [seat(1, offer=OfferState.OPEN), seat(2, awaits_click=True)]
    found = promotion.why_waiting(claims, rows, ListRules(NOW, STOP))
    assert found == {
        1: Reason("next", {"seat": 2, "how": "awaits click", "at": None}),
        2: Reason("after", {"rank": 1, "seat": 2}),
        3: Reason("after", {"rank": 2, "seat": 2}),
    }
    full = promotion.why_waiting(claims, rows[:1], ListRules(NOW, STOP))
    assert full[3] == Reason("no free seat", {"before": 2})


@dataclass(frozen=True)
class Clocked:
    pk: int
    expires_at: datetime


def test_an_offer_ends_at_its_instant_and_the_earliest_first():
    late, early, open_ = Clocked(1, NOW), Clocked(2, NOW - timedelta(days=1)), Clocked(3, NOW + timedelta(seconds=1))
    assert clocks.run_out([late, open_, early], NOW) == [early, late]


@pytest.mark.parametrize(
    ("days_left", "reminded", "due"),
    [(4, None, None), (3, None, 3), (2, 3, None), (1, 3, 1), (1, None, 1), (0.5, 1, None), (0, None, None)],
)
def test_reminders_three_days_and_one_day_before_the_end(days_left, reminded, due):
    ends = NOW + timedelta(days=days_left)
    assert clocks.reminder_due(NOW, NOW - timedelta(days=10), ends, reminded) == due


def test_nobody_is_reminded_of_an_offer_made_after_the_reminders_instant():
    assert clocks.reminder_due(NOW, NOW - timedelta(hours=1), NOW + timedelta(days=2), None) is None


UNDER = ApplicationState.UNDER_REVIEW


def decided(key, outcome, **more):
    return Case(key=key, state=UNDER, outcome=outcome, **more)


def test_a_release_makes_offers_then_gives_what_is_left_to_the_list():
    cases = [
        decided(1, Outcome.SELECT, order=(-7, 1)),
        decided(2, Outcome.SELECT, order=(-9, 2)),
        decided(3, Outcome.WAITLIST, rank=2),
        decided(4, Outcome.WAITLIST, rank=1),
        decided(5, Outcome.NOT_SELECTED),
        Case(6, ApplicationState.DRAFT),
        Case(7, ApplicationState.SELECTED, carried=True),
        Case(8, ApplicationState.WITHDRAWN),
    ]
    plan = plan_release(cases, [seat(n) for n in (1, 2, 3, 4)], stopped=False)
    assert plan.is_clear
    assert [(place.number, case.key) for place, case in plan.offers] == [(1, 7), (2, 2), (3, 1)]
    assert [(place.number, case.key) for place, case in plan.promoted] == [(4, 4)]
    assert [case.key for case in plan.waiting] == [4, 3]
    assert [case.key for case in plan.not_selected] == [5]
    assert [case.key for case in plan.lapsed] == [6]


def test_more_selected_than_open_seats_is_in_the_way_and_carried_ones_count():
    cases = [decided(1, Outcome.SELECT), Case(2, ApplicationState.SELECTED, carried=True)]
    plan = plan_release(cases, [seat(1), seat(2, is_open=False)], stopped=False)
    assert plan.obstacles == (Obstacle("too many", wanted=2, seats=1),)


def test_everything_unfinished_is_in_the_way_by_name():
    cases = [
        Case(1, ApplicationState.SUBMITTED),
        Case(2, ApplicationState.SCREENED),
        Case(3, ApplicationState.RETURNED),
        decided(4, ""),
        decided(5, Outcome.SELECT, flagged=True),
        decided(6, Outcome.WAITLIST),
        decided(7, Outcome.WAITLIST, rank=1),
        decided(8, Outcome.WAITLIST, rank=1),
    ]
    plan = plan_release(cases, [seat(1)], stopped=True)
    assert [(row.code, row.key) for row in plan.obstacles] == [
        ("submitted", 1), ("screened", 2), ("returned", 3), ("undecided", 4), ("flagged", 5), ("no rank", 6),
        ("same rank", 7), ("same rank", 8), ("stopped", None),
    ]  # fmt: skip
