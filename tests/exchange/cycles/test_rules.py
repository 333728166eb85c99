from datetime import UTC, date, datetime, timedelta

import pytest

from exchange.cycles.models import Cycle
from exchange.cycles.rules import end_of, takes_submissions, what_stops_opening
from exchange.cycles.states import CycleState

OPENS = datetime(2026, 11, 1, 1, tzinfo=UTC)
CLOSES = datetime(2027, 3, 31, 15, 59, tzinfo=UTC)  # 23:59 in Shanghai


def a_cycle(**changes):
    fields = {
        "state": CycleState.OPEN,
        "opens_at": OPENS,
        "closes_at": CLOSES,
        "stop_promotion_at": datetime(2027, 7, 31, 10, tzinfo=UTC),
        "visit_from": date(2027, 6, 1),
        "visit_to": date(2027, 11, 30),
    }
    return Cycle(**(fields | changes))


@pytest.mark.parametrize(
    ("instant", "taken"),
    [
        (OPENS - timedelta(seconds=1), False),
        (OPENS, True),
        (datetime(2027, 3, 31, 15, 59, 59, tzinfo=UTC), True),
        (datetime(2027, 3, 31, 16, 0, 0, tzinfo=UTC), False),
    ],
)
def test_the_closing_minute_still_counts_and_the_next_does_not(instant, taken):
    assert takes_submissions(a_cycle(), instant) is taken


def test_an_extension_lets_in_late_even_when_the_clock_has_closed_the_cycle():
    late = CLOSES + timedelta(hours=3)
    cycle = a_cycle(state=CycleState.CLOSED)
    assert not takes_submissions(cycle, late)
    assert takes_submissions(cycle, late, extended_to=CLOSES + timedelta(days=1))


@pytest.mark.parametrize("state", [CycleState.DRAFT, CycleState.RELEASED, CycleState.ARCHIVED, CycleState.CANCELLED])
def test_no_extension_opens_a_cycle_that_takes_nothing(state):
    assert not takes_submissions(a_cycle(state=state), OPENS, extended_to=CLOSES)


def test_end_of_a_deadline_is_the_start_of_the_next_minute():
    assert end_of(datetime(2027, 3, 31, 15, 59, 31, 5, tzinfo=UTC)) == datetime(2027, 3, 31, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("changes", "seats", "criteria", "reasons"),
    [
        ({}, 4, 3, []),
        ({}, 4, None, []),
        ({"closes_at": OPENS - timedelta(days=1)}, 4, 3, ["closes in the past"]),
        ({"stop_promotion_at": CLOSES}, 4, 3, ["stop before close"]),
        ({"visit_from": date(2027, 3, 1)}, 4, 3, ["visits before close"]),
        ({}, 0, 0, ["no seats", "no criteria"]),
    ],
)
def test_every_reason_that_stops_an_opening_is_told(changes, seats, criteria, reasons):
    assert what_stops_opening(a_cycle(**changes), OPENS, seats, criteria) == reasons
