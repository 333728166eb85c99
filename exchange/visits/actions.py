"""What the office and hosts do with a visit and its itinerary. Ends that touch seats live in exchange/journey."""

import uuid

from django.db import transaction
from django.db.models import F

from portal.access.permissions import require
from portal.calendars.overlaps import overlaps_with
from portal.calendars.sources import entries_between
from portal.clock.queries import working_calendar
from portal.clock.rules import is_working_day
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.moving import move
from portal.lifecycle.refusals import Overtaken, Refusal

from . import rules, words
from .calendar_entries import item_entry
from .models import AcceptedOverlap, ItineraryItem, Visit
from .queries import other_stays
from .states import ItemState
from .words import ITEM_CHANGED, OVERLAP_ACCEPTED, VISIT_CHANGED

register_act("exchange.visit.change", VISIT_CHANGED)
register_act("exchange.itineraryitem.change", ITEM_CHANGED)
register_act("exchange.itineraryitem.accept_overlap", OVERLAP_ACCEPTED)


class ItemClashes(Refusal):
    """An item that overlaps or is odd: `overlaps` (portal.calendars Overlap list) and `problems` (sentences).

    Saving it nevertheless takes a reason.
    """

    def __init__(self, overlaps, problems):
        self.overlaps, self.problems = overlaps, problems
        super().__init__(words.CLASHES)


def check_stay(visit, first_day, last_day):
    """Raise Refusal where a stay may not lie on these days."""
    cycle = visit.offer.seat.cycle
    found = rules.problems_of_dates(first_day, last_day, (cycle.visit_from, cycle.visit_to))
    if not found:
        mine = (first_day, last_day)
        stays = [(other.first_day, other.last_day) for other in other_stays(visit)]
        found = ["another stay"] if any(rules.stays_overlap(mine, stay) for stay in stays) else []
    if found:
        raise Refusal(words.DATES[found[0]], field="last_day" if found[0] != "before the window" else "first_day")


def change_visit(*, visit, by, now, seen_sequence, team=None, **fields):
    """Change dates, participation, department or host. seen_sequence: the one that the form showed; somebody faster wins.

    fields: any of first_day, last_day, participation, department, host. Returns the visit.
    """
    require(by, "change", visit)
    at = now()
    with transaction.atomic():
        taken = Visit.objects.filter(pk=visit.pk, sequence=seen_sequence).update(sequence=F("sequence") + 1)
        if not taken:
            raise Overtaken
        visit.refresh_from_db()
        check_stay(visit, fields.get("first_day", visit.first_day), fields.get("last_day", visit.last_day))
        before = {name: str(getattr(visit, name)) for name in fields}
        for name, value in fields.items():
            setattr(visit, name, value)
        visit.changed_at = at
        visit.save(update_fields=[*fields, "changed_at"])
        if team is not None:
            visit.team.set(team)
        changed = {
            name: [old, str(getattr(visit, name))] for name, old in before.items() if old != str(getattr(visit, name))
        }
        record(visit, "exchange.visit.change", by=by, at=at, changed=changed)
    return visit


def step(*, visit, act, by, now, reason="", **fields):
    """One of the table's steps that change nothing but the visit: confirm, postpone, plan_again."""
    require(by, act, visit)
    with transaction.atomic():
        at = now()
        return move(visit, act, by=by, at=at, reason=reason, sequence=visit.sequence + 1, changed_at=at, **fields)


def arrive(*, visit, arrived_on, by, now):
    """The office or the host saw the guest come."""
    require(by, "arrive", visit)
    with transaction.atomic():
        at = now()
        return move(visit, "arrive", by=by, at=at, arrived_on=arrived_on, changed_at=at)


def close_visit(*, visit, by, now, reason):
    """completed → closed; the reason says where its papers are."""
    require(by, "close", visit)
    with transaction.atomic():
        return move(visit, "close", by=by, at=now(), reason=reason)


def plan_item(*, visit, by, now, people=(), accept_reason="", **fields):
    """Add an item to the itinerary. Raises ItemClashes with both sides unless a reason takes them in."""
    require(by, "plan items", visit)
    at = now()
    with transaction.atomic():
        item = ItineraryItem(visit=visit, uid=f"item-{uuid.uuid4()}@exchange", changed_at=at, **fields)
        found = what_clashes(item, people)
        refuse_or_note(found, accept_reason)
        item.save()
        item.people.set(people)
        keep_accepted(item, found[0], accept_reason, by, at)
        record(item, "exchange.itineraryitem.change", by=by, at=at, visit=visit.pk)
    return item


def change_item(*, item, by, now, seen_sequence, people=None, accept_reason="", **fields):
    """Move or change an item; its sequence rises, so that every calendar that holds it follows."""
    require(by, "change", item)
    at = now()
    with transaction.atomic():
        # The sequence that the form saw must still stand; what was faster wins and the second is told.
        if not ItineraryItem.objects.filter(pk=item.pk, sequence=seen_sequence).update(sequence=F("sequence") + 1):
            raise Overtaken
        item.refresh_from_db()
        for name, value in fields.items():
            setattr(item, name, value)
        item.changed_at = at
        wanted = list(item.people.all()) if people is None else list(people)
        found = what_clashes(item, wanted)
        refuse_or_note(found, accept_reason)
        item.save(update_fields=[*fields, "changed_at"])
        item.people.set(wanted)
        keep_accepted(item, found[0], accept_reason, by, at)
        record(item, "exchange.itineraryitem.change", by=by, at=at, fields=sorted(fields))
    return item


def act_on_item(*, item, act, by, now, reason=""):
    """confirm or cancel an item."""
    require(by, act, item)
    with transaction.atomic():
        at = now()
        return move(item, act, by=by, at=at, reason=reason, sequence=item.sequence + 1, changed_at=at)


def what_clashes(item, people):
    """(overlaps, sentences) of an item as it would be saved."""
    visit = item.visit
    calendar = working_calendar()
    codes = rules.problems_of_item(
        item.starts_at,
        item.ends_at,
        (visit.first_day, visit.last_day),
        lambda day: is_working_day(day, calendar),
    )
    if rules.STOPS & set(codes):
        raise Refusal(words.ITEM[codes[0]], field="ends_at")
    if item.state == ItemState.CANCELLED:
        return [], []
    others = entries_between(item.starts_at, item.ends_at, "en")
    return overlaps_with(item_entry(item, "en", people), others), [words.ITEM[code] for code in codes]


def refuse_or_note(found, accept_reason):
    overlaps, problems = found
    if (overlaps or problems) and not accept_reason.strip():
        raise ItemClashes(overlaps, problems)


def keep_accepted(item, overlaps, reason, by, at):
    AcceptedOverlap.objects.filter(item=item).delete()
    for overlap in overlaps:
        AcceptedOverlap.objects.create(
            item=item, item_sequence=item.sequence, other_uid=overlap.other.uid, other_sequence=overlap.other.sequence,
            reason=reason, accepted_by=by, accepted_at=at,
        )  # fmt: skip
    if overlaps:
        record(item, "exchange.itineraryitem.accept_overlap", by=by, at=at, why=reason)
