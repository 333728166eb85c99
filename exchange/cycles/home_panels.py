"""The home page's card of the call that is open, or opens next."""

from portal.clock.instants import span_of_days
from portal.pages.home_panels import register_panel
from portal.pages.keeping.watching import good_for

from .queries import call_of, current_cycle, is_open
from .states import Programme, SeatKind


def call_panel(request, language):
    now = request.now
    good_for(60)
    cycle = current_cycle(Programme.VISITING_EXPERT, now)
    if cycle is None:
        return None
    seats = list(cycle.seats.all())
    page = call_of(cycle, language)
    return "exchange/cycles/panels/call.html", {
        "cycle": cycle,
        "cycle_name": page.title if page else str(cycle),
        "open": is_open(cycle, now),
        "before": now < cycle.opens_at,
        "now": now,
        "visits": span_of_days(cycle.visit_from, cycle.visit_to, language),
        "firm": [seat.number for seat in seats if seat.kind == SeatKind.FIRM],
        "reserve": [seat.number for seat in seats if seat.kind == SeatKind.RESERVE],
        "url": page.get_url(request) if page else "",
    }


register_panel(20, call_panel)
