"""The office's screens: forms that save by the action, buttons, and who gets in."""

import pytest

from events.schedule.models import ScheduleRelease, Session
from events.speakers.models import Speaker
from portal.people.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(office, sign_in):
    return sign_in(office)


def form_of(session=None, talks=(), **fields):
    data = {
        "title_en": "A session",
        "title_zh": "场次",
        "kind": "session",
        "sub_forum": "",
        "room": "",
        "starts_at": "2027-10-30 09:00",
        "ends_at": "2027-10-30 10:00",
        "summary_en": "",
        "summary_zh": "",
        "talks-TOTAL_FORMS": len(talks),
        "talks-INITIAL_FORMS": 0,
        "talks-MIN_NUM_FORMS": 0,
        "talks-MAX_NUM_FORMS": 1000,
        "overlap_reason": "",
        **fields,
    }
    for number, talk in enumerate(talks):
        words = {"title_en": "T", "title_zh": "报告", "minutes": 15, "id": "", "ORDER": number, "DELETE": "", **talk}
        data |= {f"talks-{number}-{name}": value for name, value in words.items()}
    return data


def action_of(answer):
    """Where the form of a page posts to."""
    return answer.context["action_url"]


def test_times_are_typed_in_shanghai(desk, edition, speaker, room):
    chair, talker, hall = speaker(), speaker(), room()
    page = desk.get("/admin/sessions/new/")
    data = form_of(room=hall.pk, chairs=[chair.pk], talks=[{"speaker": talker.pk}])
    assert desk.post(action_of(page), data).status_code == 302
    made = Session.objects.get()
    assert made.starts_at.isoformat() == "2027-10-30T01:00:00+00:00"
    assert (made.edition, made.room, made.slug) == (edition, hall, "a-session")
    assert list(made.chairs.all()) == [chair]
    assert [talk.speaker for talk in made.talks.all()] == [talker]
    assert "2027-10-30 09:00" in desk.get(f"/admin/sessions/edit/{made.pk}/").content.decode()


def test_an_overlap_shows_both_sides_and_is_saved_with_a_reason(desk, session, speaker):
    busy = speaker()
    session(clock=9, chairs=[busy])
    data = form_of(chairs=[busy.pk])
    answer = desk.post("/admin/sessions/new/", data)
    body = answer.content.decode()
    assert answer.status_code == 200
    assert "Session 0, Saturday 30 October 2027 09:00–10:00, Room 1" in body
    assert "A session, Saturday 30 October 2027 09:00–10:00" in body
    assert "Both would take: Jiří Šimůnek1." in body
    assert 'value="A session"' in body
    assert Session.objects.count() == 1
    unexplained = desk.post("/admin/sessions/new/", data | {"accept_overlaps": "on"})
    assert "Give a reason" in unexplained.content.decode()
    explained = data | {"accept_overlaps": "on", "overlap_reason": "Chairs both, next door"}
    assert desk.post("/admin/sessions/new/", explained).status_code == 302
    assert Session.objects.count() == 2


def test_an_impossible_time_names_its_field_and_keeps_what_was_typed(desk, edition):
    answer = desk.post("/admin/sessions/new/", form_of(starts_at="2027-11-05 09:00", ends_at="2027-11-05 10:00"))
    assert answer.context["form"].errors["starts_at"] == [
        "The session is not on a day of the edition. Change its date."
    ]
    assert 'value="A session"' in answer.content.decode()


def test_the_second_of_two_editors_is_told(desk, session):
    one = session(clock=9)
    address = f"/admin/sessions/edit/{one.pk}/"
    first, second = action_of(desk.get(address)), action_of(desk.get(address))
    assert desk.post(first, form_of(title_en="Mine")).status_code == 302
    answer = desk.post(second, form_of(title_en="Theirs"))
    assert "Somebody changed this a moment ago" in answer.content.decode()
    assert Session.objects.get().title_en == "Mine"


def test_an_edit_raises_the_sequence(desk, session):
    one = session(clock=9)
    address = f"/admin/sessions/edit/{one.pk}/"
    assert desk.post(action_of(desk.get(address)), form_of(title_en="New")).status_code == 302
    assert Session.objects.get().sequence == 1


