"""A cycle's deadlines as calendar entries."""

from datetime import timedelta

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.calendars.entries import CalendarEntry
from portal.calendars.sources import register_source

from .models import Cycle
from .states import CycleState

A_MOMENT = timedelta(minutes=1)


def deadlines(first, last, language):
    """When calls close and waiting lists end, of every cycle that was opened."""
    cycles = Cycle.objects.exclude(state__in=(CycleState.DRAFT, CycleState.CANCELLED))
    found = [entry for cycle in cycles for entry in deadlines_of(cycle, language)]
    return [entry for entry in found if first <= entry.starts < last]


def deadlines_of(cycle, language):
    """The deadlines of one cycle, as entries of one minute that take nobody's time."""
    with translation.override(language):
        words = {
            "closes_at": _("%(cycle)s: applications close") % {"cycle": cycle},
            "stop_promotion_at": _("%(cycle)s: the waiting list closes") % {"cycle": cycle},
        }
    return [
        CalendarEntry(
            uid=f"{name.replace('_', '-')}-{cycle.pk}@exchange",
            starts=getattr(cycle, name),
            ends=getattr(cycle, name) + A_MOMENT,
            summary=summary,
            sequence=cycle.turn,
            kind="deadline",
            busy=False,
        )
        for name, summary in words.items()
    ]


register_source("deadlines", deadlines, gettext_lazy("Deadlines"))
