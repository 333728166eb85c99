"""The office's screens of a visit: both sides of an overlap on the form, two people on one record, constant queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from exchange.visits.models import ItineraryItem, Visit
from exchange.visits.office import items, visits
from portal.people.actions import change_own_data

pytestmark = pytest.mark.django_db
ITEM = {
    "kind": "theatre", "title_en": "Segmentectomy", "title_zh": "", "starts_at": "2027-09-07T10:00",
    "ends_at": "2027-09-07T12:00", "place": "", "note": "", "staff_note": "", "accept_reason": "",
}  # fmt: skip


@pytest.fixture
def clerk(scene, sign_in, monkeypatch):
    for action in (*visits.VisitsOffice.actions, *items.ITEM_ACTIONS):
        monkeypatch.setattr(action, "now", staticmethod(scene.now))
    return sign_in(scene.office)


def test_both_sides_stand_on_the_form_before_anything_is_saved(scene, clerk):
    scene.item(room=scene.room)
    address = f"/admin/visits/{scene.visit.pk}/plan-items/"
    answer = clerk.post(address, {**ITEM, "room": scene.room.pk, "people": [scene.host.pk]})
    page = answer.content.decode()
    assert answer.status_code == 409
    for words in (
        "This overlaps with something", "Sleeve lobectomy", "7 Sept 2027 09:00 Shanghai – 11:00", "Segmentectomy",
        "7 Sept 2027 10:00 Shanghai – 12:00", "Theatre 6", scene.host.named("en"), "Nothing is saved yet",
    ):  # fmt: skip
        assert words in page, words
    assert 'value="Segmentectomy"' in page
    assert ItineraryItem.objects.count() == 1
    kept = clerk.post(
        address,
        {**ITEM, "room": scene.room.pk, "people": [scene.host.pk], "accept_reason": "One operation, two guests"},
    )
    assert kept.status_code == 302
    page = clerk.get(f"/admin/visits/inspect/{scene.visit.pk}/").content.decode()
    assert "Kept, because: One operation, two guests" in page
    assert page.count("overlaps</span>") == 2


def test_an_odd_time_alone_is_told_without_an_overlap(scene, clerk):
    odd = {**ITEM, "starts_at": "2027-09-11T10:00", "ends_at": "2027-09-11T12:00"}
    page = clerk.post(f"/admin/visits/{scene.visit.pk}/plan-items/", odd).content.decode()
    assert "Look at the time once more" in page
    assert "This overlaps with something" not in page
    assert "The office does not work on this day." in page


def test_the_second_person_reads_what_stands_and_may_then_decide(scene, clerk):
    address = f"/admin/visits/{scene.visit.pk}/change/"
    form = {
        "first_day": "2027-09-06", "last_day": "2027-09-15", "participation": "operate", "host": scene.host.pk,
        "department": scene.department.pk, "seen": Visit.objects.get(pk=scene.visit.pk).sequence,
    }  # fmt: skip
    scene.change(scene.visit, host=scene.other_host)
    answer = clerk.post(address, form)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Somebody changed this a moment ago" in page
    assert scene.other_host.named("en") in page
    assert 'value="2027-09-15"' in page
    fresh = Visit.objects.get(pk=scene.visit.pk)
    assert fresh.host == scene.other_host
    assert clerk.post(address, {**form, "seen": answer.context["form"]["seen"].value()}).status_code == 302
    assert Visit.objects.get(pk=scene.visit.pk).last_day.isoformat() == "2027-09-15"


@pytest.mark.parametrize(
    ("language", "read", "unread"), [("en", "name_en", "name_zh"), ("zh-hans", "name_zh", "name_en")]
)
def test_departments_and_people_are_named_in_the_readers_language(scene, clerk, language, read, unread):
    scene.office.language = language
    change_own_data(person=scene.office, fields=["language"], now=scene.now)
    Visit.objects.filter(pk=scene.visit.pk).update(department=scene.department)
    page = clerk.get(f"/admin/visits/inspect/{scene.visit.pk}/").content.decode()
    assert getattr(scene.department, read) in page
    assert getattr(scene.department, unread) not in page
    assert scene.visit.host.named(language) in page


def test_items_left_outside_new_days_are_marked(scene, clerk):
    scene.item(day=15)
    scene.change(scene.visit, last_day=scene.visit.first_day)
    assert "outside the days of the visit" in clerk.get(f"/admin/visits/inspect/{scene.visit.pk}/").content.decode()


def test_an_item_leads_to_its_visits_page(scene, clerk):
    item = scene.item()
    answer = clerk.get(f"/admin/itinerary-items/inspect/{item.pk}/")
    assert answer["Location"] == f"/admin/visits/inspect/{scene.visit.pk}/#item-{item.pk}"
    assert clerk.post(f"/admin/itinerary-items/{item.pk}/confirm/", {}).status_code == 302
    assert clerk.post(f"/admin/itinerary-items/{item.pk}/cancel/", {"reason": ""}).status_code == 302
    item.refresh_from_db()
    assert item.state == "cancelled"


@pytest.mark.parametrize("address", ["/admin/visits/", "/admin/visits/inspect/{pk}/", "/admin/itinerary-items/"])
def test_more_rows_ask_no_more(scene, clerk, address):
    address = address.format(pk=scene.visit.pk)
    scene.item(hours=(8, 9), room=scene.room)
    scene.item(hours=(8, 9), room=scene.room, accept_reason="Two at once")

    def queries():
        with CaptureQueriesContext(connection) as caught:
            assert clerk.get(address).status_code == 200
        return len(caught)

    clerk.get(address)
    few = queries()
    for number in range(1, 50):
        scene.a_visit(number)
        hour = 9 + number % 10
        scene.item(hours=(hour, hour + 2), room=scene.room, people=[scene.host], accept_reason="Many at once")
    assert queries() == few


def test_what_waits_for_the_office(scene, clerk, monkeypatch):
    from datetime import datetime

    from portal.clock.rules import SHANGHAI
    from portal.office.worklist import work_of

    scene.a_visit(1, confirmed=False)
    titles = {row.title for row in work_of(scene.office, scene.now())}
    assert "Settle the visit and confirm it" in titles
    later = datetime(2027, 9, 6, 9, tzinfo=SHANGHAI)
    assert "Record the arrival" in {row.title for row in work_of(scene.office, later)}
    assert not [row for row in work_of(scene.host, later) if row.kind == "Visit"]


def test_the_one_box_finds_a_visit(scene, clerk):
    page = clerk.get("/admin/find/", {"q": scene.expert.surname}).content.decode()
    assert f"/admin/visits/inspect/{scene.visit.pk}/" in page


def test_a_leavers_guests_go_to_the_successor(scene):
    from exchange.visits.handover import hand_over

    item = scene.item()
    lines = hand_over(
        person=scene.host, successor=scene.other_host, by=scene.director, at=scene.now(), reason="Left the hospital"
    )
    assert len(lines) == 2
    visit = Visit.objects.get(pk=scene.visit.pk)
    item.refresh_from_db()
    assert (visit.host, list(item.people.all()), item.sequence) == (scene.other_host, [scene.other_host], 1)
