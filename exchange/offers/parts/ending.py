"""How offers end, each with what follows for the entry and the application. The seat is free by that alone."""

from django.utils.translation import gettext as _

from exchange.applications import parts as application_parts
from exchange.applications.states import ApplicationState
from portal.lifecycle.moving import move

from .. import messages
from ..states import Because, EntryState, OfferState


def freshly(offer):
    """The offer as it stands after the lock."""
    return type(offer).objects.select_related("seat__cycle", "application__person", "entry").get(pk=offer.pk)


def accept(offer, *, by, at):
    move(offer, "accept", by=by, at=at, accepted_at=at)
    if offer.entry is not None and offer.entry.state == EntryState.OFFERED:
        move(offer.entry, "accept", by=by, at=at)
    messages.offer_accepted(offer, now=at)
    return offer


def pass_on(offer, *, by, at):
    """The entry of an offer that ended is over: the person was asked, and the seat goes on."""
    if offer.entry is not None and offer.entry.state == EntryState.OFFERED:
        move(offer.entry, "pass", by=by, at=at, ended_at=at)


def end_application(offer, *, by, at, reason):
    if offer.application.state == ApplicationState.SELECTED:
        application_parts.end(application=offer.application, by=by, at=at, reason=str(reason))


def decline(offer, *, by, at, words=""):
    move(offer, "decline", by=by, at=at, reason=words, ended_at=at, words=words)
    pass_on(offer, by=by, at=at)
    end_application(offer, by=by, at=at, reason=_("Offer declined."))
    messages.offer_declined(offer, now=at)
    return offer


def relinquish(offer, *, by, at, words=""):
    move(offer, "relinquish", by=by, at=at, reason=words, ended_at=at, words=words)
    end_application(offer, by=by, at=at, reason=_("Seat given back."))
    messages.seat_given_back(offer, now=at)
    return offer


def end_by_withdrawal(offer, *, by, at, words=""):
    """The whole application is withdrawn: its own mail says so, and the office is told what became of the offer."""
    name = "decline" if offer.state == OfferState.OPEN else "relinquish"
    move(offer, name, by=by, at=at, reason=words, ended_at=at, words=words)
    messages.tell_the_office(offer, at)
    return offer


def expire(offer, *, at):
    """The clock ran out: the end is noted as of that instant, however late the job came."""
    move(offer, "expire", by=None, at=at, ended_at=offer.expires_at, note={"ran_out": offer.expires_at.isoformat()})
    pass_on(offer, by=None, at=at)
    end_application(offer, by=None, at=at, reason=_("Offer expired."))
    messages.offer_expired(offer, now=at)
    return offer


def rescind(offer, *, because, by, at, reason):
    """What follows depends on why: see Because. Only an open offer from the list can have been a mistake."""
    move(offer, "rescind", by=by, at=at, reason=reason, ended_at=at, because=because)
    if because == Because.MISTAKE:
        move(offer.entry, "restore", by=by, at=at, reason=reason)
        application_parts.back_to_list(application=offer.application, by=by, at=at, reason=reason)
        offer.seat.awaits_click_since = at
        offer.seat.save(update_fields=["awaits_click_since"])
    else:
        pass_on(offer, by=by, at=at)
        end_application(offer, by=by, at=at, reason=reason)
    messages.offer_rescinded(offer, reason=reason, now=at)
    return offer


def withdraw_entry(entry, *, by, at, reason=""):
    return move(entry, "withdraw", by=by, at=at, reason=reason, ended_at=at)


def void(offer, *, by, at, reason):
    """With its release taken back; nothing is promoted from it."""
    move(offer, "void", by=by, at=at, reason=reason, ended_at=at)


def fulfil(offer, *, by, at):
    return move(offer, "fulfil", by=by, at=at)


def defer(offer, *, by, at, reason):
    return move(offer, "defer", by=by, at=at, reason=reason, ended_at=at)


WHAT_BECAME_OF_IT = {
    OfferState.ACCEPTED: lambda: _("This offer has been accepted."),
    OfferState.FULFILLED: lambda: _("This offer has been accepted, and the visit is over."),
    OfferState.DECLINED: lambda: _("This offer was declined. The seat went to the next on the waiting list."),
    OfferState.EXPIRED: lambda: _(
        "This offer has ended: it was not answered in time. The seat goes to the next on the list."
    ),
    OfferState.RESCINDED: lambda: _("This offer was taken back. The mail that we sent says why."),
    OfferState.VOID: lambda: _("This offer was not sent after all."),
    OfferState.RELINQUISHED: lambda: _("This seat was given back."),
    OfferState.DEFERRED: lambda: _("This visit was moved to the next cycle."),
}
