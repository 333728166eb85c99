"""What a seat is, derived from its offers and never typed."""

from dataclasses import dataclass

from ..states import OfferState

FREE, OPEN, FILLED, USED, SHUT = "free", "open", "filled", "used", "shut"

BY_OFFER = {OfferState.OPEN: OPEN, OfferState.ACCEPTED: FILLED, OfferState.FULFILLED: USED}


@dataclass(frozen=True)
class SeatFacts:
    """A seat as the rules see it. offer: state of the offer that occupies it, or None. awaits_click: after a mistake."""

    key: int
    number: int
    is_open: bool
    offer: str | None = None
    awaits_click: bool = False

    @property
    def state(self):
        """ "used", "filled" (accepted), "open" (an offer is open), "free", or "shut"."""
        if self.offer is not None:
            return BY_OFFER[self.offer]
        return FREE if self.is_open else SHUT


def open_seats(seats):
    return [seat for seat in seats if seat.is_open]


def free_seats(seats):
    """Those that nobody holds, in the order of their numbers."""
    return sorted((seat for seat in seats if seat.state == FREE), key=lambda seat: seat.number)


def is_oversold(seats):
    """Whether more offers occupy seats than seats are open, or one holds a seat that is shut. Must never be true."""
    return any(seat.offer is not None and not seat.is_open for seat in seats)


def counts(seats):
    """dict of seat state → how many."""
    found = dict.fromkeys((USED, FILLED, OPEN, FREE, SHUT), 0)
    for seat in seats:
        found[seat.state] += 1
    return found


def what_stops_shutting(seat):
    """Code of why this seat cannot be shut now, or None: "shut already", "held"."""
    if not seat.is_open:
        return "shut already"
    return "held" if seat.offer is not None else None
