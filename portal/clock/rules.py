"""Working days and office hours, pure. The table of holidays and make-up workdays is data that the office edits."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True)
class WorkingCalendar:
    """What the office works.

    holidays: dates off though they may be weekdays. makeup: weekend dates that are worked (调休).
    opens, closes: local times in Shanghai.
    """

    holidays: frozenset = frozenset()
    makeup: frozenset = frozenset()
    opens: time = time(9)
    closes: time = time(18)


def is_working_day(day: date, calendar: WorkingCalendar) -> bool:
    """Whether the office works on a date in Shanghai."""
    if day in calendar.makeup:
        return True
    return day.weekday() < 5 and day not in calendar.holidays


def working_day_from(day: date, calendar: WorkingCalendar) -> date:
    """That date if it is worked, else the next one that is."""
    while not is_working_day(day, calendar):
        day += timedelta(days=1)
    return day


def next_office_hour(instant: datetime, calendar: WorkingCalendar) -> datetime:
    """The first instant at or after `instant` at which the office is at work. Aware in, aware (Shanghai) out."""
    local = instant.astimezone(SHANGHAI)
    if is_working_day(local.date(), calendar):
        if local.time() < calendar.opens:
            return datetime.combine(local.date(), calendar.opens, tzinfo=SHANGHAI)
        if local.time() < calendar.closes:
            return local
    day = working_day_from(local.date() + timedelta(days=1), calendar)
    return datetime.combine(day, calendar.opens, tzinfo=SHANGHAI)


def offer_ends(made: datetime, days: int, calendar: WorkingCalendar) -> datetime:
    """When an offer's clock runs out: so many days on, at closing time in Shanghai of that or the next working day."""
    day = working_day_from(made.astimezone(SHANGHAI).date() + timedelta(days=days), calendar)
    return datetime.combine(day, calendar.closes, tzinfo=SHANGHAI)
