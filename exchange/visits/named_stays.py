"""Experts who came from a partner."""

from exchange.cycles.states import Programme
from exchange.partners.models import Direction
from exchange.partners.named_stays import NamedStay, register_named_stays
from portal.people.names import initials
from portal.people.naming import named

from .models import Visit
from .states import ARRIVED


@register_named_stays
def experts_from(partner, language):
    rows = (
        Visit.objects.filter(
            state__in=ARRIVED,
            offer__seat__cycle__programme=Programme.VISITING_EXPERT,
            application__affiliations__partner=partner,
            application__affiliations__sending=True,
        )
        .select_related("person", "department")
        .annotate(named=named())
    )
    return [
        NamedStay(
            direction=Direction.IN,
            first_day=row.arrived_on or row.first_day,
            last_day=row.left_on or row.last_day,
            name=row.person.named(language) if row.named else "",
            initials=initials(row.person, language) if row.named else "",
            where=row.department.named(language) if row.department else "",
        )
        for row in rows
    ]
