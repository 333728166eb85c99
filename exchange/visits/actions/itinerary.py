"""The itinerary: adding, changing, confirming and cancelling its items, with every overlap shown before it is saved."""

import uuid

from django.db import transaction
from django.db.models import F
from django.utils.translation import get_language

from portal.access.permissions import require
from portal.calendars.overlaps import overlaps_with
from portal.calendars.sources import entries_between
from portal.clock.queries import working_calendar
from portal.clock.rules import is_working_day
from portal.hospital.models import Room
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.moving import move
from portal.lifecycle.refusals import Overtaken, Refusal
from portal.people.models import User

from .. import parts, rules, words
from ..calendar_entries import item_entry
from ..models import AcceptedOverlap, ItineraryItem
from ..states import NOT_AT_WORK

register_act("exchange.itineraryitem.plan", words.VISIT_PLANNED)
register_act("exchange.itineraryitem.change", words.ITEM_CHANGED)
register_act("exchange.itineraryitem.accept_overlap", words.OVERLAP_ACCEPTED)


class ItemClashes(Refusal):
    """An item that overlaps or is odd: `overlaps` (portal.calendars Overlap list) and `problems` (sentences).

    Saving it nevertheless takes a reason.
    """

    def __init__(self, overlaps, problems):
        self.overlaps, self.problems = overlaps, problems
        super().__init__(words.CLASHES, field="accept_reason")


def plan_item(*, visit, by, now, people=(), accept_reason="", **fields):
    """Add an item to the itinerary. Raises ItemClashes with both sides unless a reason takes them in."""
    require(by, "plan items", visit)
    with transaction.atomic():
        hold_what_it_takes(visit.person_id, people, fields.get("room"))
        at = now()
        visit.refresh_from_db()
        require(by, "plan items", visit)
        item = ItineraryItem(visit=visit, uid=f"item-{uuid.uuid4()}@exchange", changed_at=at, **fields)
        found = what_clashes(item, people)
        refuse_or_note(found, accept_reason)
        item.save()
        item.people.set(people)
        record(item, "exchange.itineraryitem.plan", by=by, at=at, visit=visit.pk)
        keep_accepted(item, found, accept_reason, by, at)
    return item


def change_item(*, item, by, now, seen_sequence, people=None, accept_reason="", **fields):
    """Move or change an item; its sequence rises, so that every calendar that holds it follows."""
    require(by, "change", item)
    with transaction.atomic():
        # The sequence that the form saw must still stand; what was faster wins and the second is told.
        if not ItineraryItem.objects.filter(pk=item.pk, sequence=seen_sequence).update(sequence=F("sequence") + 1):
            raise Overtaken
        fresh = ItineraryItem.objects.select_related("visit__person", "room").get(pk=item.pk)
        wanted = list(fresh.people.all()) if people is None else list(people)
        hold_what_it_takes(fresh.visit.person_id, wanted, fields.get("room", fresh.room))
        at = now()
        require(by, "change", fresh)
        for name, value in fields.items():
            setattr(fresh, name, value)
        fresh.changed_at = at
        found = what_clashes(fresh, wanted)
        refuse_or_note(found, accept_reason)
        fresh.save(update_fields=[*fields, "changed_at"])
        fresh.people.set(wanted)
        record(fresh, "exchange.itineraryitem.change", by=by, at=at, fields=sorted(fields))
        keep_accepted(fresh, found, accept_reason, by, at)
    return fresh


def act_on_item(*, item, act, by, now, reason=""):
    """confirm or cancel an item."""
    require(by, act, item)
    with transaction.atomic():
        at = now()
        return move(item, act, by=by, at=at, reason=reason, **parts.raised(item, at))


def hold_what_it_takes(expert_id, people, room):
    """Hold the rows of the people and the room, so that two items in the same hour cannot pass each other."""
    keys = {expert_id, *(person.pk for person in people)}
    list(User.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk").values_list("pk"))
    if room is not None:
        list(Room.objects.select_for_update(no_key=True).filter(pk=room.pk).values_list("pk"))


def what_clashes(item, people):
    """(overlaps, sentences) of an item as it would be saved."""
    visit, calendar = item.visit, working_calendar()
    codes = rules.problems_of_item(
        item.starts_at,
        item.ends_at,
        (visit.first_day, visit.last_day),
        lambda day: is_working_day(day, calendar),
        at_work=item.kind not in NOT_AT_WORK,
    )
    if rules.STOPS & set(codes):
        raise Refusal(words.ITEM[codes[0]], field="ends_at")
    language = get_language() or "en"
    others = entries_between(item.starts_at, item.ends_at, language)
    overlaps = overlaps_with(item_entry(item, language, people), others)
    return overlaps, [words.ITEM[code] for code in codes]


def refuse_or_note(found, accept_reason):
    overlaps, problems = found
    if (overlaps or problems) and not accept_reason.strip():
        raise ItemClashes(overlaps, problems)


def keep_accepted(item, found, reason, by, at):
    """That what stood in the way was seen and taken in, and why; it counts while neither side moves."""
    overlaps, problems = found
    AcceptedOverlap.objects.filter(item=item).delete()
    AcceptedOverlap.objects.bulk_create(
        AcceptedOverlap(
            item=item, item_sequence=item.sequence, other_uid=overlap.other.uid, other_sequence=overlap.other.sequence,
            reason=reason, accepted_by=by, accepted_at=at,
        )
        for overlap in overlaps
    )  # fmt: skip
    if overlaps or problems:
        record(
            item, "exchange.itineraryitem.accept_overlap", by=by, at=at, why=reason,
            others=[overlap.other.uid for overlap in overlaps], odd=[str(problem) for problem in problems],
        )  # fmt: skip
