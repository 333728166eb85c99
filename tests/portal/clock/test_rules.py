"""Working days and offer clocks. No test here touches a database: pytest-django blocks it without the `db` fixture."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from portal.clock.rules import (
    SHANGHAI,
    WorkingCalendar,
    is_working_day,
    next_office_hour,
    offer_ends,
    working_day_from,
)
from portal.clock.special_days import days_of, is_announced


def calendar_of(*years):
    known = [day for year in years for day in days_of(year)]
    return WorkingCalendar(
        holidays=frozenset(day.day for day in known if day.kind == "holiday"),
        makeup=frozenset(day.day for day in known if day.kind == "makeup"),
    )


OF_2026 = calendar_of(2026)


def at(year, month, day, hour=10, minute=0):
    return datetime(year, month, day, hour, minute, tzinfo=SHANGHAI)


def test_2026_is_announced_and_2027_is_not_yet():
    assert is_announced(2026)
    assert not is_announced(2027)


def test_make_up_saturdays_and_sundays_of_2026_are_worked():
    worked = [
        date(2026, 1, 4),
        date(2026, 2, 14),
        date(2026, 2, 28),
        date(2026, 5, 9),
        date(2026, 9, 20),
        date(2026, 10, 10),
    ]
    assert sorted(OF_2026.makeup) == worked
    assert all(is_working_day(day, OF_2026) for day in worked)


def test_golden_week_of_2026_is_not_worked():
    week = [date(2026, 10, day) for day in range(1, 8)]
    assert not any(is_working_day(day, OF_2026) for day in week)
    assert is_working_day(date(2026, 10, 8), OF_2026)


def test_an_offer_that_would_end_in_golden_week_ends_after_it():
    assert offer_ends(at(2026, 9, 19), 14, OF_2026) == at(2026, 10, 8, 18)


def test_an_offer_may_end_on_a_make_up_saturday():
    assert offer_ends(at(2026, 9, 26), 14, OF_2026) == at(2026, 10, 10, 18)


def test_an_offer_that_would_end_on_an_ordinary_saturday_ends_on_monday():
    assert offer_ends(at(2026, 7, 4), 14, OF_2026) == at(2026, 7, 20, 18)


def test_an_offer_made_late_in_prague_counts_from_the_day_in_shanghai():
    in_prague = datetime(2026, 6, 1, 20, 30, tzinfo=UTC)  # 2 June, 04:30 in Shanghai
    assert offer_ends(in_prague, 14, OF_2026) == at(2026, 6, 16, 18)


def test_the_next_office_hour_on_a_working_morning_is_opening_time():
    assert next_office_hour(at(2026, 7, 6, 7), OF_2026) == at(2026, 7, 6, 9)


def test_the_next_office_hour_within_hours_is_now():
    assert next_office_hour(at(2026, 7, 6, 11, 30), OF_2026) == at(2026, 7, 6, 11, 30)


def test_the_next_office_hour_after_closing_on_friday_is_monday():
    assert next_office_hour(at(2026, 7, 3, 18), OF_2026) == at(2026, 7, 6, 9)


def test_the_next_office_hour_before_spring_festival_is_after_it():
    assert next_office_hour(at(2026, 2, 14, 18), OF_2026) == at(2026, 2, 24, 9)


instants = st.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2027, 12, 1), timezones=st.just(UTC))


@given(instants, st.integers(min_value=1, max_value=60))
def test_an_offer_always_ends_at_closing_time_of_a_working_day_and_never_early(made, days):
    ends = offer_ends(made, days, OF_2026)
    assert ends.time() == time(18)
    assert is_working_day(ends.date(), OF_2026)
    assert ends.date() >= made.astimezone(SHANGHAI).date() + timedelta(days=days)


@given(instants)
def test_the_next_office_hour_is_never_before_and_within_hours(instant):
    opens = next_office_hour(instant, OF_2026)
    assert opens >= instant
    assert is_working_day(opens.date(), OF_2026)
    assert time(9) <= opens.time() < time(18)
    assert next_office_hour(opens, OF_2026) == opens


@given(st.dates(min_value=date(2026, 1, 1), max_value=date(2027, 11, 30)))
def test_a_working_day_from_is_the_first_one(day):
    found = working_day_from(day, OF_2026)
    assert is_working_day(found, OF_2026)
    between = (found - day).days
    assert not any(is_working_day(day + timedelta(days=n), OF_2026) for n in range(between))
