"""The exchange in figures: how many came and went, with how many hospitals and countries, and by year."""

from exchange.cycles.states import Programme
from exchange.partners.models import Direction, LedgerEntry
from exchange.partners.rules import figures, lines_of_stay
from exchange.visits.models import Visit
from exchange.visits.states import OVER
from portal.pages.home_panels import register_panel


def figures_panel(request, language):
    """Four numbers, persons by year as blocks, and the same as a table."""
    shown = figures(stays_that_count())
    if not shown["years"]:
        return None
    return "exchange/placements/panels/figures.html", {
        "total": shown,
        "chart": [
            # A reversal may leave a year below nothing, which no block can show.
            (str(year), max(went[0], 0), max(came[0], 0))
            for year, went, came in reversed(shown["years"])
        ],
        "rows": shown["years"],
    }


def stays_that_count():
    """(year, direction, persons, days, hospital, country) of what the ledger holds, in two queries.

    Training is not the exchange: its stays are left out. An expert whose hospital is no partner of ours stands in no
    ledger and is counted from the visit.
    """
    visits = {
        f"visit:{row.pk}": row
        for row in Visit.objects.filter(state__in=OVER)
        .select_related("application", "offer__seat__cycle")
        .prefetch_related("application__affiliations")
    }
    booked = set()
    lines = []
    for entry in LedgerEntry.objects.select_related("partner"):
        stay = ":".join(entry.source.split(":")[:2])
        booked.add(stay)
        if stay not in visits or is_expert(visits[stay]):
            lines.append(
                (entry.year, entry.direction, entry.persons, entry.days, entry.partner_id, entry.partner.country)
            )
    for stay, visit in visits.items():
        if stay not in booked and is_expert(visit):
            lines += lines_of_visit(visit)
    return lines


def is_expert(visit):
    return visit.offer.seat.cycle.programme == Programme.VISITING_EXPERT


def lines_of_visit(visit):
    hospital = visit.application.sending_hospital
    name, country = (hospital.name.casefold(), hospital.country) if hospital else (f"visit {visit.pk}", "")
    days = visit.arrived_on or visit.first_day, visit.left_on or visit.last_day
    return [(year, Direction.IN, persons, stayed, name, country) for year, persons, stayed in lines_of_stay(*days)]


register_panel(50, figures_panel)
