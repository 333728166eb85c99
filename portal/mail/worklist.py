"""Mails that came back or were given up, and mails held for a decision: somebody must look at each."""

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.access.permissions import may, visible_to
from portal.office.worklist import WorkItem, register

from .models import OutboxMessage
from .states import STUCK


@register
def stuck_mails(person, now):
    """One line for each mail that never arrived and was not written again."""
    if not may(person, "list", OutboxMessage):
        return []
    mails = (
        visible_to(person, OutboxMessage)
        .filter(state__in=STUCK, again=None, settled_at=None)
        # A code is asked for again by the person it is for.
        .exclude(kind__startswith="account.")
        .order_by("created_at")
    )
    return [
        WorkItem(
            title=_("A mail did not arrive"),
            who=f"{mail.address} · {mail.shown_subject}",
            since=mail.taken_at or mail.created_at,
            due=None,
            url=reverse("mails:inspect", args=[mail.pk]),
            kind=str(mail.get_state_display()),
            urgent=True,
        )
        for mail in mails
    ]
