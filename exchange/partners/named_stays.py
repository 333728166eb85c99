"""Who came from a partner and who went there, as far as they let their names stand; told by the slices that keep stays."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from portal.slices import load

_sources = []


@dataclass(frozen=True)
class NamedStay:
    """One stay. direction: of partners.models.Direction. name: "" where the person is not to be named. where: such as the
    department that received them."""

    direction: str
    first_day: date
    last_day: date
    name: str = ""
    initials: str = ""
    where: str = ""


def register_named_stays(source):
    """Decorator for a function(partner, language) -> [NamedStay], in a constant number of queries."""
    _sources.append(source)
    return source


@cache
def load_rooms():
    load("named_stays")


def named_stays(partner, language):
    """Every stay with a partner that has begun, the latest first."""
    load_rooms()
    found = [stay for source in _sources for stay in source(partner, language)]
    return sorted(found, key=lambda stay: (stay.first_day, stay.name), reverse=True)
