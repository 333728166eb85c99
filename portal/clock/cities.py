"""The city by which a time zone is named, in the reader's language. Names come from CLDR by way of Babel."""

from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from babel.dates import get_timezone_location

OFFICE_ZONE = "Asia/Shanghai"
PARTNER_ZONE = "Europe/Prague"
"""The second city where nobody said which city is theirs."""


def babel_locale(language):
    """Babel's name of one of the site's languages ("zh-hans" is zh_Hans there)."""
    return "zh_Hans" if language.lower().startswith("zh") else "en_GB"


@lru_cache(maxsize=2048)
def city(zone, language):
    """City of an IANA zone ("Europe/Prague") in "en" or "zh-hans": "Prague", "布拉格"."""
    return get_timezone_location(ZoneInfo(zone), locale=babel_locale(language), return_city=True)


@lru_cache(maxsize=1)
def known_zones():
    """IANA zones that name a city: continents only, so that nobody is offered "Etc/GMT-8"."""
    continents = ("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")
    return sorted(name for name in available_timezones() if name.startswith(continents))


def is_zone(name):
    return name in set(known_zones())


def zone_choices(language, first=("Europe/", "Asia/")):
    """(zone, city) pairs for a form, Europe before Asia before the rest, by city name."""
    rank = {prefix: place for place, prefix in enumerate(first)}

    def order(zone):
        prefix = zone.split("/")[0] + "/"
        return (rank.get(prefix, len(rank)), city(zone, language))

    return [(zone, city(zone, language)) for zone in sorted(known_zones(), key=order)]
