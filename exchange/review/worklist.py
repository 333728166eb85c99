"""What waits from this slice: a reviewer's reviews; in the office applications that nobody reviews, and reviews that are late."""

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from exchange.applications.models import Application
from exchange.applications.states import ApplicationState
from exchange.cycles.states import CycleState
from portal.access.roles import is_staff
from portal.office.worklist import WorkItem, register

from .models import ReviewAssignment
from .states import UNFINISHED

GOING_ON = (CycleState.OPEN, CycleState.CLOSED, CycleState.REVIEWING, CycleState.DECIDING)


@register
def not_assigned(person, now):
    """Screened applications without a reviewer, a line for each cycle."""
    if not is_staff(person):
        return []
    rows = Application.objects.filter(state=ApplicationState.SCREENED, cycle__state__in=GOING_ON, reviews=None)
    cycles = {}
    for row in rows.select_related("cycle").order_by("submitted_at", "pk"):
        cycles.setdefault(row.cycle, []).append(row)
    return [
        WorkItem(
            title=ngettext(
                "Ask reviewers for %(count)s application", "Ask reviewers for %(count)s applications", len(waiting)
            )
            % {"count": len(waiting)},
            who=str(cycle),
            since=waiting[0].submitted_at or waiting[0].begun_at,
            due=None,
            url=reverse("cycle_reviews", args=[cycle.pk]),
            kind=_("Review"),
        )
        for cycle, waiting in cycles.items()
    ]


@register
def late_reviews(person, now):
    if not is_staff(person):
        return []
    late = ReviewAssignment.objects.filter(
        state__in=UNFINISHED, due_at__lt=now, application__cycle__state__in=GOING_ON
    ).select_related("reviewer", "application")
    return [
        WorkItem(
            title=_("Review of %(number)s is late") % {"number": review.application.number},
            who=review.reviewer.named(get_language()),
            since=review.assigned_at,
            due=review.due_at,
            url=reverse("cycle_reviews", args=[review.application.cycle_id]),
            kind=_("Review"),
        )
        for review in late
    ]
