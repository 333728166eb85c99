"""Young doctors who went to a partner."""

from exchange.partners.models import Direction
from exchange.partners.named_stays import NamedStay, register_named_stays
from portal.people.names import initials
from portal.people.naming import named

from .models import Placement
from .states import WENT


@register_named_stays
def doctors_at(partner, language):
    rows = Placement.objects.filter(state__in=WENT, opportunity__partner=partner).select_related(
        "person", "opportunity"
    )
    return [
        NamedStay(
            direction=Direction.OUT,
            first_day=row.left_on or row.first_day,
            last_day=row.came_back_on or row.last_day,
            name=row.person.named(language) if row.named else "",
            initials=initials(row.person, language) if row.named else "",
            where=row.opportunity.title(language),
        )
        for row in rows.annotate(named=named())
    ]
