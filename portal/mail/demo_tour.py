"""The outbox, and the mailbox page of a development site."""

from django.conf import settings
from django.urls import reverse

from .models import OutboxMessage
from .states import MailState


def pages():
    bounced = OutboxMessage.objects.filter(state=MailState.BOUNCED).order_by("pk").first()
    found = {"office_mails": reverse("mails:index")}
    if settings.DEBUG:  # as in portal.urls
        found["mailbox"] = reverse("mailbox")
    if bounced:
        found["office_mail"] = reverse("mails:inspect", args=[bounced.pk])
    return found
