"""The meeting: set an outcome, move somebody on the waiting list, confirm after another look. All pend until the release."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from exchange.applications.models import Application
from exchange.applications.states import ApplicationState
from exchange.cycles.lock import take_turn
from exchange.cycles.states import CycleState
from portal.access.permissions import require
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.refusals import Refusal

from ..models import Decision
from ..parts import keep_version
from ..rules.ordering import moved, placed, ranked
from ..states import DecisionState, Outcome

register_act("exchange.decision.decide", gettext_lazy("decision set"))
register_act("exchange.decision.rank", gettext_lazy("moved on the waiting list"))
register_act("exchange.decision.confirm", gettext_lazy("confirmed after another look"))


def meeting(cycle, now):
    """Lock the cycle and refuse outside its meeting. Returns (cycle, instant)."""
    fresh = take_turn(cycle.pk)
    at = now()
    if fresh.state != CycleState.DECIDING:
        raise Refusal(_("Decisions are set while the cycle is deciding."))
    return fresh, at


def decide(*, application, outcome, by, now, rank=None, words=None):
    """Set or change the pending decision. outcome "" undoes it. rank: place on the list, its end if None."""
    require(by, "decide", Decision)
    with transaction.atomic():
        cycle, at = meeting(application.cycle, now)
        fresh = Application.objects.get(pk=application.pk)
        if fresh.state != ApplicationState.UNDER_REVIEW:
            raise Refusal(_("Only an application under review can be decided."))
        decision = Decision.objects.filter(application=fresh).first() or Decision(application=fresh)
        refuse_told(decision)
        decision.outcome, decision.rank = outcome, None
        decision.words = decision.words if words is None else words
        decision.decided_at, decision.decided_by, decision.flagged_at = at, by, None
        decision.save()
        order = waiting_order(cycle, leaving=decision.pk)
        if outcome == Outcome.WAITLIST:
            order = placed(order, decision.pk, rank or len(order) + 1)
        write_order(order)
        decision.refresh_from_db(fields=["rank"])
        keep_version(decision, by=by, at=at)
        record(decision, "exchange.decision.decide", by=by, at=at, outcome=str(outcome), rank=decision.rank)
    return decision


def move_rank(*, decision, step, by, now):
    """One place up (-1) or down (1) on the pending waiting list."""
    require(by, "decide", decision)
    with transaction.atomic():
        cycle, at = meeting(decision.application.cycle, now)
        fresh = Decision.objects.get(pk=decision.pk)
        refuse_told(fresh)
        if fresh.outcome != Outcome.WAITLIST:
            raise Refusal(_("This application is not on the waiting list."))
        before = fresh.rank
        write_order(moved(waiting_order(cycle), fresh.pk, step))
        fresh.refresh_from_db(fields=["rank"])
        record(fresh, "exchange.decision.rank", by=by, at=at, before=before, rank=fresh.rank)
    return fresh


def confirm(*, decision, by, now):
    """The committee looked again, after a reviewer was recused, and leaves the decision as it is."""
    require(by, "decide", decision)
    with transaction.atomic():
        _cycle, at = meeting(decision.application.cycle, now)
        Decision.objects.filter(pk=decision.pk).update(flagged_at=None)
        record(decision, "exchange.decision.confirm", by=by, at=at)
    decision.flagged_at = None
    return decision


def refuse_told(decision):
    if decision.state != DecisionState.PENDING:
        raise Refusal(_("This decision is released. The director may amend it."))


def waiting_order(cycle, leaving=None):
    rows = Decision.objects.filter(
        application__cycle=cycle, application__state=ApplicationState.UNDER_REVIEW, outcome=Outcome.WAITLIST
    ).exclude(pk=leaving)
    return ranked(list(rows.values_list("rank", "pk")))


def write_order(order):
    """Ranks from 1 without gaps; only rows that change are written."""
    there = dict(Decision.objects.filter(pk__in=order).values_list("pk", "rank"))
    for rank, pk in enumerate(order, start=1):
        if there[pk] != rank:
            Decision.objects.filter(pk=pk).update(rank=rank)
