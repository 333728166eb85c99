"""What is public is everybody's; topics are read by writers and kept by publishers, cards written by the first."""

from access.table import EVERYBODY, Row, first_of, office, unseen, viewset

WRITERS = frozenset({"editor", "publisher", "director"})
PUBLISHERS = frozenset({"publisher", "director"})


def chooser(namespace, label):
    """The window of an editor's form, whose lists hold what its reader may see."""
    rows = [office(f"{namespace}:{view}", WRITERS) for view in ("choose", "choose_results", "chosen_multiple")]
    return [*rows, office(f"{namespace}:chosen", WRITERS, kwargs=first_of(label))]


def cards():
    """A card is written by whoever writes stories, and taken away by whoever publishes them."""
    rows = [row for row in viewset("person_cards", "portal.PersonCard", WRITERS) if row.name != "person_cards:delete"]
    one, exact = first_of("portal.PersonCard"), unseen(WRITERS, 404)
    return [*rows, office("person_cards:delete", PUBLISHERS, kwargs=one, hidden=403, exact=exact)]


ROWS = [
    # Topics stand on public pages, so that nobody is told that there is none: at the door it is 403.
    *viewset("topics", "portal.Topic", WRITERS, edit=PUBLISHERS, hidden=403),
    *cards(),
    *chooser("choose_person_cards", "portal.PersonCard"),
    *chooser("choose_stories", "portal.StoryPage"),
    Row("sitemap", see=EVERYBODY),
    Row("robots", see=EVERYBODY),
    Row("news_feed", see=EVERYBODY),
    Row("search", see=EVERYBODY),
]
