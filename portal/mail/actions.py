"""What staff do with a mail: hold, let go, recall, note that it came back, and send again by the act that caused it."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.access.permissions import require
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.moving import move
from portal.lifecycle.refusals import Overtaken, ReasonMissing, Refusal

from .models import OutboxMessage
from .states import MailState

register_act("portal.outboxmessage.send_again", _("sent again"))
register_act("portal.outboxmessage.settle", _("dealt with"))

_renewals = {}


def renews(kind):
    """Decorator for a slice's messages.py: this function writes the mail of that kind anew, with fresh links.

    It is called with (message, now=instant, by=person) inside a transaction and returns the new OutboxMessage.
    """

    def register(function):
        _renewals[kind] = function
        return function

    return register


def can_be_renewed(message):
    return message.kind in _renewals


def act_on(*, message, act, by, now, reason=""):
    """One of the table's transitions that staff make: "hold", "let_go", "recall", "bounce", "give_up"."""
    require(by, act, message)
    with transaction.atomic():
        return move(message, act, by=by, at=now(), reason=reason)


def send_again(*, message, by, now):
    """A new message by the act that caused the old one. Codes are never sent again by staff."""
    require(by, "send again", message)
    if not can_be_renewed(message):
        raise Refusal(_("This mail cannot be sent again from here. A code is asked for by the person it is for."))
    at = now()
    with transaction.atomic():
        fresh = _renewals[message.kind](message, now=at, by=by)
        if fresh is None:
            raise Refusal(_("Nothing was sent: what this mail was about has ended, or the person has no address."))
        fresh.caused_by = message
        fresh.save(update_fields=["caused_by"])
        record(message, "portal.outboxmessage.send_again", by=by, at=at, new=fresh.pk)
    return fresh


def settle(*, message, by, now, reason):
    """Take a mail that never arrived off the worklist: it was dealt with in another way."""
    require(by, "settle", message)
    if not reason.strip():
        raise ReasonMissing
    at = now()
    with transaction.atomic():
        OutboxMessage.objects.filter(pk=message.pk).update(settled_at=at)
        record(message, "portal.outboxmessage.settle", by=by, at=at, why=reason)
    message.settled_at = at
    return message


def set_aside(*, message, at, why):
    """A mail that never arrived leaves the worklist by itself, since what follows from it was done. Inside a transaction."""
    OutboxMessage.objects.filter(pk=message.pk, settled_at=None).update(settled_at=at)
    record(message, "portal.outboxmessage.settle", by=None, at=at, why=why)


def recall_unsent(*, about, kind, at):
    """What has not left of one kind about an object never leaves. Inside a transaction. Returns how many were recalled."""
    recalled = 0
    unsent = OutboxMessage.objects.filter(state=MailState.QUEUED, kind=kind, **of(about))
    for message in unsent:
        try:
            move(message, "recall", by=None, at=at)
            message.secrets.all().delete()
            recalled += 1
        except Overtaken:
            continue
    return recalled


def of(about):
    return {"about_type": ContentType.objects.get_for_model(about), "about_id": str(about.pk)}


def hold_all_unsent(*, now):
    """After a restore: whatever has not left is held, so that no mail leaves twice. Returns how many are held now."""
    at = now()
    held = 0
    for message in OutboxMessage.objects.filter(state__in=(MailState.QUEUED, MailState.SENDING)):
        with transaction.atomic():
            try:
                move(message, "hold", by=None, at=at, note={"restored": True})
                held += 1
            except Overtaken:
                continue
    return held
