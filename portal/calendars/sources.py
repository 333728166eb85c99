"""Where calendar entries come from. Each slice that has some registers a function in its
calendar_entries.py."""

from collections.abc import Callable
from dataclasses import dataclass

from .entries import CalendarEntry

_sources = {}


@dataclass(frozen=True)
class Source:
    """One source.

    label: lazily translated, the word for a filter. entries(first, last, language): those that touch the
    time from `first` to `last` (aware instants), with words in that language, read in a constant number of
    queries.
    """

    name: str
    label: object
    entries: Callable[..., list[CalendarEntry]]


def register_source(name, function, label=""):
    """Make a source known. name: "sessions"; function(first, last, language) -> CalendarEntry list."""
    _sources[name] = Source(name, label, function)


def sources():
    """Every source known, by name."""
    return dict(sorted(_sources.items()))


def entries_between(first, last, language, *, only=None):
    """Entries of all sources (or of those named in `only`) that touch a time, in order of time.

    Asking who may see them is the caller's business: this is what the office sees.
    """
    found = []
    for name, source in sources().items():
        if only is None or name in only:
            found += source.entries(first, last, language)
    return sorted(found, key=lambda entry: (*entry.takes, entry.uid))


_addresses = {}


def register_address(kind, function):
    """Where the office goes from an entry of this kind: function(uid) -> path, or None where it is gone."""
    _addresses[kind] = function


def address_of(kind, uid):
    return _addresses[kind](uid) if kind in _addresses else None


def has_address(kind):
    return kind in _addresses
