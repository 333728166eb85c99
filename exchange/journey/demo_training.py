"""Small cycles of the training stream, one for each state that the visiting cycles do not stand in."""

from exchange.cycles.actions import close_what_is_due, open_cycle, plan_cycle
from exchange.cycles.demo import give_criteria
from exchange.cycles.models import Cycle
from exchange.cycles.states import CycleState, Programme
from exchange.review.actions.stages import begin_review

from .year_end import cancel_cycle

# How many years before the next year's call, and where the cycle's life stops.
STAGES = ((1, CycleState.DRAFT), (2, CycleState.CLOSED), (3, CycleState.REVIEWING), (4, CycleState.CANCELLED))


def load(demo):
    for back, state in STAGES:
        key = f"cycle.training.{state}"
        if demo.known(key) is None:
            demo.remember(key, small_cycle(demo, back, state))


def small_cycle(demo, back, state):
    """Opened sixty days ago and due to close thirty days ago, as of the state's own days."""
    director, office = demo.known("person.director"), demo.known("person.office")
    cycle = Cycle(
        programme=Programme.TRAINING,
        year=demo.known("cycle.next").year - back,
        opens_at=demo.instant(-60, 9),
        closes_at=demo.instant(-30, 23, 59),
        stop_promotion_at=demo.instant(60, 18),
        visit_from=demo.day(70),
        visit_to=demo.day(250),
        officer=office,
    )
    if state == CycleState.DRAFT:
        cycle.opens_at, cycle.closes_at = demo.instant(20, 9), demo.instant(50, 23, 59)
        return plan_cycle(cycle=cycle, firm=6, reserve=0, by=director, now=demo.at(-3, 15))
    plan_cycle(cycle=cycle, firm=6, reserve=0, by=director, now=demo.at(-70, 15))
    give_criteria(cycle)
    open_cycle(cycle=cycle, by=director, now=demo.at(-60, 9))
    if state == CycleState.CANCELLED:
        reason = "The wards that train are being rebuilt this year."
        return cancel_cycle(cycle=Cycle.objects.get(pk=cycle.pk), by=director, now=demo.at(-40, 10), reason=reason)
    close_what_is_due(now=demo.at(-29, 0, 5))
    fresh = Cycle.objects.get(pk=cycle.pk)
    if state == CycleState.REVIEWING:
        begin_review(cycle=fresh, by=office, now=demo.at(-25, 9))
    return fresh
