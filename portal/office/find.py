"""The one box: a name, a number or an e-mail, looked for in everything that the person may see."""

from dataclasses import dataclass

from .search_terms import clean

MOST_HITS = 20
"""Of each finder."""

_finders = []


@dataclass(frozen=True)
class Hit:
    """title: what was found. note: a few words that tell it from its like. url: where it stands. kind: what it is."""

    title: str
    note: str
    url: str
    kind: str
    lang: str = ""


def register_finder(finder):
    """Decorator for a slice's search.py: function(person, term) -> list of Hit, from visible rows only."""
    if finder not in _finders:
        _finders.append(finder)
    return finder


def find(person, typed):
    """Every hit for what was typed, in the order of the slices; nothing for an empty term."""
    term = clean(typed)
    if not term:
        return []
    return [hit for finder in _finders for hit in finder(person, term)[:MOST_HITS]]
