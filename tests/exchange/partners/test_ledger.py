"""A stay in the ledger: persons in the year of arrival, days in the year in which each falls; reversed, never changed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.partners.rules import balance, days_by_year, lines_of_stay

days = st.dates(min_value=date(2018, 1, 1), max_value=date(2040, 12, 31))


@given(days, st.integers(min_value=0, max_value=1100))
def test_no_day_is_lost_or_counted_twice_across_new_year(first, length):
    last = first + timedelta(days=length)
    counted = days_by_year(first, last)
    assert sum(counted.values()) == length + 1
    assert list(counted) == list(range(first.year, last.year + 1))
    assert all(0 < number <= 366 for number in counted.values())
    lines = lines_of_stay(first, last)
    assert [year for year, persons, _days in lines if persons] == [first.year]
    assert sum(persons for _year, persons, _days in lines) == 1


@given(st.lists(st.tuples(st.sampled_from(["in", "out"]), st.integers(-3, 3), st.integers(-400, 400))))
def test_a_balance_is_the_sum_of_its_lines(lines):
    found = balance(lines)
    assert found["balance"] == found["in"][0] - found["out"][0]
    assert found["in"][1] + found["out"][1] == sum(days for _direction, _persons, days in lines)


def test_thirty_first_and_first_are_a_day_of_each_year():
    assert lines_of_stay(date(2027, 12, 31), date(2028, 1, 1)) == [(2027, 1, 1), (2028, 0, 1)]


@pytest.mark.django_db
def test_an_entry_is_never_changed(scene):
    entry = scene.book()
    entry.days = 1
    with pytest.raises(RuntimeError, match="append-only"):
        entry.save()
