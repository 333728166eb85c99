"""Calendar files, read back by two readers: the one that wrote them, and one of other people."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject
from icalendar import Calendar

from portal.calendars.entries import CANCELLED, CalendarEntry
from portal.calendars.ics import calendar_bytes

SHANGHAI = ZoneInfo("Asia/Shanghai")
BEFORE_CLOCKS_CHANGE = datetime(2027, 10, 30, 9, tzinfo=SHANGHAI)


def talk(starts=BEFORE_CLOCKS_CHANGE, **more):
    fields = {"uid": "talk-1", "starts": starts, "ends": starts + timedelta(hours=1), "summary": "Sleeve resection"}
    return CalendarEntry(**{**fields, **more})


def written(*entries, language="en", **more):
    return calendar_bytes(entries, name="The forum", language=language, **more)


def events(body):
    return Calendar.from_ical(body).walk("VEVENT")


def test_another_reader_reads_what_was_written():
    event = vobject.readOne(written(talk(location="大礼堂", description="Line 1\nLine 2")).decode()).vevent
    assert event.uid.value == "talk-1"
    assert event.summary.value == "Sleeve resection"
    assert event.location.value == "大礼堂"
    assert event.description.value == "Line 1\nLine 2"
    assert event.dtstart.value == BEFORE_CLOCKS_CHANGE


def test_the_zone_is_defined_in_the_file_and_the_sender_named():
    calendar = Calendar.from_ical(written(talk()))
    assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == ["Asia/Shanghai"]
    assert calendar["PRODID"].startswith("-//")
    assert calendar["METHOD"] == "PUBLISH"


def test_when_europe_changes_its_clocks_shanghai_does_not():
    after = talk(uid="talk-2", starts=BEFORE_CLOCKS_CHANGE + timedelta(days=2))
    first, second = (event.decoded("DTSTART") for event in events(written(talk(), after)))
    assert (f"{first:%H:%M}", f"{second:%H:%M}") == ("09:00", "09:00")
    prague = [moment.astimezone(ZoneInfo("Europe/Prague")).hour for moment in (first, second)]
    assert prague == [3, 2]


def test_a_stay_is_dates_and_its_last_day_belongs_to_it():
    body = written(
        CalendarEntry(uid="stay", starts=date(2027, 9, 6), ends=date(2027, 9, 17), summary="Stay", busy=False)
    )
    (event,) = events(body)
    assert b"DTSTART;VALUE=DATE:20270906" in body
    assert event.decoded("DTSTART") == date(2027, 9, 6)
    assert event.decoded("DTEND") == date(2027, 9, 18)
    assert event["TRANSP"] == "TRANSPARENT"


def test_a_change_shows_in_sequence_status_and_last_modified():
    changed = datetime(2027, 3, 1, 4, 5, 6, tzinfo=UTC)
    (event,) = events(written(talk(sequence=3, status=CANCELLED, last_modified=changed)))
    assert event["SEQUENCE"] == 3
    assert event["STATUS"] == "CANCELLED"
    assert event.decoded("LAST-MODIFIED") == changed


def test_the_same_entries_give_the_same_bytes():
    assert written(talk()) == written(talk())


def test_an_empty_calendar_is_still_one():
    assert vobject.readOne(written().decode()).name == "VCALENDAR"
    assert list(events(written())) == []


@pytest.mark.parametrize("typed", ["a\r\nEND:VEVENT\r\nBEGIN:VEVENT", "a\rb", "a\x00b\x0b", "a;b,c\\d", "\u2028x"])
def test_words_stay_words(typed):
    body = written(talk(summary=typed, location=typed, description=typed))
    assert len(events(body)) == 1
    assert body.count(b"\r\nBEGIN:VEVENT\r\n") == body.count(b"\r\nEND:VEVENT\r\n") == 1
    assert vobject.readOne(body.decode()).vevent.uid.value == "talk-1"


def test_a_thousand_entries_are_all_there():
    body = written(*(talk(uid=f"talk-{n}", starts=BEFORE_CLOCKS_CHANGE + timedelta(hours=n)) for n in range(1000)))
    assert body.count(b"BEGIN:VEVENT") == 1000
