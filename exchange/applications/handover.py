"""Open work of somebody who leaves: the applications of which they are the officer in charge."""

from django.utils.translation import ngettext

from portal.lifecycle.audit import record

from .models import Application
from .states import APPLICATION


def hand_over(person, successor, by, at, reason):
    """Every application that goes on gets the successor, or nobody; returns lines that say so."""
    mine = Application.objects.filter(officer=person).exclude(state__in=APPLICATION.ends)
    moved = list(mine)
    mine.update(officer=successor)
    for application in moved:
        record(
            application, "exchange.application.take_charge", by=by, at=at, why=reason,
            officer=successor.pk if successor else None,
        )  # fmt: skip
    if not moved:
        return []
    line = ngettext("%(count)s application handed over", "%(count)s applications handed over", len(moved))
    return [line % {"count": len(moved)}]
