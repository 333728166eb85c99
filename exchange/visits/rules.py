"""What may be planned on which days, pure. Overlaps of people and rooms are found by portal.calendars.overlaps."""

from datetime import timedelta
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


def problems_of_dates(first_day, last_day, window):
    """Codes of what is wrong with a stay's dates: "reversed", "before the window", "after the window".

    window: (first, last) date of the cycle's visit window.
    """
    if last_day < first_day:
        return ["reversed"]
    found = []
    if first_day < window[0]:
        found.append("before the window")
    if last_day > window[1]:
        found.append("after the window")
    return found


def stays_overlap(one, other):
    """Whether two stays, each (first day, last day), share a day."""
    return one[0] <= other[1] and other[0] <= one[1]


def problems_of_item(starts_at, ends_at, stay, is_working_day):
    """Codes of what is odd about an item's time, told before it is saved.

    "no time" (ends before or when it starts) stops it. "outside the stay", "past midnight" and "no working day" are to
    be seen and taken in. stay: (first, last) date in Shanghai. is_working_day: date → bool.
    """
    if ends_at <= starts_at:
        return ["no time"]
    first, last = starts_at.astimezone(SHANGHAI), ends_at.astimezone(SHANGHAI)
    found = []
    if first.date() < stay[0] or last.date() > stay[1]:
        found.append("outside the stay")
    if (last - timedelta(microseconds=1)).date() != first.date():
        found.append("past midnight")
    if not is_working_day(first.date()):
        found.append("no working day")
    return found


STOPS = frozenset({"no time"})
