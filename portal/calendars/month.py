"""The office's month and list: calendar entries as the face's month takes them. Pure."""

from datetime import date, datetime, time, timedelta

from portal.pages.months import MonthEntry

from .entries import CANCELLED, SHANGHAI

# How a kind looks in the month: in and out by the law of position, deadlines red.
LOOKS = {"visit": "in", "itinerary": "in", "placement": "out", "deadline": "deadline"}


def days_of(entry):
    """The first and the last date in Shanghai on which an entry stands."""
    if entry.all_day:
        return entry.starts, entry.ends
    # What ends at midnight does not stand on the day that begins then.
    last = (entry.ends - timedelta(microseconds=1)).astimezone(SHANGHAI).date()
    first = entry.starts.astimezone(SHANGHAI).date()
    return first, max(first, last)


def bounds(year, month):
    """The aware instants between which a month lies in Shanghai."""
    first = datetime.combine(date(year, month, 1), time(), tzinfo=SHANGHAI)
    return first, datetime.combine(date(*step(year, month, 1), 1), time(), tzinfo=SHANGHAI)


def step(year, month, by):
    """(year, month) so many months on."""
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


def month_entries(entries, url_of):
    """MonthEntry list of what stands; url_of(entry) gives an address or ""."""
    shown = []
    for entry in entries:
        if entry.status == CANCELLED:
            continue
        first, last = days_of(entry)
        clock = "" if entry.all_day else f"{entry.starts.astimezone(SHANGHAI):%H:%M} "
        shown.append(
            MonthEntry(first, f"{clock}{entry.summary}", LOOKS.get(entry.kind, ""), last=last, url=url_of(entry))
        )
    return shown


def by_day(entries, year, month):
    """[(date, entries)] of a month's days that have any, each entry on the day on which it begins (or on the first)."""
    first = date(year, month, 1)
    days = {}
    for entry in entries:
        begins, ends = days_of(entry)
        if ends < first:
            continue
        day = max(begins, first)
        if (day.year, day.month) == (year, month):
            days.setdefault(day, []).append(entry)
    return sorted(days.items())
