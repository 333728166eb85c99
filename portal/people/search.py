"""People in the one box: by any name, with or without accents, or by e-mail."""

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.access.permissions import visible_to
from portal.office.find import MOST_HITS, Hit, register_finder
from portal.office.search_terms import matching

from .models import User


@register_finder
def find_people(person, term):
    found = matching(visible_to(person, User), ("name_key", "email"), term).order_by("surname", "given_names")
    return [
        Hit(
            title=row.named(get_language()) or row.email,
            note=row.email or _("no e-mail"),
            url=reverse("people:inspect", args=[row.pk]),
            kind=_("Person"),
        )
        for row in found[:MOST_HITS]
    ]
