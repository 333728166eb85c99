"""What gives to the public's search. A slice registers its own in a room called public_search.py.

    from portal.pages.searching.sources import Findable, Source, register_closed, register_source

    register_source(Source("schedule", public=releases, findables=of_releases, addresses=addresses_of))
    register_closed(pages_of_drafts)

A source is asked three things: which of its owners are public at this moment (asked within each search, so that what
was taken back is gone at once, whatever the index holds), what is to be found of them, and where a hit stands.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

_sources = {}
_closed = []


@dataclass(frozen=True)
class Findable:
    """One thing to be found, in one language.

    owner: primary key of the row whose being public decides. part: tells it from others of the same owner, and what
    its address is made of. family: the same for its translations. lead, text: what an excerpt may show. names: words
    that count like the title and are not shown. day: under which it stands, None where it has none.
    """

    owner: int
    language: str
    kind: str
    title: str
    family: str
    part: str = ""
    lead: str = ""
    text: str = ""
    names: str = ""
    topic: str = ""
    day: date | None = None


@dataclass(frozen=True)
class Source:
    """name: a word. public() -> queryset of one column, the owners that are public now. findables(owners) -> Findables
    of these owners, of all that are public where owners is None. addresses(entries, request) -> {pk of an entry:
    address}, in a number of queries that does not grow with them; an entry without one is not shown."""

    name: str
    public: Callable
    findables: Callable
    addresses: Callable


def register_source(source):
    _sources[source.name] = source
    return source


def register_closed(pages):
    """pages() -> queryset of one column: live pages that the public may not read all the same."""
    if pages not in _closed:
        _closed.append(pages)
    return pages


def sources():
    """Every Source by its name."""
    return dict(_sources)


def closed():
    return tuple(_closed)
