"""The itinerary: what overlaps is shown with both sides before it is saved, and kept with a reason only."""

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from events.editions.models import Edition, ForumSeries
from events.schedule.models import Session
from events.speakers.models import Speaker
from exchange.visits.actions.itinerary import ItemClashes, act_on_item, change_item
from exchange.visits.calendar_entries import clashes_in, item_entry
from exchange.visits.models import AcceptedOverlap, ItineraryItem, Visit
from exchange.visits.queries import items_of
from exchange.visits.states import ItemState
from portal.calendars.entries import CANCELLED, TENTATIVE
from portal.clock.models import SpecialDay
from portal.clock.rules import SHANGHAI
from portal.hospital.models import Room
from portal.lifecycle.audit import history
from portal.lifecycle.refusals import NotPossibleNow, Overtaken, Refusal

pytestmark = [pytest.mark.django_db, pytest.mark.both]


def at(day, hour):
    return datetime(2027, 9, day, hour, tzinfo=SHANGHAI)


def forum_session(person=None, room=None, *, day=7, hour=10):
    series = ForumSeries.objects.create(slug="forum", name_en="Forum", name_zh="论坛")
    edition = Edition.objects.create(
        series=series, slug="2027", title_en="Forum 2027", title_zh="2027年论坛", starts_on=date(2027, 9, day),
        ends_on=date(2027, 9, day),
    )  # fmt: skip
    session = Session.objects.create(
        edition=edition, slug="airway", title_en="Airway surgery", title_zh="气道外科", starts_at=at(day, hour),
        ends_at=at(day, hour + 2), room=room, changed_at=at(1, 9),
    )  # fmt: skip
    if person is not None:
        session.chairs.add(Speaker.objects.create(
            edition=edition, person=person, affiliation_en="x", affiliation_zh="x", city_en="x", city_zh="x", country="CN"
        ))  # fmt: skip
        session.save()
    return session


def test_a_room_is_not_taken_twice_and_both_sides_are_told(scene):
    held = scene.item(room=scene.room)
    other = scene.a_visit(1, host=scene.other_host)
    with pytest.raises(ItemClashes) as refused:
        scene.item(other, people=[], room=scene.room, hours=(10, 12), title_en="Segmentectomy")
    (overlap,) = refused.value.overlaps
    assert (overlap.other.uid, overlap.room, overlap.people) == (held.uid, scene.room.pk, frozenset())
    assert overlap.one.summary.startswith("Segmentectomy")
    assert refused.value.field == "accept_reason"
    assert ItineraryItem.objects.count() == 1


def test_a_host_is_not_in_two_places(scene):
    scene.item()
    with pytest.raises(ItemClashes) as refused:
        scene.item(scene.a_visit(1), hours=(10, 12))
    assert refused.value.overlaps[0].people == {scene.host.pk}


def test_the_expert_is_not_in_two_places_either(scene):
    scene.item(people=[])
    with pytest.raises(ItemClashes) as refused:
        scene.item(people=[], hours=(10, 12))
    assert refused.value.overlaps[0].people == {scene.expert.pk}


def test_the_forums_sessions_count_by_person_and_by_room(scene):
    session = forum_session(person=scene.host, room=scene.room)
    with pytest.raises(ItemClashes) as refused:
        scene.item(room=scene.room)
    (overlap,) = refused.value.overlaps
    assert (overlap.other.uid, overlap.people, overlap.room) == (str(session.uid), {scene.host.pk}, scene.room.pk)
    assert overlap.other.summary == "Airway surgery"


def test_one_after_the_other_is_no_overlap(scene):
    scene.item(room=scene.room)
    assert scene.item(room=scene.room, hours=(11, 12)).pk


def test_an_overlap_kept_with_a_reason_counts_until_either_side_moves(scene):
    held = scene.item(room=scene.room)
    kept = scene.item(room=scene.room, hours=(10, 12), accept_reason="They watch the same operation.")
    assert AcceptedOverlap.objects.get(item=kept).reason == "They watch the same operation."
    assert history(kept).first().data["why"] == "They watch the same operation."

    def reason_of_kept():
        (found,) = clashes_in(list(items_of(scene.visit)), "en")[kept.pk]
        return found[1]

    assert reason_of_kept() == "They watch the same operation."
    change_item(item=held, by=scene.office, now=scene.now, seen_sequence=0, accept_reason="Longer.", ends_at=at(7, 12))
    assert reason_of_kept() == ""


