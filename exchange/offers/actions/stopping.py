"""Move the instant after which nobody is promoted: by the director, with a reason, to a later or an earlier one to come."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from exchange.applications import parts as application_parts
from exchange.applications.states import ApplicationState
from portal.access.permissions import require
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.moving import move
from portal.lifecycle.refusals import ReasonMissing, Refusal

from .. import messages
from ..models import WaitingListEntry
from ..parts.turns import turn
from ..states import EntryState

register_act("exchange.cycle.move_stop", gettext_lazy("end of the waiting list moved"))


def move_stop(*, cycle, stop_at, by, now, reason):
    """Set a new stop. Entries that the old one had closed wait again at their old rank. Returns the cycle."""
    require(by, "move the stop", WaitingListEntry)
    if not reason.strip():
        raise ReasonMissing
    with turn(cycle.pk, now=now) as act:
        if stop_at <= act.at:
            raise Refusal(_("Choose an instant to come."), field="stop_at")
        if stop_at <= act.cycle.closes_at:
            raise Refusal(_("The waiting list would close before the call does. Set a later time."), field="stop_at")
        before, act.cycle.stop_promotion_at = act.cycle.stop_promotion_at, stop_at
        act.cycle.save(update_fields=["stop_promotion_at"])
        again = reopen_entries(act.cycle, by, act.at, reason)
        record(
            act.cycle, "exchange.cycle.move_stop", by=by, at=act.at, why=reason,
            before=before.isoformat(), until=stop_at.isoformat(), waiting_again=again,
        )  # fmt: skip
    return act.cycle


def reopen_entries(cycle, by, at, reason):
    closed = WaitingListEntry.objects.filter(cycle=cycle, state=EntryState.CLOSED).order_by("rank")
    ranks = []
    for entry in closed.select_related("application__person", "cycle__officer"):
        if entry.application.state != ApplicationState.NOT_SELECTED:
            continue
        move(entry, "reopen", by=by, at=at, reason=reason, ended_at=None)
        application_parts.reopen_list(application=entry.application, by=by, at=at, reason=reason)
        entry.cycle = cycle
        entry.application.cycle = cycle
        messages.list_open(entry, now=at)
        ranks.append(entry.rank)
    return ranks
