"""What a cycle must hold before it opens, and whether an application may still come in. Pure."""

from datetime import timedelta

from .states import CycleState


def end_of(instant):
    """The instant at which a deadline that reads "23:59" is over: its minute still counts, so 23:59:59 is in time."""
    return instant.replace(second=0, microsecond=0) + timedelta(minutes=1)


# Until the release a person with an extension may still submit; what decides is the instant.
TAKES_SUBMISSIONS = (
    CycleState.OPEN,
    CycleState.CLOSED,
    CycleState.REVIEWING,
    CycleState.DECIDING,
)


def what_stops_opening(cycle, now, seats, criteria=None):
    """Reasons (codes) why a draft cannot be opened now: "closes in the past", "stop before close", "visits before close",
    "no seats", "no criteria". seats: number of firm seats. criteria: number of criteria, None where review needs none.
    """
    reasons = []
    if cycle.closes_at <= now:
        reasons.append("closes in the past")
    if cycle.stop_promotion_at <= cycle.closes_at:
        reasons.append("stop before close")
    if cycle.visit_from <= cycle.closes_at.date():
        reasons.append("visits before close")
    if seats < 1:
        reasons.append("no seats")
    if criteria is not None and criteria < 1:
        reasons.append("no criteria")
    return reasons


def takes_submissions(cycle, now, extended_to=None):
    """Whether an application may be submitted at `now`: by closes_at or the person's extension, not by the state, which
    the clock moves later. The closing minute itself still counts (23:59:59 in, 00:00:00 out where closes_at is 23:59).
    """
    if cycle.state not in TAKES_SUBMISSIONS:
        return False
    if now < cycle.opens_at:
        return False
    limit = max(cycle.closes_at, extended_to) if extended_to else cycle.closes_at
    return now < end_of(limit)
