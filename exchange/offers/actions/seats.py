"""Open and shut seats. A seat that somebody holds is never shut; the reserve is opened by the director alone."""

from django.db.models import Max
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from exchange.cycles.models import Seat
from exchange.cycles.states import CycleState, SeatKind
from portal.access.permissions import require
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.refusals import ReasonMissing, Refusal

from ..parts.turns import turn
from ..queries.standing import holding_offers, seat_facts
from ..rules.seats import what_stops_shutting

register_act("exchange.cycle.open_seat", gettext_lazy("seat opened"))
register_act("exchange.cycle.add_seat", gettext_lazy("seat added"))
register_act("exchange.cycle.shut_seat", gettext_lazy("seat shut"))

SEATS_ARE_CHANGED_IN = (
    CycleState.DRAFT,
    CycleState.OPEN,
    CycleState.CLOSED,
    CycleState.REVIEWING,
    CycleState.DECIDING,
    CycleState.RELEASED,
    CycleState.RUNNING,
)


class SeatHeld(Refusal):
    """The seat cannot be shut. `holders` are (seat number, name) of every offer that occupies a seat of the cycle."""

    def __init__(self, number, holders):
        self.holders = holders
        listed = "; ".join(_("seat %(seat)s: %(who)s") % {"seat": seat, "who": who} for seat, who in holders)
        super().__init__(
            _("Seat %(seat)s is held and cannot be shut. These seats are held now: %(listed)s.")
            % {"seat": number, "listed": listed}
        )


def refuse_where_over(cycle):
    if cycle.state not in SEATS_ARE_CHANGED_IN:
        raise Refusal(_("This cycle is over: its seats stay as they are."))


def need_reason(reason):
    if not reason.strip():
        raise ReasonMissing


def open_reserve_seat(*, seat, by, now, reason):
    """By the director alone. Like any other seat it goes to the next in order."""
    require(by, "open the reserve seat", seat.cycle)
    need_reason(reason)
    with turn(seat.cycle_id, now=now) as act:
        refuse_where_over(act.cycle)
        fresh = Seat.objects.get(pk=seat.pk)
        if fresh.is_open:
            raise Refusal(_("This seat is open already."))
        fresh.opened_at, fresh.opened_by, fresh.opened_why = act.at, by, reason.strip()[:300]
        fresh.shut_at, fresh.shut_why = None, ""
        fresh.save()
        record(act.cycle, "exchange.cycle.open_seat", by=by, at=act.at, why=reason, seat=fresh.number)
    return fresh


def add_seat(*, cycle, by, now, reason, kind=SeatKind.FIRM):
    """One more seat, with the next number. A firm one is open at once, unless its cycle is a draft; a reserve one is shut."""
    require(by, "open seats", cycle)
    need_reason(reason)
    with turn(cycle.pk, now=now) as act:
        refuse_where_over(act.cycle)
        last = Seat.objects.filter(cycle=act.cycle).aggregate(last=Max("number"))["last"] or 0
        opens = kind == SeatKind.FIRM and act.cycle.state != CycleState.DRAFT
        seat = Seat.objects.create(
            cycle=act.cycle,
            number=last + 1,
            kind=kind,
            opened_at=act.at if opens else None,
            opened_by=by if opens else None,
            opened_why=reason.strip()[:300] if opens else "",
        )
        record(act.cycle, "exchange.cycle.add_seat", by=by, at=act.at, why=reason, seat=seat.number, kind=str(kind))
    return seat


def shut_seat(*, seat, by, now, reason):
    """A firm or reserve seat, only while nobody holds it. Raises SeatHeld with the list of those who hold one."""
    require(by, "shut seats", seat.cycle)
    need_reason(reason)
    with turn(seat.cycle_id, now=now) as act:
        refuse_where_over(act.cycle)
        fresh = Seat.objects.get(pk=seat.pk)
        holding = holding_offers(act.cycle)
        stops = what_stops_shutting(seat_facts(fresh, holding.get(fresh.pk)))
        if stops == "shut already":
            raise Refusal(_("This seat is shut already."))
        if stops == "held":
            raise SeatHeld(fresh.number, holders_of(holding))
        fresh.shut_at, fresh.shut_why, fresh.awaits_click_since = act.at, reason.strip()[:300], None
        fresh.save()
        record(act.cycle, "exchange.cycle.shut_seat", by=by, at=act.at, why=reason, seat=fresh.number)
    return fresh


def holders_of(holding):
    language = get_language() or "en"
    return sorted((offer.seat.number, offer.application.named(language)) for offer in holding.values())
