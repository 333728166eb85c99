import secrets

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.access.permissions import require
from portal.lifecycle.audit import record, register_act

from .feeds import kinds_for
from .models import CalendarFeed

register_act("portal.calendarfeed.renew", _("address renewed"))


def feeds_of(*, person, now):
    """The person's feeds, one for each kind that fits, made where missing: [(FeedKind, CalendarFeed)]."""
    kinds = kinds_for(person)
    have = {feed.kind: feed for feed in CalendarFeed.objects.filter(person=person)}
    for kind in kinds:
        if kind.name not in have:
            have[kind.name] = CalendarFeed.objects.get_or_create(
                person=person, kind=kind.name, defaults={"token": secrets.token_urlsafe(24), "made_at": now()}
            )[0]
    return [(kind, have[kind.name]) for kind in kinds]


def renew(*, feed, by, now):
    """A new address; the old one opens nothing from now on."""
    require(by, "renew", feed)
    with transaction.atomic():
        at = now()
        feed.token = secrets.token_urlsafe(24)
        feed.made_at = at
        feed.last_read_at = None
        feed.save(update_fields=["token", "made_at", "last_read_at"])
        record(feed, "portal.calendarfeed.renew", by=by, at=at)
    return feed
