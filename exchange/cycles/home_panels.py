"""The home page's card of the call that is open, or opens next."""

from portal.pages.home_panels import register_panel
from portal.pages.keeping.watching import good_for

from .queries import call_card, current_cycle
from .states import Programme


def call_panel(request, language):
    good_for(60)
    cycle = current_cycle(Programme.VISITING_EXPERT, request.now)
    if cycle is None:
        return None
    return "exchange/cycles/panels/call.html", call_card(cycle, request.now, language, request)


register_panel(20, call_panel)
