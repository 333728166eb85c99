"""Steps of acts that live further right, in `journey`: called inside their transaction, after their own permission."""

from datetime import datetime, time, timedelta

from portal.calendars.entries import SHANGHAI
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.moving import move
from portal.lifecycle.refusals import Refusal
from portal.people.models import User

from . import rules, words
from .models import Visit
from .queries import stays_of
from .states import BEFORE_ARRIVAL, VisitState
from .words import VISIT_PLANNED

register_act("exchange.visit.plan", VISIT_PLANNED)


def check_stay(*, cycle, person_id, first_day, last_day, but=None):
    """Raise Refusal where a stay may not lie on these days: outside the cycle's window, or in another stay's days.

    The person's row is held until the transaction ends, so that two stays cannot pass each other.
    """
    list(User.objects.select_for_update(no_key=True).filter(pk=person_id).values_list("pk"))
    found = rules.problems_of_dates(first_day, last_day, (cycle.visit_from, cycle.visit_to))
    if not found:
        days = stays_of(person_id, but=but).values_list("first_day", "last_day")
        found = ["another stay"] if any(rules.stays_overlap((first_day, last_day), stay) for stay in days) else []
    if found:
        raise Refusal(words.DATES[found[0]], field=words.FIELD_OF_DATES.get(found[0], "last_day"))


def plan_visit(*, offer, first_day, last_day, participation, by, at):
    """The visit of an offer that was just accepted; returns it, in planning. Refused as `check_stay` says."""
    application = offer.application
    check_stay(
        cycle=offer.seat.cycle, person_id=application.person_id, first_day=first_day, last_day=last_day
    )  # fmt: skip
    visit = Visit.objects.create(
        offer=offer,
        application=application,
        person=application.person,
        first_day=first_day,
        last_day=last_day,
        participation=participation,
        changed_at=at,
    )
    record(visit, "exchange.visit.plan", by=by, at=at, first=first_day.isoformat(), last=last_day.isoformat())
    return visit


def raised(row, at):
    """What every change that a calendar shows writes too."""
    return {"sequence": row.sequence + 1, "changed_at": at}


def cancel_items(items, *, by, at, reason):
    """Cancel every one that still stands; each raises its sequence, so that calendars take it out."""
    for item in items.exclude(state="cancelled"):
        move(item, "cancel", by=by, at=at, reason=reason, **raised(item, at))


def cancel_visit(*, visit, cancelled_by, by, at, reason):
    cancel_items(visit.items, by=by, at=at, reason=reason)
    return move(visit, "cancel", by=by, at=at, reason=reason, cancelled_by=cancelled_by, **raised(visit, at))


def miss(*, visit, by, at, reason):
    cancel_items(visit.items, by=by, at=at, reason=reason)
    return move(visit, "no_show", by=by, at=at, reason=reason, **raised(visit, at))


def postpone(*, visit, by, at, reason):
    cancel_items(visit.items, by=by, at=at, reason=reason)
    return move(visit, "postpone", by=by, at=at, reason=reason, **raised(visit, at))


def plan_again(*, visit, first_day, last_day, by, at):
    """postponed → planning, on new days within the same cycle's window; the seat was kept all the while."""
    check_stay(
        cycle=visit.offer.seat.cycle, person_id=visit.person_id, first_day=first_day, last_day=last_day, but=visit.pk
    )  # fmt: skip
    return move(visit, "plan_again", by=by, at=at, first_day=first_day, last_day=last_day, **raised(visit, at))


def defer(*, visit, by, at, reason):
    if visit.state in BEFORE_ARRIVAL:
        postpone(visit=visit, by=by, at=at, reason=reason)
    return move(visit, "defer", by=by, at=at, reason=reason, **raised(visit, at))


def complete(*, visit, left_on, by, at, reason=""):
    """The stay is over on its real last day; what was planned for the days after it is cancelled."""
    over = datetime.combine(left_on + timedelta(days=1), time(), tzinfo=SHANGHAI)
    cancel_items(visit.items.filter(starts_at__gte=over), by=by, at=at, reason=reason)
    return move(
        visit, "complete", by=by, at=at, reason=reason, left_on=left_on,
        first_day=visit.arrived_on, last_day=left_on, **raised(visit, at),
    )  # fmt: skip


def standing_visit(offer):
    """The visit of an offer that has not ended otherwise, as it is now, or None."""
    ended = (VisitState.CANCELLED, VisitState.NO_SHOW, VisitState.DEFERRED)
    return Visit.objects.select_related("person", "host").filter(offer=offer).exclude(state__in=ended).first()
