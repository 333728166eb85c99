"""What time does to the pages: the search's index is made anew each night, and at once where it was never made or was
made by older rules (after an upgrade). Every act of an editor writes it at once; this is for what nobody saw."""

from .models import HomePage
from .searching.index import is_stale
from .tasks import ask_to_renew_search

NIGHT = (19, 10)
"""By UTC: three in the morning in Shanghai, when nobody waits for the worker."""


def tick(now):
    at = now()
    due = (at.hour, at.minute) == NIGHT or (is_stale() and HomePage.objects.live().exists())
    return {"search asked to be renewed": bool(due and ask_to_renew_search())}
