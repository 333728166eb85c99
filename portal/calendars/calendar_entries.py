"""Holidays and make-up workdays as entries, and the feed of everything for staff."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from portal.access.roles import is_staff
from portal.clock.models import SpecialDay
from portal.clock.rules import SHANGHAI

from .entries import CalendarEntry
from .feeds import register_feed
from .sources import entries_between, register_source

BACK, AHEAD = timedelta(days=90), timedelta(days=550)


def special_days(first, last, language):
    rows = SpecialDay.objects.filter(
        day__gte=first.astimezone(SHANGHAI).date(), day__lt=last.astimezone(SHANGHAI).date()
    )
    return [
        CalendarEntry(
            uid=f"day-{row.day:%Y%m%d}@clock",
            starts=row.day,
            ends=row.day,
            summary=name_of(row, language),
            kind="holiday",
            busy=False,
        )
        for row in rows
    ]


def name_of(row, language):
    name = row.name_zh if language.startswith("zh") else row.name_en
    if not row.provisional:
        return name
    return f"{name}（暂定）" if language.startswith("zh") else f"{name} (provisional)"


def everything(person, language, now):
    return entries_between(now - BACK, now + AHEAD, language)


register_source("holidays", special_days, _("Holidays and make-up workdays"))
register_feed("office", _("Everything in the office's calendar"), is_staff, everything)
