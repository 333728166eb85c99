"""What is not kept, and who gets nothing for now: mails that came back, addresses never confirmed, erasure."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.access import links
from portal.access.permissions import require
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.models import guarded_write
from portal.lifecycle.moving import move
from portal.lifecycle.refusals import Overtaken, ReasonMissing
from portal.mail.actions import set_aside
from portal.mail.forgetting import forget_about, forget_older

from .. import messages, queries
from ..models import Subscriber
from ..rules import MAILS_KEPT, came_back
from ..states import SubscriberState
from .subscribing import CONFIRM, KEEP

ERASED = "portal.subscriber.erase"
register_act(ERASED, _("subscriber erased"))


def pause_those_that_came_back(*, now):
    """Whose mail came back gets no other until the address is confirmed again; nobody has to look at it. Returns how many.

    A mail that was given up because a server was away pauses nobody: the next digest tries again.
    """
    at = now()
    paused = 0
    for message, subscriber in queries.mails_that_failed():
        with transaction.atomic():
            if subscriber is not None and concerns(message, subscriber):
                try:
                    move(subscriber, "pause", by=None, at=at, ended_at=at, note={"problem": message.problem[:200]})
                    paused += 1
                except Overtaken:
                    # The owner acted in this very moment; the next minute looks again.
                    continue
            set_aside(message=message, at=at, why="")
    return paused


def concerns(message, subscriber):
    """Whether a mail that never arrived speaks of the address as it was confirmed last."""
    is_on = subscriber.state == SubscriberState.CONFIRMED and message.created_at >= subscriber.confirmed_at
    return is_on and came_back(message.state, message.problem)


def erase(*, subscriber, by, now, reason):
    """Staff erase an address at its owner's wish: the row, its links, every mail to it and the record of those."""
    require(by, "erase", subscriber)
    if not reason.strip():
        raise ReasonMissing
    with transaction.atomic():
        erase_all([subscriber.pk])
        # On the person who did it, since nothing is left to record it on; the number is no name.
        record(by, ERASED, by=by, at=now(), why=reason, subscriber=subscriber.pk)


def erase_lapsed(*, now):
    """Addresses never confirmed go after a week, those of people who left after a month, those whose mails came back after
    half a year. Returns how many."""
    at = now()
    with transaction.atomic():
        keys = queries.lapsed(at)
        erase_all(keys)
    return len(keys)


def erase_all(keys):
    if not keys:
        return
    kind = ContentType.objects.get_for_model(Subscriber)
    forget_about(about_type=kind, about_ids=keys)
    links.forget(about_type=kind, about_ids=keys)
    with guarded_write():
        Subscriber.objects.filter(pk__in=keys).delete()


def forget_old(*, now):
    """Old digests and dead links go, whoever they were for. Returns how many mails."""
    at = now()
    for purpose in (CONFIRM, KEEP):
        links.forget_expired(purpose=purpose, now=at)
    return sum(forget_older(kind=kind, before=at - MAILS_KEPT) for kind in (messages.ISSUE, messages.ALREADY))
