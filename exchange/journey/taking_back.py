"""Take a release back as a whole, while none of its mails has left and nobody has answered."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext as _

from exchange.applications import parts as application_parts
from exchange.applications.states import ApplicationState
from exchange.cycles.lock import take_turn
from exchange.offers.models import Offer, WaitingListEntry
from exchange.offers.parts import ending
from exchange.offers.states import EntryState, OfferState
from exchange.review import parts as review_parts
from exchange.review.models import Decision
from exchange.review.states import DecisionState
from portal.access.permissions import require
from portal.lifecycle.moving import move
from portal.lifecycle.refusals import NotPossibleNow, ReasonMissing, Refusal
from portal.mail.models import OutboxMessage
from portal.mail.states import MailState

NOT_LEFT = (MailState.QUEUED, MailState.HELD, MailState.RECALLED)
TAKEN_BACK_FROM = (ApplicationState.SELECTED, ApplicationState.WAITLISTED, ApplicationState.NOT_SELECTED)


class TooLate(Refusal):
    """A mail of the release has left, or somebody has answered. `names` say whose."""

    def __init__(self, message, names):
        self.names = names
        super().__init__(message)


def mails_since_release(cycle):
    """Every mail to an applicant about this cycle's offers, entries and decisions since its release."""
    found = OutboxMessage.objects.none()
    for model, path in ((Offer, "seat__cycle"), (WaitingListEntry, "cycle"), (Decision, "application__cycle")):
        keys = [str(pk) for pk in model.objects.filter(**{path: cycle}).values_list("pk", flat=True)]
        found = found | OutboxMessage.objects.filter(
            about_type=ContentType.objects.get_for_model(model), about_id__in=keys
        )
    return found.filter(created_at__gte=cycle.released_at).exclude(kind="offers.office_told")


def what_stops_taking_back(cycle):
    """A TooLate, or None. Read inside the lock to decide, outside it to show the button."""
    left = mails_since_release(cycle).exclude(state__in=NOT_LEFT).select_related("person")
    if left:
        return TooLate(
            _("Mails of this release have left: outcomes that somebody knows are not taken back."),
            sorted({str(mail.person or mail.address) for mail in left}),
        )
    answered = Offer.objects.filter(seat__cycle=cycle).exclude(state__in=(OfferState.OPEN, OfferState.VOID))
    if answered:
        names = sorted({offer.application.named("en") for offer in answered.select_related("application__person")})
        return TooLate(_("Somebody has answered their offer already."), names)
    return None


def take_release_back(*, cycle, by, now, reason):
    """released → deciding. Offers and entries become void, mails recalled, decisions pend again."""
    require(by, "take_back", cycle)
    if not reason.strip():
        raise ReasonMissing
    with transaction.atomic():
        fresh = take_turn(cycle.pk)
        at = now()
        if fresh.lifecycle.find("take_back", fresh.state) is None:
            raise NotPossibleNow(_("This cycle’s decisions are not released, or visits have begun."))
        stops = what_stops_taking_back(fresh)
        if stops:
            raise stops
        recall_mails(fresh, by, at, reason)
        for offer in Offer.objects.filter(seat__cycle=fresh, state=OfferState.OPEN):
            ending.void(offer, by=by, at=at, reason=reason)
        waits = (EntryState.WAITING, EntryState.OFFERED)
        for entry in WaitingListEntry.objects.filter(cycle=fresh, state__in=waits):
            move(entry, "void", by=by, at=at, reason=reason, ended_at=at)
        pend_again(fresh, by, at, reason)
        move(fresh, "take_back", by=by, at=at, reason=reason, released_at=None)
    return fresh


def recall_mails(cycle, by, at, reason):
    """Raises Overtaken where the worker takes one at this very moment: then nothing is taken back."""
    for mail in mails_since_release(cycle):
        if mail.state == MailState.QUEUED:
            move(mail, "recall", by=by, at=at, reason=reason)
        elif mail.state == MailState.HELD:
            move(mail, "give_up", by=by, at=at, reason=reason)


def pend_again(cycle, by, at, reason):
    released = Decision.objects.filter(application__cycle=cycle, state=DecisionState.RELEASED)
    for decision in released.select_related("application"):
        review_parts.take_back(decision, by=by, at=at, reason=reason)
        if decision.application.state in TAKEN_BACK_FROM:
            application_parts.take_back(application=decision.application, by=by, at=at, reason=reason)
