"""A month as weeks of days with what falls on them. Pure: entries in, weeks out."""

import calendar
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class MonthEntry:
    """Something in the month. kind: "in", "out", "deadline" or "" (what it is, not how it looks). last: the
    same day where None. url: "" where it leads nowhere.
    """

    first: date
    label: str
    kind: str = ""
    last: date | None = None
    url: str = ""
    lang: str = ""


@dataclass
class MonthDay:
    """One cell. date is None outside the month. off: nobody works; off_name: the holiday's name, if any.
    begins: entries to be named here; goes_on: those named on an earlier day, which only draw their bar."""

    date: date | None
    off: bool = False
    off_name: str = ""
    today: bool = False
    begins: list = field(default_factory=list)
    goes_on: list = field(default_factory=list)

    @property
    def bare(self):
        """Whether a list of days could leave this one out."""
        return not self.begins and not self.off_name


class MonthWeek(list):
    """Seven MonthDays."""

    @property
    def bare(self):
        """Whether a list of days could leave the whole week out."""
        return all(day.bare for day in self)


def weeks(year, month, entries=(), *, day_off=None, today=None):
    """MonthWeeks (Monday first) of MonthDays.

    day_off: a function of a date that gives the holiday's name, "" for a plain day off, None for a working
    day; Saturdays and Sundays are off where it is missing. An entry of several days is named on its first
    day in the month.
    """
    table = []
    for dates in calendar.Calendar().monthdatescalendar(year, month):
        week = MonthWeek()
        for day in dates:
            name = day_off(day) if day_off else ("" if day.weekday() > 4 else None)
            if day.month != month:
                week.append(MonthDay(None, off=name is not None))
                continue
            cell = MonthDay(day, name is not None, name or "", day == today)
            for entry in entries:
                if entry.first <= day <= (entry.last or entry.first):
                    named_here = day == max(entry.first, date(year, month, 1))
                    (cell.begins if named_here else cell.goes_on).append(entry)
            week.append(cell)
        table.append(week)
    return table
