"""The home page: who went and who came this year, give and take in figures, and the partners on their map."""

from exchange.partners.models import Direction, LedgerEntry, Partner
from exchange.visits.models import Visit
from exchange.visits.states import VisitState
from portal.pages.drawings.breath import Traveller
from portal.pages.home_panels import Travellers, register_panel, register_travellers
from portal.people.names import is_han

from .models import Placement
from .states import PlacementState

CAME = (VisitState.IN_PROGRESS, VisitState.COMPLETED, VisitState.CLOSED)
WENT = (PlacementState.ABROAD, PlacementState.BACK, PlacementState.RECOGNISED)


@register_travellers
def travellers(language, year):
    """Names only of those who said that theirs may be shown; of the others the city."""
    went = Placement.objects.filter(state__in=WENT, first_day__year=year).select_related(
        "person", "opportunity__partner"
    )
    came = Visit.objects.filter(state__in=CAME, first_day__year=year).select_related("person", "application")
    return Travellers(
        out=[point(row, row.opportunity.partner.city(language), language) for row in went],
        back=[
            point(row, city_of(row, language), language)
            for row in came.prefetch_related("application__affiliations__partner")
        ],
    )


def city_of(visit, language):
    hospital = visit.application.sending_hospital
    if hospital is None:
        return ""
    return hospital.partner.city(language) if hospital.partner else hospital.city


def point(row, city, language):
    if not row.public_name:
        return Traveller(row.first_day, city)
    name = row.person.named(language)
    return Traveller(row.first_day, name, city, "" if is_han(name) == language.startswith("zh") else "en")


def figures_panel(request, language):
    """Persons by year as blocks, and the same figures as a table."""
    years = {}
    for year, direction, persons, days in LedgerEntry.objects.values_list("year", "direction", "persons", "days"):
        row = years.setdefault(year, {Direction.IN: [0, 0], Direction.OUT: [0, 0]})
        row[direction][0] += persons
        row[direction][1] += days
    if not years:
        return None
    rows = sorted(years.items())
    return "exchange/placements/panels/figures.html", {
        "chart": [
            # A reversal may leave a year below nothing, which no block can show.
            (str(year), max(row[Direction.OUT][0], 0), max(row[Direction.IN][0], 0))
            for year, row in rows
        ],
        "rows": [(year, row[Direction.OUT], row[Direction.IN]) for year, row in reversed(rows)],
    }


def partners_panel(request, language):
    partners = list(Partner.objects.filter(published=True).order_by("city_en", "name"))
    if not partners:
        return None
    placed = [row for row in partners if row.longitude is not None and row.latitude is not None]
    return "exchange/placements/panels/partners.html", {
        "pins": [(row.longitude, row.latitude, row.city(language)) for row in placed],
        "rows": [(row, row.named(language), row.city(language)) for row in partners],
    }


register_panel(50, figures_panel)
register_panel(60, partners_panel)
