"""What time does to pages: those that are scheduled go on the site at their instant, and off it at theirs.

As Wagtail's own `publish_scheduled` does, but that one page's fault does not hold up the others.
"""

import logging

from django.db import transaction
from wagtail.models import Page, Revision

logger = logging.getLogger("portal.pages")


def tick(now):
    instant = now()
    over = Page.objects.filter(live=True, expire_at__lt=instant).order_by("expire_at")
    due = Revision.objects.filter(approved_go_live_at__lt=instant).order_by("approved_go_live_at")
    acts = [(page, take_off) for page in over] + [(revision, put_on) for revision in due]
    for subject, act in acts:
        try:
            with transaction.atomic():
                act(subject)
        except Exception:  # the next minute tries again, and says so again
            logger.exception("%s of %s failed", act.__name__, subject)
    return {"pages due": len(acts)}


def take_off(page):
    page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def put_on(revision):
    """Its own time is behind it, so that this makes it live."""
    revision.publish(log_action="wagtail.publish.scheduled")
