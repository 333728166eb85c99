"""Who or what is taken twice: the quick way finds what comparing every pair finds."""

from datetime import UTC, date, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.calendars.entries import CANCELLED, CONFIRMED, CalendarEntry
from portal.calendars.overlaps import clash, overlaps, overlaps_with

NINE = datetime(2027, 10, 16, 1, tzinfo=UTC)


def entry(uid, start=0, hours=1, people=(), room=None, **more):
    starts = NINE + timedelta(hours=start)
    return CalendarEntry(
        uid=uid,
        starts=starts,
        ends=starts + timedelta(hours=hours),
        summary=uid,
        people=frozenset(people),
        room=room,
        **more,
    )


def stay(uid, first, last, people=(), busy=True):
    return CalendarEntry(uid=uid, starts=first, ends=last, summary=uid, people=frozenset(people), busy=busy)


timed = st.builds(
    entry,
    uid=st.sampled_from("abcdefgh"),
    start=st.integers(0, 12),
    hours=st.integers(0, 5),
    people=st.sets(st.integers(1, 4), max_size=3),
    room=st.one_of(st.none(), st.integers(1, 3)),
    status=st.sampled_from([CONFIRMED, CANCELLED]),
    busy=st.booleans(),
)
all_day = st.builds(
    stay,
    uid=st.sampled_from("ijkl"),
    first=st.just(date(2027, 10, 16)),
    last=st.sampled_from([date(2027, 10, 16), date(2027, 10, 17)]),
    people=st.sets(st.integers(1, 4), max_size=2),
    busy=st.booleans(),
)


def by_brute_force(entries):
    pairs = (clash(one, other) for one, other in combinations(entries, 2))
    return sorted(((found.one.uid, found.other.uid, found.people, found.room) for found in pairs if found), key=repr)


@given(st.lists(st.one_of(timed, all_day), max_size=14))
def test_every_pair_is_found_and_no_other(entries):
    found = [(row.one.uid, row.other.uid, row.people, row.room) for row in overlaps(entries)]
    assert sorted(found, key=repr) == by_brute_force(entries)


@given(timed, st.lists(timed, max_size=10))
def test_one_entry_against_others_is_what_comparing_it_with_each_gives(one, others):
    assert len(overlaps_with(one, others)) == sum(clash(one, other) is not None for other in others)


def test_a_person_in_two_rooms_at_once_is_an_overlap_of_the_person():
    found = clash(entry("a", people=[7], room=1), entry("b", people=[7, 8], room=2))
    assert (found.people, found.room) == (frozenset({7}), None)


def test_a_room_taken_twice_is_an_overlap_of_the_room():
    found = clash(entry("a", people=[7], room=1), entry("b", people=[8], room=1))
    assert (found.people, found.room) == (frozenset(), 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (entry("a", 0, 1, [7]), entry("b", 1, 1, [7])),
        (entry("a", people=[7]), entry("a", people=[7])),
        (entry("a", people=[7]), entry("b", people=[7], status=CANCELLED)),
        (entry("a", people=[7]), entry("b", people=[7], busy=False)),
        (entry("a", people=[7], room=None), entry("b", people=[8], room=None)),
        (entry("a", people=[1], room=2), entry("b", people=[2], room=1)),
    ],
    ids=["one after the other", "itself", "cancelled", "takes no time", "no room", "a person is no room"],
)
def test_what_is_no_overlap(one, other):
    assert clash(one, other) is None


def test_a_day_off_takes_that_day_in_shanghai():
    off = stay("leave", date(2027, 10, 16), date(2027, 10, 16), [7])
    assert clash(off, entry("a", people=[7])) is not None
    assert clash(off, entry("late", start=15, people=[7])) is None
