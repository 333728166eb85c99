"""What the office does with sessions: overlaps are shown before saving, and calendars learn of each change."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from events.editions.actions import archive_edition
from events.schedule.actions import SessionsOverlap, cancel_session, restore_session, save_session
from events.schedule.models import Session
from portal.lifecycle.audit import history
from portal.lifecycle.models import UnguardedWrite
from portal.lifecycle.refusals import Overtaken, ReasonMissing, Refusal

pytestmark = pytest.mark.django_db


def test_a_room_is_not_taken_twice(session, draft_session, office, now):
    held = session(clock=9)
    with pytest.raises(SessionsOverlap) as refused:
        save_session(session=draft_session(clock=9.5, room=held.room), by=office, now=now)
    (overlap,) = refused.value.overlaps
    assert (overlap.one.summary, overlap.other.summary, overlap.room) == ("Session 1", "Session 0", held.room_id)
    assert Session.objects.count() == 1


def test_a_chair_does_not_speak_elsewhere_at_the_same_time(session, draft_session, speaker, room, office, now):
    busy = speaker()
    session(clock=9, chairs=[busy])
    with pytest.raises(SessionsOverlap) as refused:
        save_session(session=draft_session(clock=9, room=room(), talks=[busy]), by=office, now=now)
    assert refused.value.overlaps[0].people == {busy.person_id}


def test_an_overlap_is_accepted_with_a_reason_that_the_record_keeps(session, draft_session, office, now):
    held = session(clock=9)
    clashing = draft_session(clock=9, room=held.room)
    with pytest.raises(ReasonMissing):
        save_session(session=clashing, by=office, now=now, accept_overlaps=True)
    saved = save_session(session=clashing, by=office, now=now, accept_overlaps=True, reason="One hall, two parts")
    line = history(saved).first()
    assert line.data["why"] == "One hall, two parts"
    assert [row["uid"] for row in line.data["overlaps"]] == [str(held.uid)]


def test_one_after_the_other_is_no_overlap(session):
    first = session(clock=9)
    assert session(clock=10, room=first.room).pk


@pytest.mark.parametrize(("day", "clock", "hours"), [(0, 23, 2), (5, 9, 1), (0, 9, 0), (0, 9, -1)])
def test_impossible_times_are_refused(draft_session, office, now, day, clock, hours):
    with pytest.raises(Refusal):
        save_session(session=draft_session(day=day, clock=clock, hours=hours), by=office, now=now)
    assert not Session.objects.exists()


def test_every_change_raises_the_sequence(session, office, now):
    one = session()
    assert one.sequence == 0
    for expected in (1, 2):
        one.title_en = f"Title {expected}"
        assert save_session(session=one, by=office, now=now).sequence == expected
    one = cancel_session(session=one, by=office, now=now, reason="Ill")
    assert one.sequence == 3
    assert restore_session(session=one, by=office, now=now, reason="Well again").sequence == 4


def test_the_uid_and_the_address_stay_when_the_title_changes(session, office, now):
    one = session()
    uid, slug = one.uid, one.slug
    one.title_en = "Something else"
    save_session(session=one, by=office, now=now)
    again = Session.objects.get(pk=one.pk)
    assert (again.uid, again.slug) == (uid, slug)


def test_two_sessions_of_one_title_have_two_addresses(session):
    assert [session(title_en="Tea").slug, session(title_en="Tea").slug] == ["tea", "tea-2"]


def test_the_second_of_two_editors_is_told(session, office, now):
    one = session()
    read = Session.objects.get(pk=one.pk)
    save_session(session=one, by=office, now=now, seen=0)
    with pytest.raises(Overtaken):
        save_session(session=read, by=office, now=now, seen=0)


def test_cancelling_asks_for_a_reason(session, office, now):
    with pytest.raises(ReasonMissing):
        cancel_session(session=session(), by=office, now=now, reason=" ")


def test_a_cancelled_session_frees_its_room_and_may_not_take_it_back(session, office, now):
    first = cancel_session(session=session(clock=9), by=office, now=now, reason="Ill")
    session(clock=9, room=first.room)
    with pytest.raises(SessionsOverlap):
        restore_session(session=first, by=office, now=now, reason="Well again")


def test_talks_and_chairs_are_kept(session, speaker):
    chair, talks = speaker(), [speaker(), None]
    saved = Session.objects.get(pk=session(chairs=[chair], talks=talks).pk)
    assert list(saved.chairs.all()) == [chair]
    assert [talk.speaker for talk in saved.talks.all()] == talks


@pytest.mark.parametrize("role", ["editor", "reviewer", "host"])
def test_nobody_but_staff_plans(draft_session, person_with, now, role):
    with pytest.raises(PermissionDenied):
        save_session(session=draft_session(), by=person_with(role), now=now)


def test_an_archived_edition_keeps_its_sessions(session, edition, office, now, noon):
    one = session()
    archive_edition(edition=edition, by=office, now=lambda: noon + timedelta(days=400))
    one.refresh_from_db()
    with pytest.raises(PermissionDenied):
        save_session(session=Session.objects.get(pk=one.pk), by=office, now=now)


def test_no_other_way_to_a_state(session):
    one = session()
    one.state = "cancelled"
    with pytest.raises(UnguardedWrite):
        one.save()
    with pytest.raises(UnguardedWrite):
        Session.objects.filter(pk=one.pk).delete()
