"""Where a young doctor's name would stand on the public pages."""

from django.utils.translation import gettext as _

from portal.clock.instants import span_of_days
from portal.people.naming import register_appearances

from .models import Placement
from .states import WENT, PlacementState


@register_appearances
def placements_of(person, language):
    """Lines such as "Placement in Leuven, 3 May – 2 July 2027"."""
    rows = Placement.objects.filter(person=person, state__in=(PlacementState.READY, *WENT)).order_by("first_day")
    return [
        _("Placement in %(city)s, %(days)s")
        % {
            "city": row.opportunity.partner.city(language),
            "days": span_of_days(row.left_on or row.first_day, row.came_back_on or row.last_day, language),
        }
        for row in rows.select_related("opportunity__partner")
    ]
