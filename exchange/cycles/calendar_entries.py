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
    """When calls close and waiting lists end, as entries of one minute that take nobody's time."""
    found = []
    cycles = Cycle.objects.exclude(state__in=(CycleState.DRAFT, CycleState.CANCELLED))
    with translation.override(language):
        for cycle in cycles:
            words = {
                "closes_at": _("%(cycle)s: applications close") % {"cycle": cycle},
                "stop_promotion_at": _("%(cycle)s: the waiting list closes") % {"cycle": cycle},
            }
            for name, summary in words.items():
                instant = getattr(cycle, name)
                if first <= instant < last:
                    found.append(
                        CalendarEntry(
                            uid=f"{name.replace('_', '-')}-{cycle.pk}@exchange",
                            starts=instant,
                            ends=instant + A_MOMENT,
                            summary=summary,
                            kind="deadline",
                            busy=False,
                        )
                    )
    return found


register_source("deadlines", deadlines, gettext_lazy("Deadlines"))
