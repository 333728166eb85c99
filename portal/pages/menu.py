"""What stands in the masthead and in the footer. Slices register their entries in a room of theirs called
menu.py.

An entry knows its address by a function of the language, so that nothing is looked up before a page
is shown.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

MAIN, FORUM, FOLLOW, ABOUT = "main", "forum", "follow", "about"
PLACES = (MAIN, FORUM, FOLLOW, ABOUT)

_items = []


@dataclass(frozen=True)
class MenuItem:
    """One entry.

    order: lower stands first. label: lazily translated. url: the language code to an address; "" leaves the
    entry out. roles: names of roles that see it, None for everybody. place: the main menu, or a column of
    the footer (forum and plan, follow, this site).
    """

    order: int
    label: object
    url: Callable[[str], str]
    roles: frozenset | None = None
    place: str = MAIN


@dataclass(frozen=True)
class MenuEntry:
    """An item as it is shown: label, address, and whether the page shown stands under it."""

    label: str
    url: str
    current: bool = False


def register(item):
    """Add an entry; returns it."""
    if item.place not in PLACES:
        raise ValueError(f"There is no place {item.place!r} in the menus: {', '.join(PLACES)}")
    _items.append(item)
    return item


def entries(language, *, place=MAIN, roles=frozenset(), path=""):
    """The entries of a place for somebody who holds these roles and reads this path, in order."""
    shown = []
    for item in sorted(_items, key=lambda item: item.order):
        if item.place != place or (item.roles is not None and not item.roles & set(roles)):
            continue
        url = item.url(language)
        if url:
            shown.append((str(item.label), url))
    under = [url for _label, url in shown if path == url or path.startswith(url.rstrip("/") + "/")]
    # "/en/" is above everything: the deepest match alone is current.
    current = max(under, key=len, default=None)
    return [MenuEntry(label, url, url == current) for label, url in shown]


# --- The pages' own entries -----------------------------------------------------------------------------------


def founded(key):
    """The address of one of the pages that a site begins with (see frame.py), "" where it is not there."""

    def address(language):
        from .frame import frame

        return frame(language).addresses.get(key, "")

    return address


def feed_address(language):
    with override(language):
        return reverse("news_feed")


register(MenuItem(10, _("News"), founded("news")))
register(MenuItem(60, _("How the plan works"), founded("about"), place=FORUM))
register(MenuItem(10, _("News feed (Atom)"), feed_address, place=FOLLOW))
register(MenuItem(10, _("Contact"), founded("contact"), place=ABOUT))
register(MenuItem(20, _("Accessibility"), founded("accessibility"), place=ABOUT))
register(MenuItem(30, _("Privacy"), founded("privacy"), place=ABOUT))
