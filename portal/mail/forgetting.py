"""Erasing mails whose time of keeping is over, or whose reader asked for it: the message, its secrets, its record.

The record goes too, since each line of it names the mail by its subject and its reader.
"""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import ModelLogEntry

from portal.lifecycle.models import guarded_write

from .models import OutboxMessage
from .states import MailState

WAITING = (MailState.QUEUED, MailState.SENDING, MailState.HELD)


def forget_about(*, about_type, about_ids):
    """Erase every mail about these objects, whatever its state; returns how many."""
    return erase(OutboxMessage.objects.filter(about_type=about_type, about_id__in=[str(pk) for pk in about_ids]))


def forget_older(*, kind, before):
    """Erase the mails of one kind that were written before an instant and wait for nothing; returns how many."""
    return erase(OutboxMessage.objects.filter(kind=kind, created_at__lt=before).exclude(state__in=WAITING))


def erase(messages):
    with transaction.atomic():
        keys = list(messages.values_list("pk", flat=True))
        if not keys:
            return 0
        kind = ContentType.objects.get_for_model(OutboxMessage)
        ModelLogEntry.objects.filter(content_type=kind, object_id__in=[str(key) for key in keys]).delete()
        with guarded_write():
            OutboxMessage.objects.filter(pk__in=keys).delete()
    return len(keys)
