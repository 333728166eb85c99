"""A reviewer's own reviews, and how far they are; in a constant number of queries."""

from dataclasses import dataclass

from django.db.models import Count

from exchange.cycles.models import Criterion
from exchange.cycles.states import CycleState

from ..models import ReviewAssignment
from ..states import UNFINISHED, ReviewState

OVER = (CycleState.COMPLETED, CycleState.ARCHIVED, CycleState.CANCELLED)


@dataclass(frozen=True)
class DeskOfCycle:
    """One cycle on the desk. waiting: reviews to be written, done: finished ones. total: both."""

    cycle: object
    waiting: list
    done: list
    criteria: int

    @property
    def total(self):
        return len(self.waiting) + len(self.done)


def desk_of(person):
    """A DeskOfCycle for each cycle that is not over, the newest first; recused reviews are not shown."""
    reviews = (
        ReviewAssignment.objects.filter(reviewer=person)
        .exclude(state=ReviewState.RECUSED)
        .exclude(application__cycle__state__in=OVER)
        .select_related("application__cycle", "application__person", "application__specialty")
        .prefetch_related("application__affiliations")
        .annotate(scored=Count("scores"))
        .order_by("-application__cycle__year", "application__cycle", "due_at", "application__serial")
    )
    cycles = {}
    for review in reviews:
        cycles.setdefault(review.application.cycle, []).append(review)
    counted = dict(
        Criterion.objects.filter(cycle__in=[cycle.pk for cycle in cycles]).values_list("cycle").annotate(Count("pk"))
    )
    return [
        DeskOfCycle(
            cycle=cycle,
            waiting=[row for row in rows if row.state in UNFINISHED],
            done=[row for row in rows if row.state == ReviewState.DONE],
            criteria=counted.get(cycle.pk, 0),
        )
        for cycle, rows in cycles.items()
    ]


def next_to_write(person, after):
    """The next unfinished review on the desk, for "finish and go on"; None where all are written."""
    rows = ReviewAssignment.objects.filter(reviewer=person, state__in=UNFINISHED).exclude(pk=after.pk)
    rows = rows.filter(application__cycle=after.application.cycle_id)
    return rows.order_by("due_at", "application__serial").first()
