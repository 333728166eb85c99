"""Steps of acts that live further right, in `journey`: called inside their transaction, after their own permission."""

from portal.lifecycle.audit import record, register_act
from portal.lifecycle.moving import move

from .models import Visit
from .states import BEFORE_ARRIVAL, VisitState
from .words import VISIT_PLANNED

register_act("exchange.visit.plan", VISIT_PLANNED)


def plan_visit(*, offer, first_day, last_day, participation, by, at):
    """The visit of an offer that was just accepted; returns it, in planning."""
    application = offer.application
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


def cancel_items(*, visit, by, at, reason):
    """Cancel every item that still stands; each raises its sequence, so that calendars take it out."""
    for item in visit.items.exclude(state="cancelled"):
        move(item, "cancel", by=by, at=at, reason=reason, sequence=item.sequence + 1, changed_at=at)


def cancel_visit(*, visit, cancelled_by, by, at, reason):
    cancel_items(visit=visit, by=by, at=at, reason=reason)
    return move(
        visit,
        "cancel",
        by=by,
        at=at,
        reason=reason,
        cancelled_by=cancelled_by,
        sequence=visit.sequence + 1,
        changed_at=at,
    )


def miss(*, visit, by, at, reason):
    cancel_items(visit=visit, by=by, at=at, reason=reason)
    return move(visit, "no_show", by=by, at=at, reason=reason, sequence=visit.sequence + 1, changed_at=at)


def defer(*, visit, by, at, reason):
    cancel_items(visit=visit, by=by, at=at, reason=reason)
    if visit.state in BEFORE_ARRIVAL:
        move(visit, "postpone", by=by, at=at, reason=reason)
    return move(visit, "defer", by=by, at=at, reason=reason, sequence=visit.sequence + 1, changed_at=at)


def complete(*, visit, left_on, by, at, reason=""):
    """The stay is over on its real last day; a stay cut short frees the days that were planned after it."""
    for item in visit.items.exclude(state="cancelled").filter(starts_at__gt=at):
        move(item, "cancel", by=by, at=at, reason=reason, sequence=item.sequence + 1, changed_at=at)
    return move(
        visit,
        "complete",
        by=by,
        at=at,
        reason=reason,
        left_on=left_on,
        last_day=left_on,
        sequence=visit.sequence + 1,
        changed_at=at,
    )


def standing_visit(application):
    """The visit of an application that has not ended otherwise, or None."""
    return application.visits.exclude(
        state__in=(VisitState.CANCELLED, VisitState.NO_SHOW, VisitState.DEFERRED)
    ).first()  # fmt: skip
