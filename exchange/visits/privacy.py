"""Where a visiting expert's name would stand on the public pages."""

from django.utils.translation import gettext as _

from exchange.cycles.states import Programme
from portal.clock.instants import span_of_days
from portal.people.naming import register_appearances

from .models import Visit
from .states import STANDS


@register_appearances
def visits_of(person, language):
    """Lines such as "Visit to Shanghai, 3–14 March 2027"."""
    rows = Visit.objects.filter(
        person=person, state__in=STANDS, offer__seat__cycle__programme=Programme.VISITING_EXPERT
    ).order_by("first_day")
    return [
        _("Visit to Shanghai, %(days)s")
        % {"days": span_of_days(row.arrived_on or row.first_day, row.left_on or row.last_day, language)}
        for row in rows
    ]
