"""Holidays and make-up workdays of a year, as a kept library has them, in both languages. No table, no clock."""

import re
from dataclasses import dataclass
from datetime import date

import holidays

from .instants import plain_day

SOURCE = f"python-holidays {holidays.__version__}"
_IN_EXCHANGE = re.compile(r"(\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True)
class KnownDay:
    day: date
    kind: str
    name_en: str
    name_zh: str


def is_announced(year):
    """Whether the library holds the State Council's arrangement of that year, which is known by its make-up days."""
    return any(day.year == year for day in holidays.country_holidays("CN", years=year).weekend_workdays)


def days_of(year):
    """Every KnownDay of a year, by date. Kinds are those of the table: "holiday", "makeup"."""
    english = holidays.country_holidays("CN", years=year, language="en_US")
    chinese = holidays.country_holidays("CN", years=year, language="zh_CN")
    found, worked_for = {}, {}
    for day, name_zh in chinese.items():
        exchanged = _IN_EXCHANGE.search(name_zh)
        if exchanged:
            worked = date.fromisoformat(exchanged.group(1))
            worked_for[worked] = day
            found[day] = KnownDay(
                day,
                "holiday",
                f"Day off, worked on {plain_day(worked, 'en')}",
                f"调休放假（{plain_day(worked, 'zh-hans')}上班）",
            )
        else:
            found[day] = KnownDay(day, "holiday", english[day], name_zh)
    for worked in english.weekend_workdays:
        if worked.year == year:
            off = worked_for.get(worked)
            found[worked] = KnownDay(
                worked,
                "makeup",
                f"Worked for {plain_day(off, 'en')}" if off else "Make-up workday",
                f"调休上班（换{plain_day(off, 'zh-hans')}）" if off else "调休上班",
            )
    return [found[day] for day in sorted(found)]
