"""The working calendar as the rules take it, read from the office's table in two queries."""

from .models import OfficeHours, SpecialDay
from .rules import WorkingCalendar


def working_calendar():
    kinds = {SpecialDay.Kind.HOLIDAY: set(), SpecialDay.Kind.MAKEUP: set()}
    for day, kind in SpecialDay.objects.values_list("day", "kind"):
        kinds[kind].add(day)
    hours = OfficeHours.load()
    return WorkingCalendar(
        holidays=frozenset(kinds[SpecialDay.Kind.HOLIDAY]),
        makeup=frozenset(kinds[SpecialDay.Kind.MAKEUP]),
        opens=hours.opens,
        closes=hours.closes,
    )
