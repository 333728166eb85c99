"""What waits from this slice: requests to pass on, a partner's answer that is due, steps and days that nobody has recorded."""

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.access.roles import is_staff
from portal.clock.rules import SHANGHAI
from portal.office.worklist import WorkItem, register

from .models import Placement
from .states import PlacementState

REMIND = timedelta(days=3)
"""So long before a partner's answer is due it is somebody's work to ask."""


@register
def placements_that_wait(person, now):
    if not is_staff(person):
        return []
    today = now.astimezone(SHANGHAI).date()
    waiting = {
        PlacementState.ASKED: (_("Send the request to the partner"), {}, None),
        PlacementState.NOMINATED: (_("Send the request to the partner"), {}, None),
        PlacementState.WITH_PARTNER: (
            _("Ask the partner for an answer"), {"answer_due__lte": today + REMIND}, "answer_due",
        ),
        PlacementState.VERIFIED: (_("Decide on the placement within the house"), {}, "first_day"),
        PlacementState.READY: (_("Record the departure"), {"first_day__lte": today}, "first_day"),
        PlacementState.ABROAD: (_("Record the return"), {"last_day__lt": today}, "last_day"),
    }  # fmt: skip
    return [
        item_of(placement, title, due)
        for state, (title, when, due) in waiting.items()
        for placement in Placement.objects.filter(state=state, **when).select_related("person").order_by("first_day")
    ]


def item_of(placement, title, due):
    return WorkItem(
        title=title,
        who=placement.person.named(get_language()),
        since=placement.changed_at,
        due=getattr(placement, due) if due else None,
        url=reverse("placements:inspect", args=[placement.pk]),
        kind=_("Placement"),
    )
