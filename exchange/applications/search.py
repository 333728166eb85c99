"""What the one box finds of this slice: applications by name, number or e-mail."""

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.access.permissions import visible_to
from portal.office.find import MOST_HITS, Hit, register_finder
from portal.office.search_terms import matching

from .models import Application
from .queries.names import fold


@register_finder
def applications(person, term):
    rows = visible_to(person, Application).select_related("cycle", "person")
    found = matching(rows, ["folded_name", "number", "person__email"], fold(term)).order_by("-begun_at")[:MOST_HITS]
    language = get_language()
    return [
        Hit(
            title=" ".join(part for part in (row.number, row.named(language)) if part),
            note=f"{row.cycle.code}, {row.get_state_display()}",
            url=reverse("screening_one", args=[row.pk]),
            kind=_("Application"),
        )
        for row in found
    ]
