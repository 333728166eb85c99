"""The year's loop: who went out and who came in."""

from exchange.cycles.states import Programme
from exchange.visits.models import Visit
from exchange.visits.states import ARRIVED
from portal.pages.drawings.breath import Traveller
from portal.pages.home_panels import Travellers, register_travellers
from portal.people.names import is_han
from portal.people.naming import named

from ..models import Placement
from ..states import WENT


@register_travellers
def travellers(language, year):
    """Names only of those who let theirs stand; of the others the city."""
    went = Placement.objects.filter(state__in=WENT, first_day__year=year).select_related(
        "person", "opportunity__partner"
    )
    came = Visit.objects.filter(
        state__in=ARRIVED, first_day__year=year, offer__seat__cycle__programme=Programme.VISITING_EXPERT
    ).select_related("person", "application")
    return Travellers(
        out=[point(row, row.opportunity.partner.city(language), language) for row in went.annotate(named=named())],
        back=[
            point(row, city_of(row, language), language)
            for row in came.annotate(named=named()).prefetch_related("application__affiliations__partner")
        ],
    )


def city_of(visit, language):
    hospital = visit.application.sending_hospital
    if hospital is None:
        return ""
    return hospital.partner.city(language) if hospital.partner else hospital.city


def point(row, city, language):
    if not row.named:
        return Traveller(row.first_day, city)
    name = row.person.named(language)
    return Traveller(row.first_day, name, city, "" if is_han(name) == language.startswith("zh") else "en")
