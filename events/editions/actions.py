"""What the office does with an edition as a whole."""

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from portal.access.permissions import require
from portal.clock.rules import SHANGHAI
from portal.lifecycle.audit import register_act
from portal.lifecycle.moving import move
from portal.lifecycle.refusals import Refusal

from .models import Edition

register_act("events.edition.change", _("changed"))


def take_edition(pk):
    """Raise the edition's turn and read it: the lock of its schedule, honoured by SQLite and by PostgreSQL
    alike."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("take_edition() belongs inside a transaction")
    Edition.objects.filter(pk=pk).update(turn=F("turn") + 1)
    return Edition.objects.get(pk=pk)


def publish_edition(*, edition, by, now):
    """draft → published: its page, schedule and calendar may be read by everybody."""
    require(by, "publish", edition)
    with transaction.atomic():
        edition = take_edition(edition.pk)
        at = now()
        return move(edition, "publish", by=by, at=at, published_at=edition.published_at or at)


def withdraw_edition(*, edition, by, now, reason):
    """published → draft: off the site. Calendars that follow it get an empty one."""
    require(by, "withdraw", edition)
    with transaction.atomic():
        edition = take_edition(edition.pk)
        return move(edition, "withdraw", by=by, at=now(), reason=reason)


def archive_edition(*, edition, by, now):
    """published → archived, once it is over: what was shown stays as it is."""
    require(by, "archive", edition)
    with transaction.atomic():
        edition = take_edition(edition.pk)
        at = now()
        if edition.ends_on >= at.astimezone(SHANGHAI).date():
            raise Refusal(_("The edition is not over yet. Archive it after its last day."))
        return move(edition, "archive", by=by, at=at)
