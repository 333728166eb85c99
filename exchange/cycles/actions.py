"""What the office does with a cycle by itself. Acts that touch applications or offers live further right."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.access.permissions import require
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.moving import move
from portal.lifecycle.refusals import Overtaken, Refusal

from .lock import take_turn
from .models import Cycle, Seat
from .rules import end_of, what_stops_opening
from .states import CycleState, Programme, SeatKind

register_act("exchange.cycle.plan", _("planned"))
register_act("exchange.cycle.change", _("changed"))

WHAT_STOPS = {
    "closes in the past": _("The call would close in the past. Set a later closing time."),
    "stop before close": _("The waiting list would close before the call does. Set a later time."),
    "visits before close": _("Visits would begin before the call has closed. Set a later visit window."),
    "no seats": _("The cycle has no firm seat. Add at least one."),
    "no criteria": _("The cycle has no criteria for the review. Add at least one."),
}


class CannotOpen(Refusal):
    """`reasons` are all the sentences that say why, for a list on the page."""

    def __init__(self, codes):
        self.reasons = [WHAT_STOPS[code] for code in codes]
        super().__init__(self.reasons[0])


def plan_cycle(*, cycle, firm, reserve, by, now):
    """Save a new draft with its seats: `firm` numbered first, then `reserve`. Returns the cycle."""
    require(by, "add", Cycle)
    at = now()
    with transaction.atomic():
        cycle.save()
        Seat.objects.bulk_create(
            Seat(
                cycle=cycle,
                number=number,
                kind=SeatKind.FIRM if number <= firm else SeatKind.RESERVE,
            )
            for number in range(1, firm + reserve + 1)
        )
        record(cycle, "exchange.cycle.plan", by=by, at=at, firm=firm, reserve=reserve)
    return cycle


def change_cycle(*, cycle, by, now):
    """Save what a form changed of a cycle (settings, and in a draft its dates). The state is not among it."""
    require(by, "change", cycle)
    with transaction.atomic():
        stands = take_turn(cycle.pk)
        if stands.state != cycle.state:
            raise Overtaken
        changed = [
            field.name
            for field in Cycle._meta.concrete_fields
            if field.name not in ("id", "turn", "state")
            and getattr(stands, field.attname) != getattr(cycle, field.attname)
        ]
        cycle.save(update_fields=changed)
        record(cycle, "exchange.cycle.change", by=by, at=now(), fields=changed)
    return cycle


def open_cycle(*, cycle, by, now):
    """draft → open: the firm seats open with it; the reserve stays shut. Raises CannotOpen with every reason."""
    require(by, "open", cycle)
    with transaction.atomic():
        cycle = take_turn(cycle.pk)
        at = now()
        firm = cycle.seats.filter(kind=SeatKind.FIRM)
        reasons = what_stops_opening(cycle, at, firm.count(), criteria=number_of_criteria(cycle))
        if reasons:
            raise CannotOpen(reasons)
        move(cycle, "open", by=by, at=at)
        firm.filter(opened_at=None).update(opened_at=at, opened_by=by)
    return cycle


def number_of_criteria(cycle):
    """How many criteria the cycle has, or None for a programme that is not reviewed by criteria."""
    if cycle.programme == Programme.OUTBOUND:
        return None
    return cycle.criteria.count()


def close_cycle(*, cycle, by, now):
    """open → closed by hand, before its time: the closing instant moves to now, so that every page says the same."""
    require(by, "close", cycle)
    with transaction.atomic():
        cycle = take_turn(cycle.pk)
        at = now()
        return move(cycle, "close", by=by, at=at, closes_at=at)


def reopen_cycle(*, cycle, closes_at, by, now, reason):
    """closed → open, by the director alone, with a later closing instant."""
    require(by, "reopen", cycle)
    with transaction.atomic():
        cycle = take_turn(cycle.pk)
        at = now()
        if closes_at <= at:
            raise Refusal(WHAT_STOPS["closes in the past"], field="closes_at")
        if closes_at >= cycle.stop_promotion_at:
            raise Refusal(WHAT_STOPS["stop before close"], field="closes_at")
        return move(cycle, "reopen", by=by, at=at, reason=reason, closes_at=closes_at)


def close_what_is_due(*, now):
    """What the clock does: every open cycle whose closing minute is over becomes closed. Returns how many."""
    closed = 0
    for pk in Cycle.objects.filter(state=CycleState.OPEN).order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():
            cycle = take_turn(pk)
            at = now()
            if cycle.state == CycleState.OPEN and at >= end_of(cycle.closes_at):
                move(cycle, "close", by=None, at=at)
                closed += 1
    return closed
