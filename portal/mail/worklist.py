"""Mails that came back or were given up, and mails held for a decision: somebody must look at each."""

from django.db.models import Count, Min
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.access.permissions import may, visible_to
from portal.office.worklist import WorkItem, register

from .models import OutboxMessage
from .states import STUCK, MailState


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


@register
def held_mails(person, now):
    """One line for all that are held, as after a backup was restored: until somebody lets them go, nobody reads them."""
    if not may(person, "list", OutboxMessage):
        return []
    held = visible_to(person, OutboxMessage).filter(state=MailState.HELD)
    known = held.aggregate(number=Count("pk"), first=Min("created_at"))
    if not known["number"]:
        return []
    words = ngettext("%(count)s mail is held", "%(count)s mails are held", known["number"])
    return [
        WorkItem(
            title=words % {"count": known["number"]},
            who=_("Let go or given up one by one"),
            since=known["first"],
            due=None,
            url=f"{reverse('mails:index')}?state={MailState.HELD}",
            kind=_("Mail"),
        )
    ]