def test_a_speaker_of_another_edition_is_refused(desk, edition, speaker, series):
    from events.editions.models import Edition

    other = Edition.objects.create(
        series=series, slug="2030", title_en="x", title_zh="x", starts_on="2030-10-05", ends_on="2030-10-06"
    )
    stranger = speaker()
    Speaker.objects.filter(pk=stranger.pk).update(edition=other)
    answer = desk.post(f"/admin/sessions/new/?edition={edition.pk}", form_of(chairs=[stranger.pk]))
    assert "chairs" in answer.context["form"].errors
    assert not Session.objects.exists()


def test_the_release_button_shows_what_will_change(desk, session, release, edition):
    session()
    release()
    session(title_en="Late addition")
    address = f"/admin/editions/{edition.pk}/release-the-schedule/"
    assert f'href="{address}"' in desk.get(f"/admin/editions/edit/{edition.pk}/").content.decode()
    assert "New: “Late addition”" in desk.get(address).content.decode()
    assert desk.post(address).status_code == 302
    assert ScheduleRelease.objects.filter(edition=edition).count() == 2
    newest = ScheduleRelease.objects.order_by("-number").first()
    assert "New: “Late addition”" in desk.get(f"/admin/schedule_releases/inspect/{newest.pk}/").content.decode()


def test_cancelling_asks_why(desk, session):
    one = session()
    address = f"/admin/sessions/{one.pk}/cancel/"
    desk.post(address, {"reason": ""})
    assert Session.objects.get().state == "planned"
    assert desk.post(address, {"reason": "Ill"}).status_code == 302
    assert Session.objects.get().state == "cancelled"


def profile(edition, **fields):
    return {
        "edition": edition.pk,
        "surname": "Öberg",
        "given_names": "Åsa",
        "chinese_name": "",
        "email": "",
        "name_language": "sv",
        "affiliation_en": "Hospital",
        "affiliation_zh": "医院",
        "city_en": "Lund",
        "city_zh": "隆德",
        "country": "SE",
        "biography_en": "",
        "biography_zh": "",
        **fields,
    }


def test_a_speaker_is_a_person_whether_or_not_they_sign_in(desk, edition):
    assert desk.post("/admin/speakers/new/", profile(edition)).status_code == 302
    person = Speaker.objects.get().person
    assert (person.surname, person.email, person.has_usable_password()) == ("Öberg", None, False)


def test_a_known_address_is_the_known_person(desk, edition, person_with):
    known = person_with(email="asa@hospital.example")
    before = User.objects.count()
    assert desk.post("/admin/speakers/new/", profile(edition, email="Asa@Hospital.example")).status_code == 302
    assert Speaker.objects.get().person == known
    assert User.objects.count() == before
    again = desk.post("/admin/speakers/new/", profile(edition, email="asa@hospital.example"))
    assert "email" in again.context["form"].errors


@pytest.mark.parametrize("role", ["editor", "publisher", "administrator"])
def test_others_at_the_door_do_not_edit(session, person_with, sign_in, role):
    one = session()
    client = sign_in(person_with(role))
    addresses = [
        "/admin/sessions/",
        "/admin/sessions/new/",
        "/admin/speakers/",
        "/admin/rooms/",
        "/admin/editions/new/",
    ]
    assert {client.get(address).status_code for address in addresses} == {403}
    assert client.get(f"/admin/sessions/edit/{one.pk}/").status_code in (403, 404)


@pytest.mark.parametrize("screen", ["editions", "sessions", "speakers", "schedule_releases", "sub_forums", "rooms"])
def test_lists_open(desk, session, release, speaker, screen):
    session(chairs=[speaker()])
    release()
    assert desk.get(f"/admin/{screen}/").status_code == 200


@pytest.mark.parametrize("number", [5, 50])
def test_lists_and_forms_take_a_constant_number_of_queries(
    desk, session, speaker, django_assert_max_num_queries, number
):
    for place in range(number):
        made = session(day=place % 2, chairs=[speaker()], talks=[speaker()])
    for address in ("/admin/sessions/", "/admin/speakers/", f"/admin/sessions/edit/{made.pk}/"):
        desk.get(address)
        with django_assert_max_num_queries(30):
            assert desk.get(address).status_code == 200