@pytest.mark.parametrize(
    ("day", "hours", "kind", "odd"),
    [
        (7, (9, 11), "theatre", 0),
        (18, (9, 11), "theatre", 2),  # a Saturday after the stay
        (11, (9, 11), "lecture", 1),  # a Saturday
        (11, (9, 11), "social", 0),
        (12, (14, 15), "arrival", 0),
    ],
)
def test_odd_times_are_told_and_kept_with_a_reason(scene, day, hours, kind, odd):
    if not odd:
        assert scene.item(day=day, hours=hours, kind=kind).pk
        return
    with pytest.raises(ItemClashes) as refused:
        scene.item(day=day, hours=hours, kind=kind)
    assert (len(refused.value.problems), refused.value.overlaps) == (odd, [])
    item = scene.item(day=day, hours=hours, kind=kind, accept_reason="The only day.")
    assert history(item).first().data["why"] == "The only day."


def test_a_weekend_day_that_is_worked_is_a_day_like_others(scene):
    SpecialDay.objects.create(day=date(2027, 9, 11), kind="makeup", name_en="Worked", name_zh="调休上班")
    assert scene.item(day=11).pk


def test_an_item_that_lasts_no_time_is_refused_whatever_the_reason(scene):
    with pytest.raises(Refusal) as refused:
        scene.item(hours=(9, 9), accept_reason="because")
    assert refused.value.field == "ends_at"
    assert not isinstance(refused.value, ItemClashes)


def test_every_change_raises_the_sequence_and_a_cancelled_item_stays_as_cancelled(scene):
    item = scene.item()
    assert (item.sequence, item_entry(item, "en").status) == (0, TENTATIVE)
    item = change_item(
        item=item, by=scene.office, now=scene.now, seen_sequence=0, room=Room.objects.create(name_en="R", name_zh="R")
    )
    assert item.sequence == 1
    act_on_item(item=item, act="confirm", by=scene.office, now=scene.now)
    act_on_item(item=item, act="cancel", by=scene.office, now=scene.now)
    item.refresh_from_db()
    entry = item_entry(item, "en")
    assert (entry.sequence, entry.status, entry.last_modified) == (3, CANCELLED, scene.now())
    # A cancelled item takes nobody's time.
    assert scene.item().pk


def test_the_second_of_two_people_is_told_and_nothing_is_overwritten(scene):
    item = scene.item()
    change_item(item=item, by=scene.office, now=scene.now, seen_sequence=0, title_en="First")
    with pytest.raises(Overtaken):
        change_item(item=item, by=scene.director, now=scene.now, seen_sequence=0, title_en="Second")
    item.refresh_from_db()
    assert (item.title_en, item.sequence) == ("First", 1)


def test_what_was_refused_leaves_the_item_as_it_was(scene):
    scene.item(hours=(14, 16))
    item = scene.item()
    with pytest.raises(ItemClashes):
        change_item(item=item, by=scene.office, now=scene.now, seen_sequence=0, starts_at=at(7, 15), ends_at=at(7, 17))
    item.refresh_from_db()
    assert (item.starts_at, item.sequence) == (at(7, 9), 0)


def test_only_staff_plan_and_only_while_the_visit_is_open(scene):
    item = scene.item()
    with pytest.raises(PermissionDenied):
        change_item(item=item, by=scene.host, now=scene.now, seen_sequence=0, title_en="x")
    with pytest.raises(Http404):
        change_item(item=item, by=scene.other_host, now=scene.now, seen_sequence=0, title_en="x")
    from exchange.journey.visit_ends import cancel_visit

    cancel_visit(visit=scene.visit, cancelled_by="hospital", by=scene.office, now=scene.now, reason="x")
    item.refresh_from_db()
    assert (item.state, item.sequence) == (ItemState.CANCELLED, 1)
    item.visit = Visit.objects.get(pk=scene.visit.pk)
    with pytest.raises((PermissionDenied, NotPossibleNow)):
        act_on_item(item=item, act="confirm", by=scene.office, now=scene.now)


def test_items_end_where_a_stay_is_cut_short(scene):
    from exchange.journey.visit_ends import complete_visit
    from exchange.visits.actions.staying import arrive

    stays, goes = scene.item(day=7), scene.item(day=10)
    scene.now.instant = at(6, 12)
    arrive(visit=scene.visit, arrived_on=date(2027, 9, 6), by=scene.host, now=scene.now)
    scene.now.instant = at(9, 12) + timedelta(days=1)
    complete_visit(visit=Visit.objects.get(pk=scene.visit.pk), left_on=date(2027, 9, 9), by=scene.office, now=scene.now)
    stays.refresh_from_db()
    goes.refresh_from_db()
    assert (stays.state, goes.state) == (ItemState.TENTATIVE, ItemState.CANCELLED)
