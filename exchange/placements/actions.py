"""What staff and young doctors do with opportunities and placements."""

from django.db import transaction
from django.db.models import F

from exchange.partners.models import Direction
from exchange.partners.parts import book_stay
from portal.access.permissions import require
from portal.calendars.entries import SHANGHAI
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.moving import move
from portal.lifecycle.refusals import Refusal
from portal.people.models import User
from portal.people.naming import allow_name

from . import messages, rules, words
from .models import Opportunity, Placement
from .states import LIVE, TAKES_A_PLACE, OpportunityState, PlacementState

# The doctor reads why these were done.
TOLD_WHY = ("reject", "cancel")

register_act("exchange.opportunity.record", words.RECORDED)
register_act("exchange.opportunity.change", words.CHANGED)
register_act("exchange.placement.ask", words.ASKED)
register_act("exchange.placement.nominate", words.NOMINATED)


def record_opportunity(*, opportunity, by, now):
    """Keep a place that a partner offers, from a visit or by itself."""
    require(by, "add", Opportunity)
    with transaction.atomic():
        opportunity.recorded_at = now()
        opportunity.save()
        record(opportunity, "exchange.opportunity.record", by=by, at=opportunity.recorded_at)
    return opportunity


def change_opportunity(*, opportunity, by, now):
    """Save what a form changed; the state is not among it."""
    require(by, "change", opportunity)
    with transaction.atomic():
        opportunity.save()
        record(opportunity, "exchange.opportunity.change", by=by, at=now())
    return opportunity


def act_on_opportunity(*, opportunity, act, by, now, reason=""):
    """publish, fill or withdraw."""
    require(by, act, opportunity)
    with transaction.atomic():
        return move(opportunity, act, by=by, at=now(), reason=reason)


def lock(opportunity_pk):
    """The write that makes two acts on one opportunity wait for each other, on both databases."""
    Opportunity.objects.filter(pk=opportunity_pk).update(places=F("places"))
    return Opportunity.objects.select_related("partner").get(pk=opportunity_pk)


def ask_for(*, opportunity, by, now, public_name=False, **fields):
    """A young doctor asks for a published place. fields: as `new_placement` takes them.

    public_name: they let their name stand on the public pages; False changes nothing of what they said before.
    """
    require(by, "ask for", opportunity)
    with transaction.atomic():
        opportunity = lock(opportunity.pk)
        at = now()
        require(by, "ask for", opportunity)
        placement = new_placement(opportunity, by, at, state=PlacementState.ASKED, **fields)
        record(placement, "exchange.placement.ask", by=by, at=at)
        if public_name:
            allow_name(person=by, by=by, now=lambda: at)
        messages.asked(placement=placement, now=at)
    return placement


def nominate(*, opportunity, person, by, now, **fields):
    """Staff nominate a young doctor for a published place."""
    require(by, "nominate", opportunity)
    with transaction.atomic():
        opportunity = lock(opportunity.pk)
        at = now()
        require(by, "nominate", opportunity)
        placement = new_placement(opportunity, person, at, state=PlacementState.NOMINATED, **fields)
        record(placement, "exchange.placement.nominate", by=by, at=at)
        messages.asked(placement=placement, now=at)
    return placement


def new_placement(opportunity, person, at, *, first_day, last_day, **fields):
    """fields: state, project, expected_result."""
    check_days(opportunity, person, first_day, last_day)
    if opportunity.placements.filter(person=person, state__in=LIVE).exists():
        raise Refusal(words.ASKED_ALREADY)
    return Placement.objects.create(
        opportunity=opportunity,
        person=person,
        first_day=first_day,
        last_day=last_day,
        asked_at=at,
        changed_at=at,
        **fields,
    )


