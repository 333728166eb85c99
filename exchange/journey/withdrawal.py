"""Withdraw an application from any state that is not final, with all that hangs on it, in one transaction."""

from django.utils.translation import gettext as _

from exchange.applications import messages as application_messages
from exchange.applications import parts as application_parts
from exchange.applications.actions import withdrawing
from exchange.applications.models import Application
from exchange.offers.models import Offer, WaitingListEntry
from exchange.offers.parts import ending
from exchange.offers.parts.turns import turn
from exchange.offers.states import LIVE, EntryState
from exchange.visits import messages as visit_messages
from exchange.visits import parts as visit_parts
from exchange.visits.states import CancelledBy, VisitState
from portal.access.permissions import require
from portal.lifecycle.refusals import NotPossibleNow


def withdraw_application(*, application, by, now, reason=""):
    """An open offer becomes declined, an accepted one given back, the list's entry withdrawn; a seat that is free goes on."""
    require(by, "withdraw", application)
    if application.state in withdrawing.BY_ITSELF and not has_anything_on_it(application):
        return withdrawing.withdraw(application=application, by=by, now=now, reason=reason)
    with turn(application.cycle_id, now=now) as act:
        fresh = Application.objects.select_related("person", "cycle__officer").get(pk=application.pk)
        if fresh.lifecycle.find("withdraw", fresh.state) is None:
            raise NotPossibleNow(
                _("This cannot be withdrawn any more: it is “%(state)s”.") % {"state": fresh.get_state_display()}
            )
        end_what_hangs_on_it(fresh, by, act.at, reason)
        application_parts.withdraw(application=fresh, by=by, at=act.at, reason=reason)
        application_messages.withdrawn(application=fresh, now=act.at)
    return fresh


def has_anything_on_it(application):
    return (
        Offer.objects.filter(application=application, state__in=LIVE).exists()
        or WaitingListEntry.objects.filter(application=application, state__in=WAITS).exists()
    )


WAITS = (EntryState.WAITING, EntryState.OFFERED)


def end_what_hangs_on_it(application, by, at, reason):
    """Visit, offer and entry of the application, which itself is withdrawn by the caller and so is not ended here.

    Once the guest is here there is no withdrawal: the visit is cut short.
    """
    entry = WaitingListEntry.objects.filter(application=application, state__in=WAITS).first()
    if entry is not None:
        ending.withdraw_entry(entry, by=by, at=at, reason=reason)
    offer = (
        Offer.objects.filter(application=application, state__in=LIVE)
        .select_related("seat__cycle__officer", "application__person")
        .first()
    )
    if offer is not None:
        end_visit(offer, by, at, reason)
        ending.end_by_withdrawal(offer, by=by, at=at, words=reason)
    withdrawing.close_requests(application, at)


def end_visit(offer, by, at, reason):
    """The visit that an offer given back takes with it; refused once the guest is here."""
    visit = visit_parts.standing_visit(offer)
    if visit is None:
        return
    if visit.state == VisitState.IN_PROGRESS:
        raise NotPossibleNow(_("The visit is in progress. It can be cut short, and the office does that with you."))
    words = reason or _("The expert gave the seat back.")
    visit_parts.cancel_visit(visit=visit, cancelled_by=CancelledBy.EXPERT, by=by, at=at, reason=words)
    visit_messages.hosts_read_of_end(visit, at, words)
