"""What time does to pages: those that are scheduled go on the site at their instant, and off it at theirs; the search's
index is made anew each night, and at once where it was never made or was made by older rules (after an upgrade).
"""

import logging

from django.db import transaction
from wagtail.models import Page, Revision

from .models import HomePage
from .searching.index import is_stale
from .tasks import ask_to_renew_search

logger = logging.getLogger("portal.pages")

NIGHT = (19, 10)
"""By UTC: three in the morning in Shanghai, when nobody waits for the worker. Every act of an editor writes the index at
once; this is for what nobody saw."""


def tick(now):
    at = now()
    return {"pages on their day": publish_what_is_due(at), "search asked to be renewed": renew_search(at)}


def publish_what_is_due(instant):
    """As Wagtail's own `publish_scheduled` does, but that one page's fault does not hold up the others."""
    over = Page.objects.filter(live=True, expire_at__lt=instant).order_by("expire_at")
    due = Revision.objects.filter(approved_go_live_at__lt=instant).order_by("approved_go_live_at")
    acts = [(page, take_off) for page in over] + [(revision, put_on) for revision in due]
    for subject, act in acts:
        try:
            with transaction.atomic():
                act(subject)
        except Exception:  # the next minute tries again, and says so again
            logger.exception("%s of %s failed", act.__name__, subject)
    return len(acts)


def take_off(page):
    page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def put_on(revision):
    """Its own time is behind it, so that this makes it live."""
    revision.publish(log_action="wagtail.publish.scheduled")


def renew_search(at):
    due = (at.hour, at.minute) == NIGHT or (is_stale() and HomePage.objects.live().exists())
    return bool(due and ask_to_renew_search())
