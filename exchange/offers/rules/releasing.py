"""What releasing a cycle's decisions would do, and what is in the way."""

from dataclasses import dataclass

from exchange.applications.states import IN_THE_WAY_OF_RELEASE, ApplicationState
from exchange.review.states import Outcome

from .seats import free_seats


@dataclass(frozen=True)
class Case:
    """An application at the moment of release. outcome: as pending, "" where nobody decided. order: place among the selected.

    carried: born selected, deferred from the cycle before. flagged: a reviewer was recused after the decision was set.
    """

    key: int
    state: str
    outcome: str = ""
    rank: int | None = None
    order: tuple = ()
    carried: bool = False
    flagged: bool = False


@dataclass(frozen=True)
class Obstacle:
    """code: "submitted", "screened", "returned" (states), "undecided", "flagged", "too many", "no rank", "same rank",
    "stopped"."""

    code: str
    key: int | None = None
    wanted: int = 0
    seats: int = 0


@dataclass(frozen=True)
class ReleasePlan:
    obstacles: tuple
    offers: tuple
    """(seat, case), the carried first, then the selected in their order."""
    waiting: tuple
    """Cases of the waiting list by rank."""
    promoted: tuple
    """(seat, case): the seats that are left go to the list at once."""
    not_selected: tuple
    lapsed: tuple
    left: tuple
    """Seats that stay free, since nobody waits."""

    @property
    def is_clear(self):
        return not self.obstacles


DECIDED_FROM = ApplicationState.UNDER_REVIEW


def plan_release(cases, seats, *, stopped):
    """The ReleasePlan. stopped: whether the instant has passed after which nobody is promoted."""
    carried = sorted((case for case in cases if case.carried), key=lambda case: case.key)
    decided = [case for case in cases if case.state == DECIDED_FROM]
    selected = sorted((case for case in decided if case.outcome == Outcome.SELECT), key=lambda case: case.order)
    waiting = sorted(
        (case for case in decided if case.outcome == Outcome.WAITLIST), key=lambda case: (case.rank or 0, case.key)
    )
    free = free_seats(seats)
    invited = [*carried, *selected]
    left = free[len(invited) :]
    return ReleasePlan(
        obstacles=tuple(obstacles(cases, decided, invited, waiting, free, stopped)),
        offers=tuple(zip(free, invited, strict=False)),
        waiting=tuple(waiting),
        promoted=tuple(zip(left, waiting, strict=False)),
        not_selected=tuple(case for case in decided if case.outcome == Outcome.NOT_SELECTED),
        lapsed=tuple(case for case in cases if case.state == ApplicationState.DRAFT),
        left=tuple(left[len(waiting) :]),
    )


def obstacles(cases, decided, invited, waiting, free, stopped):
    """Everything in the way, each application named."""
    for case in cases:
        if case.state in IN_THE_WAY_OF_RELEASE:
            yield Obstacle(str(case.state), case.key)
    for case in decided:
        if not case.outcome:
            yield Obstacle("undecided", case.key)
        elif case.flagged:
            yield Obstacle("flagged", case.key)
    if len(invited) > len(free):
        yield Obstacle("too many", wanted=len(invited), seats=len(free))
    ranks = [case.rank for case in waiting]
    for case in waiting:
        if case.rank is None:
            yield Obstacle("no rank", case.key)
        elif ranks.count(case.rank) > 1:
            yield Obstacle("same rank", case.key)
    if waiting and stopped:
        yield Obstacle("stopped")
