"""“My placement”: places to ask for, what was typed stays, what happens next; and the feed of one's own stay."""

import icalendar
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from exchange.placements.models import Placement
from exchange.placements.states import PlacementState as P
from portal.access.roles import Role
from portal.people.naming import standing_consent
from portal.people.starts import start_of

pytestmark = pytest.mark.django_db
TYPED = {"project": "Airway cases", "expected_result": "A talk", "first_day": "2027-09-06", "last_day": "2027-12-03"}


@pytest.fixture
def doctor(scene, sign_in):
    return sign_in(scene.doctor)


@pytest.fixture(autouse=True)
def stopped(scene, monkeypatch):
    """The pages' clock stands where the scene's does."""
    from exchange.placements import views

    monkeypatch.setattr(views, "system_now", scene.now)
    monkeypatch.setattr(views.OwnAct, "now", staticmethod(scene.now))


def page(client, language="en"):
    answer = client.get(f"/{language}/my/placements/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_doctor_begins_there_and_reads_what_is_published(scene, doctor):
    assert start_of(scene.doctor) == "/en/my/placements/"
    shown = page(doctor)
    assert "Airway surgery" in shown
    assert "Klinikum Lindenhof, Freiburg" in shown
    assert "2 places left" in shown
    assert "弗莱堡" in page(doctor, "zh-hans")


def test_nobody_without_a_part_in_it_reads_the_page(scene, sign_in, person_with, client):
    assert client.get("/en/my/placements/").status_code == 302
    for role in (Role.OFFICE, Role.REVIEWER):
        assert sign_in(person_with(role)).get("/en/my/placements/").status_code == 403


def test_asking_makes_a_request_with_what_happens_next(scene, doctor):
    answer = doctor.post(f"/en/my/placements/ask/{scene.place.pk}/", {**TYPED, "public_name": "on"})
    assert (answer.status_code, answer["Location"]) == (302, "/en/my/placements/")
    placement = Placement.objects.get()
    assert (placement.person, placement.state) == (scene.doctor, P.ASKED)
    consent = standing_consent(scene.doctor)
    assert consent.words in doctor.get("/en/my/data/").content.decode()
    shown = page(doctor)
    assert "The office reads your request" in shown
    assert "You have asked for it" in shown
    scene.send(placement)
    assert "The partner answers until" in page(doctor)


@pytest.mark.parametrize(
    ("change", "status", "words"),
    [
        ({"project": ""}, 422, "required"),
        ({"first_day": "soon"}, 422, "date"),
        ({"last_day": "2027-08-30"}, 409, "before the first"),
        ({"last_day": "2029-01-01"}, 409, "outside"),
    ],
)
def test_what_was_typed_stays_where_something_is_wrong(scene, doctor, change, status, words):
    answer = doctor.post(f"/en/my/placements/ask/{scene.place.pk}/", {**TYPED, **change})
    shown = answer.content.decode()
    assert answer.status_code == status
    assert words in shown
    assert "A talk" in shown
    assert not Placement.objects.exists()


def test_a_full_place_is_not_shown_any_more(scene, doctor):
    place = scene.a_place(places=1, title_en="Chest wall")
    assert "Chest wall" in page(doctor)
    scene.send(scene.ask(by=scene.other, place=place))
    assert "Chest wall" not in page(doctor)


def test_one_takes_back_or_cancels_ones_own_alone(scene, doctor, sign_in):
    placement = scene.ask()
    other = sign_in(scene.other)
    for act in ("decline", "cancel"):
        assert other.post(f"/en/my/placements/{placement.pk}/{act}/", {"reason": "x"}).status_code == 404
        assert sign_in(scene.office).get(f"/en/my/placements/{placement.pk}/{act}/").status_code == 404
    assert "Airway cases" not in page(other)
    assert doctor.get(f"/en/my/placements/{placement.pk}/decline/").status_code == 200
    assert doctor.post(f"/en/my/placements/{placement.pk}/decline/").status_code == 302
    placement.refresh_from_db()
    assert placement.state == P.DECLINED
    placement = scene.send(scene.ask())
    assert doctor.post(f"/en/my/placements/{placement.pk}/cancel/", {"reason": ""}).status_code == 200
    assert doctor.post(f"/en/my/placements/{placement.pk}/cancel/", {"reason": "Ill"}).status_code == 302
    placement.refresh_from_db()
    assert placement.state == P.CANCELLED
    assert doctor.get(f"/en/my/placements/{placement.pk}/cancel/").status_code == 409


def test_the_timeline_says_when_each_step_was_taken(scene, doctor):
    scene.steps(scene.send(scene.ask()), "verify")
    shown = page(doctor)
    assert shown.count('class="done"') == 3
    assert "The hospital approves the placement" in shown
    scene.steps(Placement.objects.get(), "cancel")
    assert 'class="missed"' in page(doctor)


def test_the_stay_is_in_the_doctors_own_calendar(scene, doctor, client):
    from portal.calendars.actions import feeds_of

    scene.abroad()
    ((kind, feed),) = feeds_of(person=scene.doctor, now=scene.now)
    assert kind.name == "my-placement"
    (event,) = icalendar.Calendar.from_ical(client.get(f"/calendars/feeds/{feed.token}.ics").content).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Placement in Freiburg"
    assert event["STATUS"] == "CONFIRMED"


def test_more_rows_ask_no_more(scene, doctor):
    def queries():
        with CaptureQueriesContext(connection) as caught:
            page(doctor)
        return len(caught)

    def add(count):
        for _number in range(count):
            scene.steps(scene.ask(place=scene.a_place()), "decline", by=scene.doctor)

    add(5)
    queries()
    few = queries()
    add(45)
    assert queries() == few
