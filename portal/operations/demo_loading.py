"""Loads the demo: each slice's demo room in the order of the slices, by the product's own actions."""

from zoneinfo import ZoneInfo

from django.conf import settings

from portal.files.judging_once import the_same_bytes_once
from portal.mail.holding import hold_everything
from portal.slices import load

from .demo_clusters import note_extent
from .demo_support import Demo
from .models import DemoRow


class DemoRefused(RuntimeError):
    """The demo does not belong on this site."""


def refuse_elsewhere():
    if not settings.DEMO:
        raise DemoRefused("The demo is refused by these settings: it belongs on a development site.")


def load_demo(*, now):
    """Load whatever of the demo is not there yet. now: callable. Returns the Demo. What people made stays untouched."""
    refuse_elsewhere()
    instant = now()
    demo = Demo(today=instant.astimezone(ZoneInfo("Asia/Shanghai")).date(), instant=instant)
    with hold_everything(), the_same_bytes_once():
        for room in load("demo"):
            room.load(demo)
            demo.back_to_the_present()
    note_extent(demo)
    return demo


def stale_since(today):
    """The day for which the demo was loaded, when that is over a fortnight ago; else None."""
    first = DemoRow.objects.order_by("loaded_for").first()
    if first is None or (today - first.loaded_for).days <= 14:
        return None
    return first.loaded_for


def describe():
    """What `manage.py demo --json` prints: the people who may sign in, and one address of every kind of page.

    Slices add to it in a room called demo_tour.py: people() -> list of dicts, pages() -> dict of name → address.
    """
    refuse_elsewhere()
    people, pages = [], {}
    for room in load("demo_tour"):
        people += room.people() if hasattr(room, "people") else []
        pages |= room.pages() if hasattr(room, "pages") else {}
    return {"people": people, "pages": pages}
