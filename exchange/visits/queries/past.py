"""Who was here, as the public reads it."""

from itertools import groupby

from django.db.models.functions import Coalesce
from django.utils.translation import get_language

from exchange.cycles.states import Programme
from exchange.partners.queries import page_address
from portal.clock.instants import span_of_days
from portal.people.names import initials
from portal.people.naming import named

from ..models import Visit
from ..states import OVER


def past_experts_context():
    """Years with their experts, newest first; whoever does not let their name stand is counted and not shown."""
    language = get_language()
    visits = (
        Visit.objects.filter(state__in=OVER, offer__seat__cycle__programme=Programme.VISITING_EXPERT)
        .select_related("person", "department", "application")
        .prefetch_related("application__affiliations__partner")
        .annotate(named=named(), came=Coalesce("arrived_on", "first_day"))
        .order_by("-came", "person__surname")
    )
    address = page_address(language)
    years = []
    for year, rows in groupby(visits, key=lambda visit: visit.came.year):
        rows = list(rows)
        shown = [line_of(row, language, address) for row in rows if row.named]
        years.append({"year": year, "experts": shown, "unnamed": len(rows) - len(shown)})
    return {"years": years, "total": sum(len(row["experts"]) + row["unnamed"] for row in years)}


def line_of(visit, language, address):
    """One expert. hospital_url: the page of a partner that is shown to the public."""
    hospital = visit.application.sending_hospital
    partner = hospital.partner if hospital else None
    name = partner.named(language) if partner else hospital.name if hospital else ""
    return {
        "name": visit.person.named(language),
        "initials": initials(visit.person, language),
        "hospital": name,
        "hospital_lang": partner.name_language if partner and name == partner.name else "",
        "hospital_url": f"{address}{partner.slug}/" if address and partner and partner.published else "",
        "city": partner.city(language) if partner else hospital.city if hospital else "",
        "country": (partner or hospital).country.name if hospital else "",
        "days": span_of_days(visit.came, visit.left_on or visit.last_day, language),
        "participation": visit.get_participation_display(),
        "department": visit.department.named(language) if visit.department else "",
    }
