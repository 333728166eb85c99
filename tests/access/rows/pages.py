"""What is public is everybody's; topics are read by writers and kept by publishers."""

from access.table import DOOR, EVERYBODY, Row, office, viewset

WRITERS = frozenset({"editor", "publisher", "director"})
PUBLISHERS = frozenset({"publisher", "director"})
# Topics stand on public pages, so that nobody is told that there is none: at the door it is 403, or the page itself.
SEEN_BY_ALL = ("topics:inspect", "topics:history", "topics:history_results", "topics:usage")


def of_topics():
    for row in viewset("topics", "portal.Topic", WRITERS, edit=PUBLISHERS, hidden=403):
        yield office(row.name, DOOR, kwargs=row.kwargs, ok=(200, 403)) if row.name in SEEN_BY_ALL else row


ROWS = [
    *of_topics(),
    Row("sitemap", see=EVERYBODY),
    Row("robots", see=EVERYBODY),
    Row("news_feed", see=EVERYBODY),
    Row("search", see=EVERYBODY),
]
