"""What a reviewer does: begin, save, finish, open again, declare a conflict of interest."""

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from exchange.cycles.states import CycleState
from portal.access.permissions import require
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.moving import move
from portal.lifecycle.refusals import Overtaken, ReasonMissing, Refusal

from .. import messages
from ..models import Decision, ReviewAssignment, ReviewScore
from ..states import TOLD, DecisionState, ReviewState

register_act("exchange.decision.flag", gettext_lazy("to be looked at again"))

WRITTEN_IN = (CycleState.OPEN, CycleState.CLOSED, CycleState.REVIEWING, CycleState.DECIDING)
REOPENED_IN = (CycleState.OPEN, CycleState.CLOSED, CycleState.REVIEWING)


class Unscored(Refusal):
    """The review cannot be finished. `missing` are the criteria without a score; None among them means the recommendation."""

    def __init__(self, missing):
        self.missing = missing
        super().__init__(
            _("Some criteria have no score yet, or the recommendation is missing. What you wrote is saved.")
        )


def locked(review):
    """The review as it stands, its row locked until the transaction ends."""
    ReviewAssignment.objects.filter(pk=review.pk).update(version=F("version"))
    return ReviewAssignment.objects.select_related("application__cycle", "application__person", "reviewer").get(
        pk=review.pk
    )


def save_review(*, review, scores, by, now, version=None, finish=False, **words):
    """Write a draft of a review, and with `finish` end it.

    scores: dict of criterion key → score or None (erases it). words: recommendation, for_committee, for_applicant.
    version: the one the writer had before them; where it no longer stands nothing is written and Overtaken is raised.
    """
    require(by, "write", review)
    lacking = None
    with transaction.atomic():
        fresh = locked(review)
        at = now()
        require(by, "write", fresh)
        refuse_shut(fresh, WRITTEN_IN)
        if fresh.state == ReviewState.DONE:
            raise Refusal(_("This review is finished. Open it again to change it."))
        if version is not None and version != fresh.version:
            raise Overtaken(_("You changed this review in another window meanwhile. Read it again, then save."))
        if fresh.state == ReviewState.ASSIGNED:
            move(fresh, "begin", by=by, at=at, begun_at=at)
        write(fresh, scores, words)
        if finish:
            lacking = what_lacks(fresh)
            if not lacking:
                move(fresh, "finish", by=by, at=at, done_at=at, application_version=fresh.application.version)
    if lacking:
        raise Unscored(lacking)
    return fresh


def write(review, scores, words):
    known = set(review.application.cycle.criteria.values_list("pk", flat=True))
    for key, score in scores.items():
        if key not in known:
            continue
        if score is None:
            ReviewScore.objects.filter(review=review, criterion_id=key).delete()
        else:
            ReviewScore.objects.update_or_create(review=review, criterion_id=key, defaults={"score": score})
    for name, text in words.items():
        setattr(review, name, text)
    review.version += 1
    review.save(update_fields=[*words, "version"])


def what_lacks(review):
    scored = set(review.scores.values_list("criterion", flat=True))
    missing = [criterion for criterion in review.application.cycle.criteria.all() if criterion.pk not in scored]
    return missing + ([] if review.recommendation else [None])


def refuse_shut(review, states):
    if review.application.cycle.state not in states:
        raise Refusal(_("Decisions are being made, or are made: this review can no longer be changed."))


def reopen_review(*, review, by, now):
    """done → begun, until the cycle decides."""
    require(by, "reopen", review)
    with transaction.atomic():
        fresh = locked(review)
        refuse_shut(fresh, REOPENED_IN)
        return move(fresh, "reopen", by=by, at=now(), done_at=None)


def recuse(*, review, by, now, reason):
    """Declare a conflict of interest. The reviewer is shut out; what they scored is kept and counts no more.

    A pending decision is flagged for another look; a released one stands, and the director is told.
    """
    require(by, "recuse", review)
    if not reason.strip():
        raise ReasonMissing
    with transaction.atomic():
        fresh = locked(review)
        at = now()
        had_scored = fresh.state == ReviewState.DONE
        move(fresh, "recuse", by=by, at=at, reason=reason, recused_at=at, recused_why=reason)
        if had_scored:
            tell_the_decision(fresh, by, at)
    return fresh


def tell_the_decision(review, by, at):
    decision = Decision.objects.filter(application=review.application).first()
    if decision is None:
        return
    if decision.state == DecisionState.PENDING and decision.outcome:
        Decision.objects.filter(pk=decision.pk).update(flagged_at=at)
        record(decision, "exchange.decision.flag", by=by, at=at, review=review.pk)
    elif decision.state in TOLD:
        messages.recused_after_release(review=review, now=at)
