"""A released cycle runs once its first day of visits has come, or when the office says so."""

from zoneinfo import ZoneInfo

from django.db import transaction

from exchange.cycles.lock import take_turn
from exchange.cycles.models import Cycle
from exchange.cycles.states import CycleState
from portal.access.permissions import require
from portal.lifecycle.moving import move

SHANGHAI = ZoneInfo("Asia/Shanghai")


def run_cycle(*, cycle, by, now):
    """released → running; from then on the release cannot be taken back."""
    require(by, "run", cycle)
    with transaction.atomic():
        fresh = take_turn(cycle.pk)
        return move(fresh, "run", by=by, at=now())


def run_what_is_due(*, now):
    """What the clock does. Returns how many cycles began to run."""
    begun = 0
    for pk in list(Cycle.objects.filter(state=CycleState.RELEASED).order_by("pk").values_list("pk", flat=True)):
        with transaction.atomic():
            cycle = take_turn(pk)
            at = now()
            if cycle.state == CycleState.RELEASED and cycle.visit_from <= at.astimezone(SHANGHAI).date():
                move(cycle, "run", by=None, at=at)
                begun += 1
    return begun
