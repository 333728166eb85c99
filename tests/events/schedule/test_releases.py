"""What was released is kept as it was, numbered, and says what changed."""

from datetime import timedelta

import pytest

from events.editions.actions import archive_edition, withdraw_edition
from events.editions.models import Edition
from events.schedule.actions import cancel_session, release_schedule, save_session
from events.schedule.models import ScheduleRelease
from events.schedule.models.release import ReleaseRewritten
from events.schedule.queries.releases import change_sentences
from portal.lifecycle.refusals import Refusal

pytestmark = pytest.mark.django_db


def test_a_release_does_not_change_with_the_schedule(session, release, office, now):
    one = session()
    first = release()
    one.title_en = "Another title"
    save_session(session=one, by=office, now=now)
    again = ScheduleRelease.objects.get(pk=first.pk)
    assert [row["title_en"] for row in again.schedule["sessions"]] == ["Session 0"]


def test_a_release_cannot_be_rewritten(session, release):
    session()
    first = release()
    for attempt in (
        first.save,
        first.delete,
        lambda: ScheduleRelease.objects.update(number=9),
        lambda: ScheduleRelease.objects.all().delete(),
    ):
        with pytest.raises(ReleaseRewritten):
            attempt()


def test_releases_are_numbered_and_tell_what_changed(session, release, room, office, now):
    moved, cancelled = session(), session()
    assert release().number == 1
    moved.room = room()
    save_session(session=moved, by=office, now=now)
    cancel_session(session=cancelled, by=office, now=now, reason="Ill")
    second = release()
    assert second.number == 2
    assert [row["what"] for row in second.changes] == ["other room", "cancelled"]
    assert [sentence for _slug, sentence in change_sentences(second.changes, "en")] == [
        "“Session 0” moved from Room 1 to Room 2.",
        "Cancelled: “Session 1”.",
    ]


def test_nothing_new_is_no_release(session, release):
    session()
    release()
    with pytest.raises(Refusal, match="since release 1"):
        release()


def test_an_empty_schedule_is_no_release(release):
    with pytest.raises(Refusal):
        release()


def test_what_was_cancelled_before_anybody_read_of_it_never_appears(session, release, office, now):
    session()
    cancel_session(session=session(), by=office, now=now, reason="A mistake")
    assert [row["title_en"] for row in release().schedule["sessions"]] == ["Session 0"]


def test_a_draft_can_be_released_before_it_is_public(session, edition, office, now):
    session()
    draft = withdraw_edition(edition=edition, by=office, now=now, reason="Not yet")
    assert release_schedule(edition=draft, by=office, now=now).number == 1


def test_an_edition_is_archived_after_its_last_day(edition, office, now, noon):
    with pytest.raises(Refusal):
        archive_edition(edition=edition, by=office, now=now)
    archive_edition(edition=edition, by=office, now=lambda: noon + timedelta(days=400))
    assert Edition.objects.get(pk=edition.pk).state == "archived"
