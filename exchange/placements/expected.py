"""Stays to come with a partner: visits of surgeons whose sending hospital it is, and placements that stand."""

from exchange.partners.expected import register_expected
from exchange.partners.models import Direction
from exchange.visits.models import Visit
from exchange.visits.states import VisitState

from .models import Placement
from .states import LIVE, TAKES_A_PLACE

COMING = (VisitState.PLANNING, VisitState.CONFIRMED, VisitState.IN_PROGRESS)
GOING = tuple(state for state in LIVE if state in TAKES_A_PLACE)


@register_expected
def visits_to_come(partner):
    mine = Visit.objects.filter(
        state__in=COMING, application__affiliations__partner=partner, application__affiliations__sending=True
    )
    return [(Direction.IN, *days) for days in mine.values_list("first_day", "last_day")]


@register_expected
def placements_to_come(partner):
    mine = Placement.objects.filter(state__in=GOING, opportunity__partner=partner)
    return [(Direction.OUT, *days) for days in mine.values_list("first_day", "last_day")]
