"""Withdraw an application that has no offer, no place on the list and no visit; with those, the act lives further right."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from exchange.cycles.lock import take_turn
from portal.access.permissions import require
from portal.lifecycle.refusals import Refusal

from .. import messages, parts
from ..models import Application
from ..states import ApplicationState

BY_ITSELF = (
    ApplicationState.DRAFT,
    ApplicationState.SUBMITTED,
    ApplicationState.SCREENED,
    ApplicationState.UNDER_REVIEW,
    ApplicationState.RETURNED,
)


def withdraw(*, application, by, now, reason=""):
    """Every state before the release → withdrawn, by the person or by staff in their name."""
    require(by, "withdraw", application)
    with transaction.atomic():
        take_turn(application.cycle_id)
        at = now()
        fresh = Application.objects.select_related("person", "cycle").get(pk=application.pk)
        if fresh.state not in BY_ITSELF:
            raise Refusal(_("This cannot be withdrawn from here."))
        was_sent = fresh.state != ApplicationState.DRAFT
        close_requests(fresh, at)
        parts.withdraw(application=fresh, by=by, at=at, reason=reason)
        if was_sent:
            messages.withdrawn(application=fresh, now=at)
    return fresh


def reinstate(*, application, by, now, reason):
    """withdrawn → the state it left, by staff, before the call closes."""
    require(by, f"reinstate_{application.state_before}", application)
    with transaction.atomic():
        cycle = take_turn(application.cycle_id)
        at = now()
        fresh = Application.objects.select_related("person", "cycle").get(pk=application.pk)
        if at >= cycle.closes_at:
            raise Refusal(_("The call has closed: a withdrawn application stays withdrawn."))
        return parts.reinstate(application=fresh, by=by, at=at, reason=reason)


def close_requests(application, at):
    application.information_requests.filter(closed_at=None).update(closed_at=at, answered=False)
