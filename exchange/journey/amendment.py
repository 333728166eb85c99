"""Amend a decision after its release: onto the end of the waiting list, or in its words alone."""

from django.db.models import Max
from django.utils.translation import gettext as _

from exchange.applications import parts as application_parts
from exchange.applications.models import Application
from exchange.applications.states import ApplicationState
from exchange.cycles.states import CycleState
from exchange.offers import messages
from exchange.offers.models import WaitingListEntry
from exchange.offers.parts.turns import turn
from exchange.offers.states import EntryState
from exchange.review import parts as review_parts
from exchange.review.models import Decision
from portal.access.permissions import require
from portal.lifecycle.refusals import NotPossibleNow, ReasonMissing, Refusal

AMENDED_FROM = (ApplicationState.NOT_SELECTED, ApplicationState.INELIGIBLE)
OUT = (CycleState.RELEASED, CycleState.RUNNING)


def amend_to_waitlist(*, application, by, now, reason, words=""):
    """Not selected, or not eligible → the last rank of the list, by the director. Returns the WaitingListEntry."""
    require(by, "amend", application)
    if not reason.strip():
        raise ReasonMissing
    with turn(application.cycle_id, now=now) as act:
        fresh = Application.objects.select_related("person", "cycle__officer").get(pk=application.pk)
        if act.cycle.state not in OUT or fresh.state not in AMENDED_FROM:
            raise NotPossibleNow(
                _("Only somebody not selected, or not eligible, is put on the list, and after the release.")
            )
        if act.at >= act.cycle.stop_promotion_at:
            raise Refusal(_("The waiting list has closed. Move its end first."))
        entries = WaitingListEntry.objects.filter(cycle=act.cycle).exclude(state=EntryState.VOID)
        if entries.filter(application=fresh).exists():
            raise Refusal(_("They were on the list, which closed. Move its end: they wait again at their old rank."))
        rank = (entries.aggregate(last=Max("rank"))["last"] or 0) + 1
        review_parts.amend_to_waitlist(fresh, rank=rank, words=words, by=by, at=act.at, reason=reason)
        application_parts.amend(application=fresh, by=by, at=act.at, reason=reason)
        entry = WaitingListEntry.objects.create(cycle=act.cycle, application=fresh, rank=rank, entered_at=act.at)
        messages.amended(entry, reason=reason, now=act.at)
    return entry


def correct_words(*, decision, words, by, now, reason):
    """Mend the sentence that the applicant reads; the outcome stays, and no mail goes."""
    require(by, "amend", decision)
    if not reason.strip():
        raise ReasonMissing
    with turn(decision.application.cycle_id, now=now) as act:
        fresh = Decision.objects.select_related("application").get(pk=decision.pk)
        review_parts.amend_words(fresh, words=words, by=by, at=act.at, reason=reason)
    return fresh
