from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from exchange.cycles.models import Cycle
from exchange.cycles.queries import cycles_of_screen
from exchange.cycles.states import CycleState
from portal.access.permissions import get_visible_or_404, may, require
from portal.clock.system import system_now
from portal.office.heading import heading

from ..models import Offer, WaitingListEntry
from ..queries.screen import seats_screen

# Which cycle is shown first: the one in which seats are given on now.
FIRST = (
    CycleState.RUNNING,
    CycleState.RELEASED,
    CycleState.DECIDING,
    CycleState.REVIEWING,
    CycleState.CLOSED,
    CycleState.OPEN,
)


def cycles_for(person):
    return cycles_of_screen(person, FIRST)


@require_GET
def seats(request):
    require(request.user, "list", Offer)
    found = cycles_for(request.user)
    if not found:
        raise Http404
    return redirect("cycle_seats", found[0].pk)


@require_GET
def cycle_seats(request, pk):
    """Seat cards, the waiting list with a reason a line, and how seats went on."""
    require(request.user, "list", Offer)
    cycle = get_visible_or_404(request.user, Cycle, pk=pk)
    at = system_now()
    context = {
        **heading(_("Seats and offers: %(cycle)s") % {"cycle": cycle}, "table"),
        "cycle": cycle, "now": at, "screen": seats_screen(cycle, at, get_language()),
        "others": [row for row in cycles_for(request.user) if row.pk != cycle.pk],
        "may_open_reserve": may(request.user, "open the reserve seat", cycle),
        "may_move_stop": may(request.user, "move the stop", WaitingListEntry),
        "may_change_seats": may(request.user, "open seats", cycle) and cycle.state != CycleState.ARCHIVED,
    }  # fmt: skip
    return render(request, "exchange/offers/office/seats.html", context)
