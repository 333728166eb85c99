"""Who is next for a free seat, and why each other one is not. The order is strict: nobody is passed over."""

from dataclasses import dataclass, field
from datetime import datetime

from ..states import EntryState
from .seats import free_seats


@dataclass(frozen=True)
class Claim:
    """Somebody in the queue. rank: of the waiting list, None for one carried over from the cycle before (who comes first)."""

    key: int
    rank: int | None
    state: str = EntryState.WAITING

    @property
    def order(self):
        return (0, self.key) if self.rank is None else (1, self.rank)


@dataclass(frozen=True)
class Reason:
    """code: what is so. data: what the sentence names."""

    code: str
    data: dict = field(default_factory=dict)


@dataclass(frozen=True)
class ListRules:
    """What holds for a cycle at an instant.

    released: whether outcomes are out and the cycle still runs. stop_at: after it nobody is promoted. next_office_hour:
    when a free seat may go on, the instant itself where it may now. automatic: False while an act decides itself.
    """

    now: datetime
    stop_at: datetime
    released: bool = True
    next_office_hour: datetime | None = None

    @property
    def stopped(self):
        return self.now >= self.stop_at

    @property
    def may_promote(self):
        return self.released and not self.stopped

    @property
    def waits_for_office(self):
        """Whether the cycle gives free seats on in office hours only, and the office is not at work."""
        return self.next_office_hour is not None and self.next_office_hour > self.now


def queue_of(claims):
    """Those who wait, in the one order there is."""
    return sorted((claim for claim in claims if claim.state == EntryState.WAITING), key=lambda claim: claim.order)


def promotions(seats, claims, rules):
    """(seat, claim) pairs that follow now without anybody's click, in order."""
    if not rules.may_promote or rules.waits_for_office:
        return []
    free = [seat for seat in free_seats(seats) if not seat.awaits_click]
    return list(zip(free, queue_of(claims), strict=False))


def what_stops_offering(seat, claims, rules):
    """Code of why this seat cannot be offered by a click, or None: "not released", "stopped", "shut", "held", "nobody waits"."""
    if not rules.released:
        return "not released"
    if rules.stopped:
        return "stopped"
    if seat.state != "free":
        return "shut" if seat.state == "shut" else "held"
    return None if queue_of(claims) else "nobody waits"


def next_for(claims):
    """The one who is next, or None."""
    queue = queue_of(claims)
    return queue[0] if queue else None


def why_free(seat, claims, rules):
    """Reason for which a free seat is still free. Codes: "not released", "stopped", "awaits click", "office hour",
    "nobody waits", "at once" (it goes on with the next turn of the clock)."""
    first = next_for(claims)
    rank = first.rank if first else None
    if not rules.released:
        return Reason("not released")
    if rules.stopped:
        return Reason("stopped", {"stop": rules.stop_at})
    if first is None:
        return Reason("nobody waits")
    if seat.awaits_click:
        return Reason("awaits click", {"rank": rank})
    if rules.waits_for_office:
        return Reason("office hour", {"at": rules.next_office_hour, "rank": rank})
    return Reason("at once", {"rank": rank})


def why_waiting(claims, seats, rules):
    """dict of claim key → Reason for which it waits. Codes: "not released", "stopped", "no free seat", "next" (data: seat, by
    which it will be asked, and how), "after" (data: rank of the one before, seat)."""
    queue = queue_of(claims)
    free = free_seats(seats)
    found = {}
    for place, claim in enumerate(queue):
        if not rules.released:
            found[claim.key] = Reason("not released")
        elif rules.stopped:
            found[claim.key] = Reason("stopped", {"stop": rules.stop_at})
        elif place < len(free):
            seat = free[place]
            found[claim.key] = Reason("next", {"seat": seat.number, "how": why_free(seat, claims, rules).code,
                                               "at": rules.next_office_hour})  # fmt: skip
        elif free:
            found[claim.key] = Reason("after", {"rank": queue[place - 1].rank, "seat": free[-1].number})
        else:
            found[claim.key] = Reason("no free seat", {"before": place})
    return found
