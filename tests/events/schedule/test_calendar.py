"""The edition's calendar, as subscribers read it."""

from datetime import UTC

import pytest
import vobject
from icalendar import Calendar

from events.editions.actions import withdraw_edition
from events.schedule.actions import cancel_session, save_session
from portal.calendars.sources import entries_between

pytestmark = pytest.mark.django_db
FEED = "/calendars/editions/2027.ics"


def events(client, address=FEED):
    return {str(event["UID"]): event for event in Calendar.from_ical(client.get(address).content).walk("VEVENT")}


def test_another_reader_reads_the_released_sessions(client, session, release, speaker):
    one = session(clock=9, talks=[speaker()], summary_en="What it is about")
    release()
    event = vobject.readOne(client.get(FEED).content.decode()).vevent
    assert event.uid.value == str(one.uid)
    assert event.summary.value == "Session 0"
    assert event.dtstart.value.astimezone(UTC) == one.starts_at.astimezone(UTC)
    assert event.location.value == "Room 1, Shanghai"
    assert event.description.value == "What it is about\n09:00 Talk 0 (Jiří Šimůnek1, Prague)"
    assert event.url.value.endswith("/en/forum/2027/sessions/session-0/")


def test_it_reads_chinese(client, session, release, speaker):
    session(chairs=[speaker(surname="Shen", given_names="Zhiyao", chinese_name="沈之遥")])
    release()
    body = client.get(f"{FEED}?lang=zh-hans").content
    event = vobject.readOne(body.decode()).vevent
    assert event.summary.value == "场次0"
    assert "沈之遥" in event.description.value
    assert "/zh-hans/forum/2027/sessions/" in event.url.value
    assert str(Calendar.from_ical(body)["X-WR-CALNAME"]) == "2027年论坛"


def test_sessions_keep_their_hour_over_the_night_when_europe_changes_its_clocks(client, session, release):
    session(day=0, clock=9)
    session(day=1, clock=9)
    release()
    hours = [event.decoded("DTSTART").strftime("%d %H:%M %z") for event in events(client).values()]
    assert hours == ["30 09:00 +0800", "31 09:00 +0800"]


def test_a_change_raises_sequence_with_its_release(client, session, release, room, office, now):
    one = session()
    release()
    one.room = room()
    save_session(session=one, by=office, now=now)
    assert events(client)[str(one.uid)]["SEQUENCE"] == 0
    release()
    assert events(client)[str(one.uid)]["SEQUENCE"] == 1


def test_a_cancelled_session_stays_as_cancelled(client, session, release, office, now):
    one, other = session(), session()
    release()
    cancel_session(session=one, by=office, now=now, reason="Ill")
    release()
    found = events(client)
    assert found[str(one.uid)]["STATUS"] == "CANCELLED"
    assert found[str(one.uid)]["SEQUENCE"] == 1
    assert found[str(other.uid)]["STATUS"] == "CONFIRMED"


def test_lunch_is_no_entry(client, session, release):
    session()
    session(kind="common", room=None)
    release()
    assert len(events(client)) == 1


def test_an_edition_taken_off_the_site_gives_an_empty_calendar(client, session, release, edition, office, now):
    session()
    release()
    withdraw_edition(edition=edition, by=office, now=now, reason="Dates may change")
    answer = client.get(FEED)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert vobject.readOne(answer.content.decode()).name == "VCALENDAR"
    assert events(client) == {}


def test_an_edition_without_a_release_gives_an_empty_calendar(client, edition):
    assert client.get(FEED).status_code == 200
    assert events(client) == {}


def test_a_draft_has_no_calendar(client, draft_edition):
    assert client.get(FEED).status_code == 404


@pytest.mark.parametrize("language", ["xx", "../en", "zh-hans\x00"])
def test_an_unknown_language_is_english(client, session, release, language):
    session()
    release()
    answer = client.get(FEED, {"lang": language})
    assert b"Session 0" in answer.content


def test_unchanged_is_304(client, session, release):
    session()
    release()
    first = client.get(FEED)
    assert client.get(FEED, headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert client.get(f"{FEED}?lang=zh-hans")["ETag"] != first["ETag"]


def test_the_office_sees_sessions_as_they_stand_with_their_people_and_rooms(session, speaker):
    chair, talker = speaker(), speaker()
    one = session(chairs=[chair], talks=[talker])
    (entry,) = entries_between(one.starts_at, one.ends_at, "en", only=["sessions"])
    assert entry.people == {chair.person_id, talker.person_id}
    assert (entry.room, entry.kind, entry.summary) == (one.room_id, "session", "Session 0")


@pytest.mark.parametrize("number", [5, 50])
def test_reading_is_two_queries_at_any_size(client, session, speaker, release, django_assert_num_queries, number):
    for place in range(number):
        session(day=place % 2, talks=[speaker()])
    release()
    client.get(FEED)
    with django_assert_num_queries(2):
        client.get(FEED)


@pytest.mark.parametrize("number", [5, 50])
def test_the_office_reads_them_in_four_queries(session, speaker, edition, django_assert_num_queries, number):
    made = [session(day=place % 2, talks=[speaker()]) for place in range(number)]
    with django_assert_num_queries(4):
        entries = entries_between(made[0].starts_at, made[-1].ends_at.replace(day=31, hour=23), "en", only=["sessions"])
    assert len(entries) == number
