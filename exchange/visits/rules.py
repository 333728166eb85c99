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


def problems_of_item(starts_at, ends_at, stay, is_working_day, at_work=True):
    """Codes of what is odd about an item's time, told before it is saved.

    "no time" (ends before or when it starts) stops it. "outside the stay", "past midnight" and "no working day" are to
    be seen and taken in. stay: (first, last) date in Shanghai. is_working_day: date → bool. at_work: whether it needs
    the house at work (an arrival or a dinner does not).
    """
    if ends_at <= starts_at:
        return ["no time"]
    first, last = starts_at.astimezone(SHANGHAI), ends_at.astimezone(SHANGHAI)
    found = []
    if first.date() < stay[0] or last.date() > stay[1]:
        found.append("outside the stay")
    if (last - timedelta(microseconds=1)).date() != first.date():
        found.append("past midnight")
    if at_work and not is_working_day(first.date()):
        found.append("no working day")
    return found


STOPS = frozenset({"no time"})


def problems_of_arrival(arrived_on, last_day, today):
    """Codes of what is wrong with the day on which a guest is said to have come: "not yet", "after the stay"."""
    if arrived_on > today:
        return ["not yet"]
    return ["after the stay"] if arrived_on > last_day else []


def problems_of_leaving(arrived_on, left_on, today):
    """Codes of what is wrong with a real last day: "not yet", "before arrival"."""
    if left_on > today:
        return ["not yet"]
    return ["before arrival"] if left_on < arrived_on else []


def chosen_days(asked, windows, visit_window, usual=14):
    """(first, last) day of a visit that is planned at acceptance.

    asked: the days that the person chose then, or None. windows: those of the application, the best first. Where none of
    them lies in the cycle's visit_window the first days of that window stand in, to be settled with the office.
    """
    if asked:
        return asked
    for first, last in windows:
        if not problems_of_dates(first, last, visit_window):
            return first, last
    return visit_window[0], min(visit_window[0] + timedelta(days=usual - 1), visit_window[1])
