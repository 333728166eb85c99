"""The host desk: the guests of a host, the items that name them, the arrival; in both languages."""

from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from exchange.visits import views
from exchange.visits.models import Visit
from exchange.visits.states import VisitState
from portal.clock.rules import SHANGHAI

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(scene, sign_in, monkeypatch):
    monkeypatch.setattr(views, "system_now", scene.now)
    monkeypatch.setattr(views.RecordArrival, "now", staticmethod(scene.now))
    scene.item(room=scene.room)
    scene.now.instant = datetime(2027, 9, 6, 12, tzinfo=SHANGHAI)
    return sign_in(scene.host)


def read(client, language="en"):
    answer = client.get(f"/{language}/hosting/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_host_reads_guest_days_and_items(scene, desk):
    page = read(desk)
    for words in (scene.expert.named("en"), "6–17 September 2027", "Sleeve lobectomy", "Theatre 6", "09:00–11:00"):
        assert words in page
    chinese = read(desk, "zh-hans")
    for words in ("2027年9月6日至17日", "袖式肺叶切除", "6号手术室"):
        assert words in chinese


def test_signing_in_leads_a_host_here(scene):
    from portal.people.starts import start_of

    assert start_of(scene.host).endswith("/hosting/")


def test_the_arrival_is_recorded_by_a_click_and_a_day(scene, desk):
    address = f"/en/hosting/{scene.visit.pk}/arrival/"
    assert address in read(desk)
    assert desk.get(address).status_code == 200
    wrong = desk.post(address, {"arrived_on": "2027-09-07"})
    assert wrong.status_code == 409
    assert 'value="2027-09-07"' in wrong.content.decode()
    assert desk.post(address, {"arrived_on": "2027-09-06"}).status_code == 302
    assert Visit.objects.get(pk=scene.visit.pk).state == VisitState.IN_PROGRESS
    assert address not in read(desk)


def test_another_hosts_guest_is_not_there(scene, desk, sign_in):
    other = sign_in(scene.other_host)
    assert scene.expert.named("en") not in read(other)
    assert other.get(f"/en/hosting/{scene.visit.pk}/arrival/").status_code == 404


def test_staff_notes_stay_with_staff(scene, desk, sign_in):
    scene.item(day=8, staff_note="Ask about the visa again", note="Bring your loupes")
    for page in (read(desk), sign_in(scene.expert).get("/en/my/visit/").content.decode()):
        assert "Ask about the visa again" not in page


def test_more_guests_and_items_ask_no_more(scene, desk):
    def queries():
        with CaptureQueriesContext(connection) as caught:
            read(desk)
        return len(caught)

    def add(numbers):
        for number in numbers:
            scene.a_visit(number)
            hour = 8 + number // 10
            scene.item(day=7 + number % 10, hours=(hour, hour + 1), accept_reason="Many at once")

    add(range(1, 5))
    read(desk)
    few = queries()
    add(range(5, 51))
    # What the menus hold is read again after a write, once.
    read(desk)
    assert queries() == few
