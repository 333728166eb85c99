"""Mails in the one box: by address or subject."""

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.access.permissions import visible_to
from portal.office.find import MOST_HITS, Hit, register_finder
from portal.office.search_terms import matching

from .models import OutboxMessage


@register_finder
def find_mails(person, term):
    found = matching(visible_to(person, OutboxMessage), ("address", "subject"), term)
    return [
        Hit(
            title=mail.shown_subject,
            note=f"{mail.address}, {mail.get_state_display()}",
            url=reverse("mails:inspect", args=[mail.pk]),
            kind=_("Mail"),
        )
        for mail in found[:MOST_HITS]
    ]
