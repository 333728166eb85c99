"""What time does to pages: those that are scheduled go on the site at their instant, and off it at theirs; the search's
index is made anew each night, and at once where it was never made or was made by older rules (after an upgrade).
"""

from django.core.management import call_command
from wagtail.models import Revision

from .models import HomePage
from .searching.index import is_stale
from .tasks import ask_to_renew_search

NIGHT = (19, 10)
"""By UTC: three in the morning in Shanghai, when nobody waits for the worker. Every act of an editor writes the index at
once; this is for what nobody saw."""


def tick(now):
    at = now()
    return {"pages on their day": publish_what_is_due(at), "search asked to be renewed": renew_search(at)}


def publish_what_is_due(at):
    """Wagtail's own command does it, by the system's clock, as it would from a timer of its own."""
    due = Revision.objects.filter(approved_go_live_at__lt=at).count()
    with open("/dev/null", "w") as nowhere:
        call_command("publish_scheduled", stdout=nowhere)
    return due


def renew_search(at):
    due = (at.hour, at.minute) == NIGHT or (is_stale() and HomePage.objects.live().exists())
    return bool(due and ask_to_renew_search())
