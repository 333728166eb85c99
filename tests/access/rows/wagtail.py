"""Wagtail's own screens: the door keeps everybody out who need not be there; one view of each kind is walked."""

from access.table import DOOR, EVERYBODY, Prefix, Row, office

WRITERS = frozenset({"editor", "publisher", "director"})


def home(world):
    return {"page_id": world.first("portal.HomePage").pk}


def refused(name, see, **more):
    """Wagtail answers a refusal at its own screens with a redirect to the first page."""
    return office(name, see, exact=dict.fromkeys(DOOR - frozenset(see), 302), **more)


ROWS = [
    Prefix("wagtail"),
    office("wagtailadmin_home", DOOR),
    refused("wagtailadmin_explore_root", WRITERS),
    refused("wagtailadmin_pages:edit", WRITERS, kwargs=home),
    refused("wagtailadmin_pages:history", WRITERS, kwargs=home),
    # Its lines are narrowed to the pages that the reader may edit: none for most.
    office("wagtailadmin_reports:site_history", DOOR),
    refused("wagtailimages:index", WRITERS),
    refused("wagtailusers_groups:index", ()),
    office("wagtailusers_users:index", (), exact=dict.fromkeys(DOOR, 302)),
    refused("wagtailsites:index", ()),
    refused("wagtaillocales:index", ()),
    office("wagtailadmin_account", DOOR),
    Row("wagtailadmin_login", see=EVERYBODY, ok=302),
]
