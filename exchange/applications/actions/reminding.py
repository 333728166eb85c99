"""Remind people of a draft before the call closes: seven days and one day before, once each, verified addresses only."""

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from portal.lifecycle.audit import history, record, register_act

from .. import messages
from ..models import Application
from ..rules.reminding import BEFORE, reminder_due
from ..states import ApplicationState

register_act("exchange.application.remind", _("reminded of the deadline"))


def remind_drafts(*, now):
    """Returns how many mails were written."""
    from datetime import timedelta

    at, sent = now(), 0
    verified = EmailAddress.objects.filter(user=OuterRef("person"), verified=True)
    drafts = (
        Application.objects.filter(
            Exists(verified),
            state=ApplicationState.DRAFT,
            entered_by=None,
            cycle__closes_at__gt=at,
            cycle__closes_at__lte=at + timedelta(days=max(BEFORE)),
        )
        .select_related("cycle", "person")
        .order_by("pk")
    )
    for draft in drafts:
        with transaction.atomic():
            Application.objects.filter(pk=draft.pk).update(version=F("version"))
            days = reminder_due(at, draft.cycle.closes_at, draft.begun_at, reminders_of(draft))
            if days is not None:
                record(draft, "exchange.application.remind", by=None, at=at, days=days)
                messages.draft_reminder(application=draft, days=days, now=at)
                sent += 1
    return sent


def reminders_of(application):
    lines = history(application).filter(action="exchange.application.remind")
    return {line.data.get("days") for line in lines}
