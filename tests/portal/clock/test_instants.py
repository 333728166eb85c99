"""One instant on two clocks, in both languages."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.clock import instants
from portal.clock.cities import city, is_zone, known_zones
from portal.clock.instants import left_until, sentence, short_here, short_pair, span_of_days, two_cities

CLOSES = datetime(2027, 3, 31, 15, 59, tzinfo=UTC)


def test_a_deadline_in_english():
    assert sentence(CLOSES, "Europe/Prague", "en") == "31 March 2027, 23:59 in Shanghai, which is 17:59 in Prague"


def test_a_deadline_in_chinese():
    assert sentence(CLOSES, "Europe/Prague", "zh-hans") == "上海时间2027年3月31日23:59，即布拉格17:59"


def test_another_day_is_named():
    evening = datetime(2027, 3, 31, 23, 0, tzinfo=UTC)
    assert sentence(evening, "America/New_York", "en") == (
        "1 April 2027, 07:00 in Shanghai, which is 19:00 on 31 March 2027 in New York"
    )


def test_a_pair_for_tables():
    assert short_pair(CLOSES, "Europe/Prague", "en") == "31 Mar 2027 23:59 Shanghai = 17:59 Prague"


def test_the_office_reads_its_own_clock():
    assert short_here(CLOSES, "en") == "31 Mar 2027 23:59 Shanghai"
    assert short_here(CLOSES, "zh-hans") == "上海2027年3月31日 23:59"


@pytest.mark.parametrize(
    ("zone", "clock"), [("Asia/Kolkata", "21:29"), ("Asia/Kathmandu", "21:44"), ("Australia/Adelaide", "02:29")]
)
def test_half_hour_zones(zone, clock):
    assert two_cities(CLOSES, zone, "en")[1].clock == clock


def test_whoever_reads_in_shanghai_sees_prague_beside_it():
    here, there = two_cities(CLOSES, "Asia/Shanghai", "en")
    assert (here.city, there.city) == ("Shanghai", "Prague")


def test_the_hour_that_the_march_night_leaves_out_is_never_shown():
    """At 02:00 on 28 March 2027 Prague's clocks go to 03:00; Shanghai's do not move."""
    before = datetime(2027, 3, 28, 0, 59, tzinfo=UTC)
    clocks = [two_cities(before + timedelta(minutes=n), "Europe/Prague", "en")[1].clock for n in range(3)]
    assert clocks == ["01:59", "03:00", "03:01"]


def test_the_hour_that_october_repeats_is_two_instants():
    first = datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    readings = [two_cities(first + timedelta(hours=n), "Europe/Prague", "en") for n in range(2)]
    assert [pair[1].clock for pair in readings] == ["02:30", "02:30"]
    assert [pair[0].clock for pair in readings] == ["08:30", "09:30"]


def test_what_is_left():
    assert left_until(CLOSES, CLOSES - timedelta(days=11, hours=3), "en") == ("11", "days and 3 hours left")
    assert left_until(CLOSES, CLOSES - timedelta(seconds=30), "en") == ("1", "minute left")
    assert left_until(CLOSES, CLOSES, "en") == ("", "Closed")
    assert left_until(CLOSES, CLOSES, "zh-hans") == ("", "已截止")


def test_stays_are_days():
    assert span_of_days(date(2027, 9, 6), date(2027, 9, 17), "en") == "6–17 September 2027"
    assert span_of_days(date(2027, 12, 28), date(2028, 1, 9), "en") == "28 December 2027 – 9 January 2028"
    assert span_of_days(date(2027, 9, 28), date(2027, 10, 9), "zh-hans") == "2027年9月28日至10月9日"


@given(
    st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2037, 1, 1), timezones=st.just(UTC)),
    st.sampled_from(known_zones()),
    st.sampled_from(["en", "zh-hans"]),
)
def test_both_readings_are_the_same_instant_and_never_an_abbreviation(instant, zone, language):
    pair = two_cities(instant, zone, language)
    minute = instant.replace(second=0, microsecond=0)
    assert {datetime.fromisoformat(reading.iso).astimezone(UTC) for reading in pair} == {minute}
    words = sentence(instant, zone, language)
    assert all(name in words for name in (pair[0].city, pair[1].city))
    assert not {"CST", "CET", "GMT", "UTC"} & set(words.replace(",", " ").split())


def test_only_zones_with_a_city_are_zones():
    assert is_zone("Europe/Prague")
    assert not is_zone("Etc/GMT-8")
    assert not is_zone("CST")
    assert city("Europe/Prague", "zh-hans") == "布拉格"
    assert instants.second_zone(None) == "Europe/Prague"
