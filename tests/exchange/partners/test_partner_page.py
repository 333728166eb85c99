"""A partner's page in the office: both directions, booked beside expected, and an entry that is taken back."""

from datetime import date

import pytest
import seasons
from django.db import connection
from django.test.utils import CaptureQueriesContext

from exchange.applications.models import Affiliation
from exchange.partners.models import Direction, LedgerEntry
from exchange.partners.queries import ledger_of
from exchange.visits.models import Visit
from exchange.visits.states import VisitState
from portal.lifecycle.models import guarded_write
from portal.lifecycle.refusals import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(person_with, sign_in):
    return sign_in(person_with("office"))


def test_a_stay_is_booked_once(scene):
    scene.book()
    with pytest.raises(Refusal, match="already"):
        scene.book()
    assert LedgerEntry.objects.count() == 2


def test_the_page_shows_both_directions_by_year(scene, clerk):
    scene.book()
    scene.book("visit:1", Direction.IN)
    shown = clerk.get(f"/admin/partners/inspect/{scene.partner.pk}/").content.decode()
    assert shown.count("1 person · 22 days") == 2
    assert "0 persons · 10 days" in shown
    assert "1 person · 12 days" in shown


def test_what_is_expected_stands_beside_and_leaves_with_the_state(scene):
    offer = seasons.a_season().offers[0]
    Affiliation.objects.create(application=offer.application, place=1, name="K", sending=True, partner=scene.partner)
    with guarded_write():
        visit = Visit.objects.create(
            offer=offer, application=offer.application, person=offer.application.person, state=VisitState.PLANNING,
            first_day=date(2027, 9, 6), last_day=date(2027, 9, 17), participation="observe", changed_at=seasons.MONDAY,
        )  # fmt: skip
    found = ledger_of(scene.partner)
    assert (found["expected"]["in"], found["booked"]["in"]) == ((1, 12), (0, 0))
    with guarded_write():
        Visit.objects.filter(pk=visit.pk).update(state=VisitState.CANCELLED)
    assert ledger_of(scene.partner)["expected"]["in"] == (0, 0)


def test_an_entry_is_reversed_once_with_a_reason(scene, clerk):
    entry = scene.book()
    address = f"/admin/ledger/{entry.pk}/reverse/"
    assert address in clerk.get(f"/admin/partners/inspect/{scene.partner.pk}/").content.decode()
    assert clerk.post(address, {"reason": ""}).status_code == 200
    assert LedgerEntry.objects.count() == 2
    assert clerk.post(address, {"reason": "Booked with the wrong partner"}).status_code == 302
    opposite = entry.reversed_by
    assert (opposite.persons, opposite.days, opposite.year) == (-1, -12, 2027)
    assert clerk.post(address, {"reason": "again"}).status_code == 403
    assert clerk.post(f"/admin/ledger/{opposite.pk}/reverse/", {"reason": "again"}).status_code == 403
    assert ledger_of(scene.partner)["booked"]["out"] == (0, 10)


def test_only_staff_see_the_ledger(scene, person_with, sign_in):
    entry = scene.book()
    for role in ("editor", "administrator"):
        client = sign_in(person_with(role))
        assert client.get("/admin/ledger/").status_code == 403
        assert client.get(f"/admin/ledger/inspect/{entry.pk}/").status_code == 404
        assert client.post(f"/admin/ledger/{entry.pk}/reverse/", {"reason": "x"}).status_code == 404


@pytest.mark.parametrize("page", ["/admin/ledger/", "/admin/partners/inspect/{pk}/"])
def test_more_lines_ask_no_more(scene, clerk, page):
    def queries():
        with CaptureQueriesContext(connection) as caught:
            assert clerk.get(page.format(pk=scene.partner.pk)).status_code == 200
        return len(caught)

    def add(numbers):
        for number in numbers:
            scene.book(f"placement:{number}")

    add(range(5))
    queries()
    few = queries()
    add(range(5, 50))
    assert queries() == few
