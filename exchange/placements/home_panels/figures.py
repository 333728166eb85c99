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
    """(year, direction, persons, days, hospital, country) of what the ledger holds, in four queries at most.

    Training is not the exchange: its stays are left out. An expert whose hospital is no partner of ours stands in no
    ledger and is counted from the visit.
    """
    over = Visit.objects.filter(state__in=OVER)
    programmes = {f"visit:{pk}": programme for pk, programme in over.values_list("pk", "offer__seat__cycle__programme")}
    booked, lines = set(), []
    entries = LedgerEntry.objects.order_by("pk").values_list(
        "source", "year", "direction", "persons", "days", "partner_id", "partner__country"
    )
    for source, *line in entries:
        stay = ":".join(source.split(":")[:2])
        booked.add(stay)
        if programmes.get(stay) in (None, Programme.VISITING_EXPERT):
            lines.append(tuple(line))
    unbooked = [
        int(stay.partition(":")[2])
        for stay, programme in programmes.items()
        if stay not in booked and programme == Programme.VISITING_EXPERT
    ]
    if unbooked:
        visits = over.filter(pk__in=unbooked).select_related("application")
        for visit in visits.prefetch_related("application__affiliations"):
            lines += lines_of_visit(visit)
    return lines


def lines_of_visit(visit):
    hospital = visit.application.sending_hospital
    name, country = (hospital.name.casefold(), hospital.country) if hospital else (f"visit {visit.pk}", "")
    days = visit.arrived_on or visit.first_day, visit.left_on or visit.last_day
    return [(year, Direction.IN, persons, stayed, name, country) for year, persons, stayed in lines_of_stay(*days)]


register_panel(50, figures_panel)
