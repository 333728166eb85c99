"""Subscribers in the one box: by address, for somebody who writes and wants to be taken off."""

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.access.permissions import visible_to
from portal.office.find import MOST_HITS, Hit, register_finder
from portal.office.search_terms import matching

from .models import Subscriber


@register_finder
def find_subscribers(person, term):
    found = matching(visible_to(person, Subscriber), ("address",), term)
    return [
        Hit(
            title=subscriber.address,
            note=subscriber.get_state_display(),
            url=reverse("subscribers:inspect", args=[subscriber.pk]),
            kind=_("Subscriber"),
        )
        for subscriber in found[:MOST_HITS]
    ]
