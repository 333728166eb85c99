"""What waits from this slice: visits to settle, arrivals and ends that nobody has recorded, new days to find."""

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.access.roles import is_staff
from portal.clock.rules import SHANGHAI
from portal.office.worklist import WorkItem, register

from .models import Visit
from .states import VisitState

SETTLE_BEFORE = timedelta(days=60)
"""So long before its first day a visit in planning is somebody's work."""


@register
def visits_that_wait(person, now):
    if not is_staff(person):
        return []
    today = now.astimezone(SHANGHAI).date()
    waiting = {
        VisitState.PLANNING: (_("Settle the visit and confirm it"), {"first_day__lte": today + SETTLE_BEFORE}),
        VisitState.POSTPONED: (_("Find new days for the visit"), {}),
        VisitState.CONFIRMED: (_("Record the arrival"), {"first_day__lte": today}),
        VisitState.IN_PROGRESS: (_("Record the end of the visit"), {"last_day__lt": today}),
    }
    return [
        item_of(visit, title)
        for state, (title, when) in waiting.items()
        for visit in Visit.objects.filter(state=state, **when).select_related("person").order_by("first_day")
    ]


def item_of(visit, title):
    due = {
        VisitState.POSTPONED: None,
        VisitState.IN_PROGRESS: visit.last_day,
    }.get(visit.state, visit.first_day)
    return WorkItem(
        title=title,
        who=visit.person.named(get_language()),
        since=visit.changed_at,
        due=due,
        url=reverse("visits:inspect", args=[visit.pk]),
        kind=_("Visit"),
    )
