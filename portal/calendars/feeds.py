"""The kinds of feeds that slices offer. Each registers its own in its calendar_entries.py."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class FeedKind:
    """One kind.

    name: "my-visit". label: lazily translated. fits(person) -> bool: whether this person has something to read in it.
    entries(person, language, now) -> CalendarEntry list, in a constant number of queries; cancelled entries stay in it, so
    that subscribers take them out.
    """

    name: str
    label: object
    fits: Callable
    entries: Callable


_kinds = {}


def register_feed(name, label, fits, entries):
    _kinds[name] = FeedKind(name, label, fits, entries)


def kinds_for(person):
    """The kinds that this person may subscribe to, by name."""
    return [kind for _name, kind in sorted(_kinds.items()) if kind.fits(person)]


def kind_named(name):
    return _kinds.get(name)
