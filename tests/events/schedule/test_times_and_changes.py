"""The pure rules: which times are possible, and what differs between two releases."""

from datetime import UTC, date, datetime

import pytest

from events.schedule.rules.changes import changes
from events.schedule.rules.times import what_is_wrong

FIRST, LAST = date(2027, 10, 30), date(2027, 10, 31)


def at(day, hour, minute=0):
    return datetime(2027, 10, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("starts", "ends", "wrong"),
    [
        (at(30, 1), at(30, 2), None),
        (at(30, 1), at(30, 1), "no time"),
        (at(30, 2), at(30, 1), "no time"),
        (at(30, 15), at(30, 17), "past midnight"),
        (at(29, 1), at(29, 2), "not on its days"),
        (at(29, 16), at(29, 17), None),
        (at(31, 15), at(31, 15, 59), None),
        (at(31, 16, 30), at(31, 17), "not on its days"),
    ],
)
def test_days_are_those_of_shanghai(starts, ends, wrong):
    assert what_is_wrong(starts, ends, FIRST, LAST) == wrong


def session(slug="one", **fields):
    return {
        "slug": slug,
        "title_en": slug,
        "title_zh": slug,
        "state": "planned",
        "starts_at": "2027-10-30T01:00:00+00:00",
        "ends_at": "2027-10-30T02:00:00+00:00",
        "room": 1,
        "chairs": [],
        "talks": [],
        "summary_en": "",
        "sequence": 0,
        "changed_at": "",
        **fields,
    }


def schedule(*sessions, **more):
    rooms = [{"id": number, "name_en": f"Room {number}", "name_zh": f"{number}室"} for number in (1, 2)]
    return {"rooms": rooms, "sessions": list(sessions), "speakers": [], **more}


def told(before, after):
    return [row["what"] for row in changes(before, after)]


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"state": "cancelled"}, ["cancelled"]),
        ({"room": 2}, ["other room"]),
        ({"room": None}, ["other room"]),
        ({"starts_at": "2027-10-30T01:30:00+00:00"}, ["moved"]),
        ({"title_zh": "新"}, ["renamed"]),
        ({"chairs": [3]}, ["other people"]),
        ({"talks": [{"speaker": 4, "title_en": "T"}]}, ["other people"]),
        ({"summary_en": "x"}, ["reworded"]),
        ({"room": 2, "starts_at": "2027-10-30T01:30:00+00:00"}, ["moved", "other room"]),
        ({"sequence": 9, "changed_at": "later"}, []),
    ],
)
def test_each_difference_has_its_word(changed, what):
    assert told(schedule(session()), schedule(session(**changed))) == what


def test_what_came_and_what_went():
    assert told(schedule(session("one")), schedule(session("two"))) == ["added", "removed"]


def test_taking_place_after_all():
    assert told(schedule(session(state="cancelled")), schedule(session())) == ["restored"]


def test_a_biography_alone_is_a_detail():
    assert told(schedule(session()), schedule(session(), speakers=[{"key": 1}])) == ["details"]


def test_a_first_release_changes_nothing():
    assert changes(None, schedule(session())) == []
