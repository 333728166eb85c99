"""The office's screens: forms, buttons through to the ledger, the place that a visit's hospital offers."""

from datetime import date

import pytest
import seasons
from django.db import connection
from django.test.utils import CaptureQueriesContext

from exchange.applications.models import Affiliation
from exchange.partners.models import LedgerEntry
from exchange.placements import office as screens
from exchange.placements.models import Opportunity, Placement
from exchange.placements.states import OpportunityState
from exchange.placements.states import PlacementState as P
from exchange.visits.models import Visit
from exchange.visits.states import VisitState
from portal.lifecycle.models import guarded_write
from portal.people.actions import change_own_data

pytestmark = pytest.mark.django_db
FORM = {
    "department": "", "purpose": "course", "title_en": "Mitral course", "title_zh": "", "details": "",
    "from_day": "2027-09-01", "to_day": "2027-10-31", "months": "2", "places": "1",
}  # fmt: skip


@pytest.fixture
def clerk(scene, sign_in, monkeypatch):
    monkeypatch.setattr(screens, "system_now", scene.now)
    scene.office.language = "en"
    change_own_data(person=scene.office, fields=["language"], now=scene.now)
    for action in (*screens.PlacementsOffice.actions, *screens.OpportunitiesOffice.actions):
        monkeypatch.setattr(action, "now", staticmethod(scene.now))
    return sign_in(scene.office)


def test_a_place_is_recorded_published_changed_and_filled(scene, clerk):
    answer = clerk.post("/admin/opportunities/new/", {**FORM, "partner": scene.partner.pk})
    assert answer.status_code == 302
    place = Opportunity.objects.get(title_en="Mitral course")
    assert (place.state, place.recorded_at) == (OpportunityState.DRAFT, scene.now())
    one = f"/admin/opportunities/{place.pk}"
    assert "Publish to young doctors" in clerk.get(f"/admin/opportunities/inspect/{place.pk}/").content.decode()
    assert clerk.post(f"{one}/publish/").status_code == 302
    answer = clerk.post(f"/admin/opportunities/edit/{place.pk}/", {**FORM, "partner": scene.partner.pk, "places": "3"})
    assert answer.status_code == 302
    assert clerk.post(f"{one}/fill/").status_code == 302
    place.refresh_from_db()
    assert (place.state, place.places) == (OpportunityState.FILLED, 3)
    assert clerk.get(f"/admin/opportunities/edit/{place.pk}/").status_code == 403


def test_reversed_days_come_back_on_the_form(scene, clerk):
    answer = clerk.post("/admin/opportunities/new/", {**FORM, "partner": scene.partner.pk, "to_day": "2027-08-01"})
    assert "The last day is before the first" in answer.content.decode()
    assert not Opportunity.objects.filter(title_en="Mitral course").exists()


def test_buttons_take_a_placement_to_the_ledger(scene, clerk):
    placement = scene.ask()
    one = f"/admin/placements/{placement.pk}"

    def press(slug, **data):
        assert clerk.get(f"{one}/{slug}/").status_code == 200
        answer = clerk.post(f"{one}/{slug}/", data)
        assert answer.status_code == 302, answer.content.decode()
        placement.refresh_from_db()
        return placement.state

    assert press("send-to-partner", answer_due="2027-07-30") == P.WITH_PARTNER
    assert press("verify") == P.VERIFIED
    assert press("approve") == P.APPROVED
    assert press("make-ready") == P.READY
    scene.now.pass_(days=60)
    assert press("leave", left_on="2027-09-07") == P.ABROAD
    scene.now.pass_(days=60)
    assert press("come-back", came_back_on="2027-11-01") == P.BACK
    assert press("recognise", reason="Report") == P.RECOGNISED
    assert LedgerEntry.objects.get().days == 56
    shown = clerk.get(f"/admin/placements/inspect/{placement.pk}/").content.decode()
    assert "Airway cases" in shown
    assert clerk.get(f"{one}/cancel/").status_code == 409


def test_a_refused_day_stays_on_the_form(scene, clerk):
    placement = scene.ask()
    answer = clerk.post(f"/admin/placements/{placement.pk}/send-to-partner/", {"answer_due": "2027-01-01"})
    assert answer.status_code == 409
    assert 'value="2027-01-01"' in answer.content.decode()


def test_staff_nominate(scene, clerk):
    answer = clerk.post(
        f"/admin/opportunities/{scene.place.pk}/nominate/",
        {"person": scene.doctor.pk, "project": "p", "expected_result": "r", "first_day": "2027-09-06",
         "last_day": "2027-10-06"},
    )  # fmt: skip
    assert answer.status_code == 302
    assert Placement.objects.get().state == P.NOMINATED


def test_the_place_that_a_visits_hospital_offers_is_there_to_be_recorded(scene, clerk):
    offer = seasons.a_season().offers[0]
    application = offer.application
    type(application).objects.filter(pk=application.pk).update(
        place_offered="yes", place_purpose="research", place_months=4, places=2, place_note="Wet lab",
        place_department="Thorax",
    )  # fmt: skip
    Affiliation.objects.create(application=application, place=1, name="K", sending=True, partner=scene.partner)
    with guarded_write():
        visit = Visit.objects.create(
            offer=offer, application=application, person=application.person, state=VisitState.CONFIRMED,
            first_day=date(2027, 9, 6), last_day=date(2027, 9, 17), participation="observe", changed_at=seasons.MONDAY,
        )  # fmt: skip
    address = f"/admin/visits/{visit.pk}/record-place/"
    assert address in clerk.get(f"/admin/visits/inspect/{visit.pk}/").content.decode()
    shown = clerk.get(address).content.decode()
    for words in ("Wet lab", "Research: Thorax", f'<option value="{scene.partner.pk}" selected>'):
        assert words in shown
    answer = clerk.post(address, {**FORM, "partner": scene.partner.pk})
    place = Opportunity.objects.get(title_en="Mitral course")
    assert answer["Location"] == f"/admin/opportunities/inspect/{place.pk}/"
    assert place.visit == visit


@pytest.mark.parametrize("path", ["/admin/opportunities/", "/admin/placements/"])
def test_no_list_asks_more_for_more_rows(scene, clerk, path):
    def queries():
        with CaptureQueriesContext(connection) as caught:
            assert clerk.get(path).status_code == 200
        return len(caught)

    def add(count):
        for _number in range(count):
            scene.steps(scene.ask(place=scene.a_place()), "decline", by=scene.doctor)

    add(5)
    queries()
    few = queries()
    add(43)
    assert queries() == few
