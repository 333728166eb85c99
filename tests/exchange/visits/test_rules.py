from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.visits.rules import problems_of_dates, problems_of_item, stays_overlap

SHANGHAI = ZoneInfo("Asia/Shanghai")
WINDOW = (date(2027, 6, 1), date(2027, 11, 30))
STAY = (date(2027, 9, 6), date(2027, 9, 17))


def at(day, hour, minute=0):
    return datetime(2027, 9, day, hour, minute, tzinfo=SHANGHAI)


def weekday(day):
    return day.weekday() < 5


@pytest.mark.parametrize(
    ("first", "last", "problems"),
    [
        (date(2027, 9, 6), date(2027, 9, 17), []),
        (date(2027, 6, 1), date(2027, 11, 30), []),
        (date(2027, 9, 17), date(2027, 9, 6), ["reversed"]),
        (date(2027, 5, 31), date(2027, 6, 4), ["before the window"]),
        (date(2027, 11, 25), date(2027, 12, 1), ["after the window"]),
        (date(2027, 5, 1), date(2027, 12, 31), ["before the window", "after the window"]),
    ],
)
def test_dates_are_held_against_the_window(first, last, problems):
    assert problems_of_dates(first, last, WINDOW) == problems


@pytest.mark.parametrize(
    ("starts", "ends", "problems"),
    [
        (at(6, 9), at(6, 11), []),
        (at(6, 9), at(6, 9), ["no time"]),
        (at(6, 11), at(6, 9), ["no time"]),
        (at(5, 9), at(5, 10), ["outside the stay", "no working day"]),
        (at(17, 22), at(18, 1), ["outside the stay", "past midnight"]),
        (at(8, 22), at(9, 0), []),
        (at(8, 23, 30), at(9, 0, 30), ["past midnight"]),
        (at(11, 10), at(11, 12), ["no working day"]),
    ],
)
def test_what_is_odd_about_an_items_time_is_told(starts, ends, problems):
    assert problems_of_item(starts, ends, STAY, weekday) == problems


def test_an_item_in_another_zone_is_judged_by_shanghais_dates():
    prague = ZoneInfo("Europe/Prague")
    starts = datetime(2027, 9, 5, 23, 0, tzinfo=prague)  # 05:00 on the 6th in Shanghai
    assert problems_of_item(starts, datetime(2027, 9, 6, 1, 0, tzinfo=prague), STAY, weekday) == []


days = st.dates(date(2027, 1, 1), date(2027, 12, 31))


@given(days, days, days, days)
def test_two_stays_overlap_exactly_when_they_share_a_day(a, b, c, d):
    one, other = (min(a, b), max(a, b)), (min(c, d), max(c, d))
    shared = {one[0].toordinal() + i for i in range((one[1] - one[0]).days + 1)} & {
        other[0].toordinal() + i for i in range((other[1] - other[0]).days + 1)
    }
    assert stays_overlap(one, other) is bool(shared)
    assert stays_overlap(one, other) is stays_overlap(other, one)
