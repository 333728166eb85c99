"""Entries as an iCalendar file (RFC 5545). Pure: the same entries give the same bytes, so that a reader may
be told 304."""

import re
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, Timezone

from .entries import SHANGHAI, CalendarEntry

__all__ = ["CalendarEntry", "calendar_bytes"]

PRODID = "-//International Office//Exchange Portal//EN"
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
REFRESH = timedelta(hours=1)
# Controls, what Unicode takes for line ends, and halves of characters; not the line feed and not the tab.
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def calendar_bytes(entries, *, name, language, method="PUBLISH", today=date(2026, 1, 1)):
    """A calendar file.

    entries: CalendarEntry list; none gives a valid, empty calendar. name: as subscribers see it. language:
    "en" or "zh-hans". method: PUBLISH, REQUEST or CANCEL. today: the day for which an empty calendar's zone
    is written.
    """
    tag = "zh-Hans" if language.lower().startswith("zh") else "en"
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    for property_name in ("name", "x-wr-calname"):
        calendar.add(property_name, plain(name), parameters={"language": tag})
    calendar.add("x-wr-timezone", "Asia/Shanghai")
    calendar.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for entry in entries:
        calendar.add_component(_event(entry))
    _add_zone(calendar, entries, today)
    return calendar.to_ical()


def _event(entry):
    event = Event()
    modified = (entry.last_modified or EPOCH).astimezone(UTC).replace(microsecond=0)
    event.add("uid", entry.uid)
    # Neither may say "now": the file would change with every reading.
    event.add("dtstamp", modified)
    event.add("last-modified", modified)
    event.add("sequence", entry.sequence)
    event.add("status", entry.status)
    event.add("summary", plain(entry.summary))
    if entry.all_day:
        event.add("dtstart", entry.starts)
        # A stay names its last day, a calendar the day after it.
        event.add("dtend", entry.ends + timedelta(days=1))
    else:
        event.add("dtstart", entry.starts.astimezone(SHANGHAI))
        event.add("dtend", entry.ends.astimezone(SHANGHAI))
    if not entry.busy:
        event.add("transp", "TRANSPARENT")
    for field in ("location", "description"):
        if words := plain(getattr(entry, field)):
            event.add(field, words)
    if entry.url:
        event.add("url", entry.url)
    if entry.kind:
        event.add("categories", [entry.kind])
    return event


def _add_zone(calendar, entries, today):
    """Asia/Shanghai's own definition, also into an empty calendar: a calendar without any component is not
    valid."""
    if all(entry.all_day for entry in entries):
        calendar.add_component(
            Timezone.from_tzid("Asia/Shanghai", first_date=today, last_date=today + timedelta(days=1))
        )
        return
    days = [day for entry in entries for day in (entry.takes[0].date(), entry.takes[1].date())]
    calendar.add_missing_timezones(first_date=min(days), last_date=max(days) + timedelta(days=1))


def plain(words):
    """Words of a person as one value: line ends are kept as such, every other control character goes."""
    return CONTROLS.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))
