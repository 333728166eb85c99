"""What the one box finds of this slice: visits by the expert's name, number or e-mail."""

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.access.permissions import visible_to
from portal.access.roles import is_staff
from portal.clock.instants import span_of_days
from portal.office.find import MOST_HITS, Hit, register_finder
from portal.office.search_terms import matching

from .models import Visit

FIELDS = ["person__surname", "person__given_names", "person__chinese_name", "person__email", "application__number"]


@register_finder
def visits(person, term):
    if not is_staff(person):
        return []
    rows = visible_to(person, Visit).select_related("person", "application")
    language = get_language()
    return [
        Hit(
            title=row.person.named(language),
            note=f"{span_of_days(row.first_day, row.last_day, language)}, {row.get_state_display()}",
            url=reverse("visits:inspect", args=[row.pk]),
            kind=_("Visit"),
        )
        for row in matching(rows, FIELDS, term).order_by("-first_day")[:MOST_HITS]
    ]
