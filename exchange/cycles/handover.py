"""Open work of somebody who leaves: the cycles in which they are the person to ask."""

from django.utils.translation import gettext as _

from portal.lifecycle.audit import record

from .models import Cycle
from .states import CYCLE


def hand_over(*, person, successor, by, at, reason):
    """Every cycle that is not over names the successor, or nobody: mails then ask for answers to the office."""
    lines = []
    for cycle in Cycle.objects.filter(officer=person).exclude(state__in=CYCLE.ends):
        cycle.officer = successor
        cycle.save(update_fields=["officer"])
        record(
            cycle, "exchange.cycle.change", by=by, at=at, why=reason,
            changed={"officer": [str(person), str(successor or "")]},
        )  # fmt: skip
        if successor is None:
            lines.append(_("%(cycle)s: it needs a person to ask.") % {"cycle": cycle})
        else:
            lines.append(_("%(cycle)s: the person to ask is %(who)s.") % {"cycle": cycle, "who": successor})
    return lines