def check_days(opportunity, person, first_day, last_day, but=None):
    # The person's row is held until the transaction ends, so that two stays cannot pass each other.
    list(User.objects.select_for_update(no_key=True).filter(pk=person.pk).values_list("pk"))
    found = rules.problems_of_stay(first_day, last_day, (opportunity.from_day, opportunity.to_day))
    others = Placement.objects.filter(person=person, state__in=LIVE).exclude(pk=but)
    mine = (first_day, last_day)
    if not found and any(rules.stays_overlap(mine, days) for days in others.values_list("first_day", "last_day")):
        found = ["another placement"]
    if found:
        raise Refusal(words.STAY[found[0]], field="last_day")


def send_to_partner(*, placement, answer_due, by, now):
    """asked | nominated → with the partner; it holds one of the places from now on."""
    require(by, "send_to_partner", placement)
    with transaction.atomic():
        opportunity = lock(placement.opportunity_id)
        taken = opportunity.placements.filter(state__in=TAKES_A_PLACE).exclude(pk=placement.pk).count()
        if not rules.places_left(opportunity.places, taken):
            raise Refusal(words.NO_PLACE_LEFT)
        at = now()
        if answer_due < today(at):
            raise Refusal(words.DUE_IS_PAST, field="answer_due")
        move(placement, "send_to_partner", by=by, at=at, answer_due=answer_due, **stamp(placement, at))
        messages.moved(placement=placement, now=at)
    return placement


def step(*, placement, act, by, now, reason=""):
    """A step that changes nothing but the state: verify, reject, approve, make_ready, recognise, decline, cancel."""
    require(by, act, placement)
    with transaction.atomic():
        at = now()
        move(placement, act, by=by, at=at, reason=reason, **stamp(placement, at))
        messages.moved(placement=placement, now=at, reason=reason if act in TOLD_WHY else "")
    return placement


def leave(*, placement, left_on, by, now):
    """ready → abroad, on the real day."""
    require(by, "leave", placement)
    with transaction.atomic():
        at = now()
        if left_on > today(at):
            raise Refusal(words.NOT_YET, field="left_on")
        move(placement, "leave", by=by, at=at, left_on=left_on, **stamp(placement, at))
        messages.moved(placement=placement, now=at)
    return placement


def come_back(*, placement, came_back_on, by, now, reason=""):
    """abroad → back: the stay is booked in the ledger by its real dates."""
    require(by, "come_back", placement)
    with transaction.atomic():
        at = now()
        if placement.left_on and came_back_on < placement.left_on:
            raise Refusal(words.BACK_TOO_EARLY, field="came_back_on")
        if came_back_on > today(at):
            raise Refusal(words.NOT_YET, field="came_back_on")
        move(
            placement, "come_back", by=by, at=at, reason=reason,
            came_back_on=came_back_on, first_day=placement.left_on, last_day=came_back_on, **stamp(placement, at),
        )  # fmt: skip
        book_stay(
            partner=placement.partner, direction=Direction.OUT, source=f"placement:{placement.pk}",
            first_day=placement.left_on, last_day=came_back_on, by=by, at=at,
        )  # fmt: skip
        messages.moved(placement=placement, now=at)
    return placement


def lapse_what_is_over(*, now):
    """The clock's: requests that the partner did not answer in time, and opportunities whose days are past."""
    at, lapsed = now(), 0
    due = Placement.objects.filter(state=PlacementState.WITH_PARTNER, answer_due__lt=today(at))
    for placement in due.select_related("person", "opportunity__partner"):
        with transaction.atomic():
            move(placement, "lapse", by=None, at=at, **stamp(placement, at))
            messages.moved(placement=placement, now=at)
        lapsed += 1
    for opportunity in Opportunity.objects.filter(state=OpportunityState.PUBLISHED, to_day__lt=today(at)):
        with transaction.atomic():
            move(opportunity, "lapse", by=None, at=at)
        lapsed += 1
    return lapsed


def today(at):
    return at.astimezone(SHANGHAI).date()


def stamp(placement, at):
    return {"sequence": placement.sequence + 1, "changed_at": at}
