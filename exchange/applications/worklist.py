"""What waits in the office from this slice: applications to screen, returned ones whose time is over."""

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from exchange.cycles.rules import end_of
from portal.access.roles import is_staff
from portal.office.worklist import WorkItem, register

from .models import Application, InformationRequest
from .queries.screening import queue
from .states import ApplicationState


@register
def to_screen(person, now):
    """One line for all that wait and have no officer or this one; the oldest says since when."""
    if not is_staff(person):
        return []
    waiting = list(
        queue().select_related("cycle").filter(officer__in=[person])
        | queue().select_related("cycle").filter(officer=None)
    )
    if not waiting:
        return []
    waiting.sort(key=lambda row: (row.submitted_at, row.pk))
    oldest = waiting[0]
    title = ngettext("Screen %(count)s application", "Screen %(count)s applications", len(waiting))
    return [
        WorkItem(
            title=title % {"count": len(waiting)},
            who=_("%(name)s has waited longest") % {"name": oldest.named(get_language())},
            since=oldest.submitted_at,
            due=None,
            url=reverse("screening_one", args=[oldest.pk]),
            kind=_("Screening"),
        )
    ]


@register
def returned_and_over(person, now):
    """Returned applications: those whose time is over can be taken up with what is there."""
    if not is_staff(person):
        return []
    asked = InformationRequest.objects.filter(closed_at=None, due_at__lte=now).select_related("application__person")
    return [
        WorkItem(
            title=_("Take up %(number)s again: its time is over") % {"number": row.application.number},
            who=row.application.named(get_language()),
            since=row.asked_at,
            due=row.due_at,
            url=reverse("screening_one", args=[row.application_id]),
            kind=_("Return for information"),
        )
        for row in asked
    ]


@register
def entered_and_unfinished(person, now):
    """What somebody entered for a person and has not yet sent to them for confirmation."""
    if not is_staff(person):
        return []
    rows = Application.objects.filter(
        state=ApplicationState.DRAFT, entered_by=person, confirmation_asked_at=None
    ).select_related("cycle", "person")
    return [
        WorkItem(
            title=_("Finish what you enter for somebody"),
            who=row.named(get_language()),
            since=row.begun_at,
            due=end_of(row.cycle.closes_at),
            url=reverse("entered_check", args=[row.pk]),
            kind=_("Application"),
        )
        for row in rows
    ]
