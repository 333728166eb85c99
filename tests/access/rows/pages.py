"""What is public is everybody's; topics are read by writers and kept by publishers."""

from access.table import EVERYBODY, Row, viewset

WRITERS = frozenset({"editor", "publisher", "director"})
PUBLISHERS = frozenset({"publisher", "director"})

ROWS = [
    # Topics stand on public pages, so that nobody is told that there is none: at the door it is 403.
    *viewset("topics", "portal.Topic", WRITERS, edit=PUBLISHERS, hidden=403),
    Row("sitemap", see=EVERYBODY),
    Row("robots", see=EVERYBODY),
    Row("news_feed", see=EVERYBODY),
    Row("search", see=EVERYBODY),
]
