"""Windows of dates: which of them a visit could use, and what is wrong with the others."""

from dataclasses import dataclass, field
from datetime import date, timedelta

MINIMUM_DAYS = 3
MOST_WINDOWS = 4


@dataclass(frozen=True)
class WindowProblem:
    """place: number of the window, from 1. end: which date it is about, "from" or "to". code: what is wrong.

    data: what the sentence names (dates, another window's number).
    """

    place: int
    end: str
    code: str
    data: dict = field(default_factory=dict)


def window_problems(windows, *, today, visit_from, visit_to):
    """Problems of windows, one each at most, in their order.

    windows: (place, first day or None, last day or None) of every row in which something is filled in.
    """
    problems, sound = [], []
    for place, first, last in windows:
        problem = alone(place, first, last, today, visit_from, visit_to) or against(place, first, last, sound)
        if problem:
            problems.append(problem)
        elif first and last:
            sound.append((place, first, last))
    return problems


def alone(place, first, last, today, visit_from, visit_to):
    """The problem that one window has by itself, or None."""

    def found(end, code, **data):
        return WindowProblem(place, end, code, {"first": first, "last": last, **data})

    if first is None:
        return found("from", "no first day")
    if last is None:
        return found("to", "no last day")
    if last < first:
        if first.month == 12 and last.month == 1:
            return found("to", "reversed at new year", meant=date(first.year + 1, last.month, last.day))
        return found("to", "reversed")
    if first <= today:
        return found("from", "past")
    if first < visit_from or first > visit_to:
        return found("from", "outside", visit_from=visit_from, visit_to=visit_to)
    if last > visit_to:
        code = "over new year" if last.year > visit_to.year and first.year == visit_to.year else "outside"
        return found("to", code, visit_from=visit_from, visit_to=visit_to)
    if last - first < timedelta(days=MINIMUM_DAYS - 1):
        return found("to", "short", days=(last - first).days + 1, minimum=MINIMUM_DAYS)
    return None


def against(place, first, last, sound):
    """The problem that a sound window has with one before it, or None."""
    for other, other_first, other_last in sound:
        if first <= other_last and other_first <= last:
            return WindowProblem(place, "from", "overlap", {"first": first, "last": last, "other": other})
    return None
