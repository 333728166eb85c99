"""The one source that renders a deadline: an instant, read on the clocks of two named cities.

Shanghai comes first, as the clock that counts; then the reader's city. Never an abbreviation ("CST" means two things).
"""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date as babel_format_date

from .cities import OFFICE_ZONE, PARTNER_ZONE, babel_locale, city


@dataclass(frozen=True)
class Reading:
    """One instant on the clock of one city."""

    city: str
    zone: str
    clock: str
    day: str
    iso: str


def is_chinese(language):
    return language.lower().startswith("zh")


def long_day(value, language):
    """A date in words: "Wednesday 31 March 2027", "2027年3月31日（星期三）"."""
    if is_chinese(language):
        return babel_format_date(value, "y年M月d日（EEEE）", locale="zh_Hans")
    return babel_format_date(value, "EEEE d MMMM y", locale="en_GB")


def plain_day(value, language):
    """A date without the day of the week: "31 March 2027", "2027年3月31日"."""
    pattern = "y年M月d日" if is_chinese(language) else "d MMMM y"
    return babel_format_date(value, pattern, locale=babel_locale(language))


def read_on(instant, zone, language):
    local = instant.astimezone(ZoneInfo(zone))
    return Reading(
        city=city(zone, language),
        zone=zone,
        clock=f"{local:%H:%M}",
        day=long_day(local.date(), language),
        iso=local.isoformat(timespec="minutes"),
    )


def second_zone(zone):
    """The zone of the second city: the reader's own, or a partner's where the reader is in Shanghai or unknown."""
    return zone if zone and zone != OFFICE_ZONE else PARTNER_ZONE


def two_cities(instant, zone, language):
    """The two readings of an aware instant, Shanghai first. `zone`: the reader's IANA zone, or None."""
    return (read_on(instant, OFFICE_ZONE, language), read_on(instant, second_zone(zone), language))


def sentence(instant, zone, language):
    """A deadline in one clause: "31 March 2027, 23:59 in Shanghai, which is 17:59 in Prague"."""
    there = second_zone(zone)
    here_local = instant.astimezone(ZoneInfo(OFFICE_ZONE))
    there_local = instant.astimezone(ZoneInfo(there))
    here_name, there_name = city(OFFICE_ZONE, language), city(there, language)
    other_day = there_local.date() != here_local.date()
    if is_chinese(language):
        day = plain_day(there_local.date(), language) if other_day else ""
        here_day = plain_day(here_local.date(), language)
        return f"{here_name}时间{here_day}{here_local:%H:%M}，即{there_name}{day}{there_local:%H:%M}"
    day = f" on {plain_day(there_local.date(), language)}" if other_day else ""
    return (
        f"{plain_day(here_local.date(), language)}, {here_local:%H:%M} in {here_name}, "
        f"which is {there_local:%H:%M}{day} in {there_name}"
    )


def short_here(instant, language, *, weekday=False):
    """For the office's own lists: "31 Mar 2027 23:59 Shanghai", "上海2027年3月31日 23:59".

    weekday: "Wed 31 Mar 2027 23:59 Shanghai", "上海2027年3月31日（周三）23:59".
    """
    local = instant.astimezone(ZoneInfo(OFFICE_ZONE))
    if is_chinese(language):
        day = babel_format_date(local.date(), "y年M月d日（EEE）" if weekday else "y年M月d日 ", locale="zh_Hans")
        return f"{city(OFFICE_ZONE, language)}{day}{local:%H:%M}"
    day = babel_format_date(local.date(), "EEE d MMM y" if weekday else "d MMM y", locale="en_GB")
    return f"{day} {local:%H:%M} {city(OFFICE_ZONE, language)}"


def short_pair(instant, zone, language):
    """For tables and mail subjects: "31 Mar 2027 23:59 Shanghai = 17:59 Prague"."""
    there = second_zone(zone)
    parts = []
    last_day = None
    for name in (OFFICE_ZONE, there):
        local = instant.astimezone(ZoneInfo(name))
        pattern = "y年M月d日" if is_chinese(language) else "d MMM y"
        day = babel_format_date(local.date(), pattern, locale=babel_locale(language))
        shown = "" if day == last_day else day + " "
        last_day = day
        if is_chinese(language):
            parts.append(f"{city(name, language)}{shown.strip()} {local:%H:%M}".replace("  ", " "))
        else:
            parts.append(f"{shown}{local:%H:%M} {city(name, language)}")
    return " = ".join(parts)


def span_of_days(first, last, language):
    """A stay: "6–17 September 2027", "28 September – 9 October 2027", "2027年9月6日至17日"."""
    if is_chinese(language):
        start = plain_day(first, language)
        if first == last:
            return start
        if first.year != last.year:
            return f"{start}至{plain_day(last, language)}"
        if first.month != last.month:
            return f"{start}至{last.month}月{last.day}日"
        return f"{start}至{last.day}日"
    if first == last:
        return plain_day(first, language)
    end = plain_day(last, language)
    if first.year != last.year:
        return f"{plain_day(first, language)} – {end}"
    if first.month != last.month:
        return f"{babel_format_date(first, 'd MMMM', locale='en_GB')} – {end}"
    return f"{first.day}–{end}"


def left_until(instant, now, language):
    """What is left until an instant, as (numeral, words): the largest unit as numeral, the next one as words.

    Returns ("", the word for closed) once it has passed.
    """
    seconds = int((instant - now).total_seconds())
    chinese = is_chinese(language)
    if seconds <= 0:
        return ("", "已截止" if chinese else "Closed")
    days, rest = divmod(seconds, 86400)
    hours, rest = divmod(rest, 3600)
    minutes = rest // 60
    for amount, one, many, zh, next_amount, next_one, next_many, next_zh in (
        (days, "day", "days", "天", hours, "hour", "hours", "小时"),
        (hours, "hour", "hours", "小时", minutes, "minute", "minutes", "分钟"),
    ):
        if amount:
            if chinese:
                tail = f"零{next_amount}{next_zh}" if next_amount else ""
                return (str(amount), f"{zh}{tail}后截止")
            tail = f" and {next_amount} {next_one if next_amount == 1 else next_many}" if next_amount else ""
            return (str(amount), f"{one if amount == 1 else many}{tail} left")
    if chinese:
        return (str(max(minutes, 1)), "分钟后截止")
    return (str(max(minutes, 1)), "minute left" if minutes <= 1 else "minutes left")


def in_office(day, clock):
    """The aware instant of a date and a time of day in Shanghai."""
    return datetime.combine(day, clock, tzinfo=ZoneInfo(OFFICE_ZONE))


def month_name(day, language):
    """The month of a date in words: "March 2027", "2027年3月"."""
    pattern = "y年M月" if is_chinese(language) else "MMMM y"
    return babel_format_date(day, pattern, locale=babel_locale(language))
