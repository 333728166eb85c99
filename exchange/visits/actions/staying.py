"""The visit itself: its dates and hosts, its confirmation, the arrival, its closing."""

from django.db import transaction
from django.db.models import F

from portal.access.permissions import require
from portal.clock.rules import SHANGHAI
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.moving import move
from portal.lifecycle.refusals import Overtaken, Refusal

from .. import messages, parts, rules, words
from ..models import Visit

register_act("exchange.visit.change", words.VISIT_CHANGED)


def hold(visit, seen_sequence=None):
    """Hold the visit's row until the transaction ends, and read it anew. Where it moved since it was seen: Overtaken."""
    rows = Visit.objects.filter(pk=visit.pk)
    if seen_sequence is not None:
        rows = rows.filter(sequence=seen_sequence)
    if not rows.update(sequence=F("sequence") + (0 if seen_sequence is None else 1)):
        raise Overtaken
    return Visit.objects.select_related("person", "offer__seat__cycle", "host", "department").get(pk=visit.pk)


def change_visit(*, visit, by, now, seen_sequence, team=None, **fields):
    """Change dates, participation, department, host. seen_sequence: the one that the form showed; who was faster wins.

    fields: any of first_day, last_day, participation, department, host. Returns the visit.
    """
    require(by, "change", visit)
    with transaction.atomic():
        fresh = hold(visit, seen_sequence)
        at = now()
        require(by, "change", fresh)
        before = {name: getattr(fresh, name) for name in fields}
        host_before = fresh.host
        for name, value in fields.items():
            setattr(fresh, name, value)
        if {"first_day", "last_day"} & {name for name in fields if before[name] != fields[name]}:
            refuse_days(fresh)
        fresh.changed_at = at
        fresh.save(update_fields=[*fields, "changed_at"])
        if team is not None:
            fresh.team.set(team)
        changed = {
            name: [str(old), str(getattr(fresh, name))] for name, old in before.items() if old != getattr(fresh, name)
        }
        record(fresh, "exchange.visit.change", by=by, at=at, changed=changed)
        messages.visit_changed(fresh, changed=changed, host_before=host_before, now=at)
    return fresh


def refuse_days(visit):
    """A guest who is here came on a real day, which is not planned any more; the rest is asked as at acceptance."""
    if visit.arrived_on and visit.last_day < visit.arrived_on:
        raise Refusal(words.LEAVING["before arrival"], field="last_day")
    parts.check_stay(
        cycle=visit.offer.seat.cycle, person_id=visit.person_id, first_day=visit.first_day, last_day=visit.last_day,
        but=visit.pk,
    )  # fmt: skip


def confirm(*, visit, by, now):
    """planning → confirmed: dates, participation and hosts are settled."""
    require(by, "confirm", visit)
    with transaction.atomic():
        fresh = hold(visit)
        at = now()
        move(fresh, "confirm", by=by, at=at, **parts.raised(fresh, at))
        messages.visit_confirmed(fresh, now=at)
    return fresh


def arrive(*, visit, arrived_on, by, now):
    """The office or the host saw the guest come."""
    require(by, "arrive", visit)
    with transaction.atomic():
        fresh = hold(visit)
        at = now()
        wrong = rules.problems_of_arrival(arrived_on, fresh.last_day, at.astimezone(SHANGHAI).date())
        if wrong:
            raise Refusal(words.ARRIVAL[wrong[0]], field="arrived_on")
        return move(fresh, "arrive", by=by, at=at, arrived_on=arrived_on, **parts.raised(fresh, at))


def close_visit(*, visit, by, now, reason):
    """completed → closed; the reason says where its papers are."""
    require(by, "close", visit)
    with transaction.atomic():
        fresh = hold(visit)
        return move(fresh, "close", by=by, at=now(), reason=reason)
