"""The exchange in figures on the first page: they come from the ledger and from visits, and nothing is shown of nothing."""

import re
from datetime import date

import pytest
import seasons
from django.db import connection
from django.test.utils import CaptureQueriesContext

from exchange.applications.models import Affiliation
from exchange.cycles.states import CycleState, Programme
from exchange.partners.actions import reverse
from exchange.partners.models import Direction, LedgerEntry, Partner
from exchange.partners.parts import book_stay
from exchange.partners.rules import figures
from exchange.visits.models import Visit
from exchange.visits.states import VisitState
from portal.lifecycle.models import guarded_write
from portal.pages.founding import found_site
from portal.people.naming import withdraw_name

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def homes(db):
    return found_site(seasons.Clock())


def partner(number=1, country="DE"):
    return Partner.objects.create(
        name=f"Klinikum {number}", slug=f"klinikum-{number}", country=country, city_en="Freiburg", city_zh="弗莱堡",
        time_zone="Europe/Berlin",
    )  # fmt: skip


def book(with_, direction, source, first=date(2026, 12, 20), last=date(2027, 1, 10)):
    return book_stay(
        partner=with_, direction=direction, source=source, first_day=first, last_day=last, by=None, at=seasons.MONDAY
    )


def visit(
    programme=Programme.VISITING_EXPERT,
    state=VisitState.COMPLETED,
    year=2027,
    hospital="Fakultní nemocnice",
    country="CZ",
):
    cycle = seasons.a_cycle(programme=programme, year=year, firm=1, reserve=0)
    offer = seasons.an_offer(cycle, 1, state="fulfilled")
    Affiliation.objects.create(application=offer.application, place=1, name=hospital, country=country, sending=True)
    with guarded_write():
        return Visit.objects.create(
            offer=offer, application=offer.application, person=offer.application.person, state=state,
            first_day=date(year, 9, 6), last_day=date(year, 9, 17), participation="observe", changed_at=seasons.MONDAY,
        )  # fmt: skip


def read(client):
    return client.get("/en/").content.decode()


def shown(client):
    """(experts, hospitals, countries, doctors), or None where the figures are not shown."""
    listed = re.search(r'<dl class="figures">(.*?)</dl>', read(client), re.DOTALL)
    return tuple(map(int, re.findall(r"<dd>(\d+)</dd>", listed.group(1)))) if listed else None


def test_as_long_as_nobody_travelled_there_are_no_figures(client):
    assert shown(client) is None
    partner()
    visit(state=VisitState.CONFIRMED)
    assert shown(client) is None


def test_figures_count_persons_hospitals_and_countries(client):
    german, other, greek = partner(1), partner(2), partner(3, "GR")
    book(german, Direction.IN, "before:1")
    book(other, Direction.OUT, "placement:1")
    book(greek, Direction.OUT, "placement:2")
    assert shown(client) == (1, 3, 2, 2)
    page = read(client)
    assert "experts received" not in page
    assert "expert received" in page


def test_a_stay_over_new_year_counts_its_person_once(client):
    book(partner(), Direction.OUT, "placement:1")
    assert shown(client) == (0, 1, 1, 1)
    rows = re.findall(r'<th scope="row">(\d{4})</th>', read(client))
    assert rows == ["2027", "2026"]
    assert re.search(r">0<br><span class=\"note\">10 days<", read(client))


def test_what_was_taken_back_counts_as_nothing(client):
    for entry in book(partner(), Direction.IN, "visit:999"):
        reverse(entry=entry, by=seasons.officer(), now=seasons.Clock(), reason="Wrong partner")
    book(partner(2, "GR"), Direction.OUT, "placement:1")
    assert shown(client) == (0, 1, 1, 1)


def test_an_expert_whose_hospital_is_no_partner_counts_too_and_once(client):
    guest = visit()
    assert shown(client) == (1, 1, 1, 0)
    # Now a partner, and booked: the ledger stands for the visit.
    book(partner(1, "CZ"), Direction.IN, f"visit:{guest.pk}")
    assert shown(client) == (1, 1, 1, 0)


def test_training_is_not_the_exchange(client):
    trainee = visit(Programme.TRAINING)
    assert shown(client) is None
    book(partner(), Direction.IN, f"visit:{trainee.pk}")
    book(partner(2), Direction.IN, f"visit:{trainee.pk}:2", date(2028, 1, 1), date(2028, 1, 2))
    assert shown(client) is None


def test_the_sums_are_those_of_their_years():
    lines = [
        (2026, "in", 1, 12, "a", "DE"), (2026, "out", 1, 60, "a", "DE"), (2027, "out", 0, 30, "a", "DE"),
        (2027, "in", 1, 5, "b", "CZ"), (2027, "in", -1, -5, "b", "CZ"), (2027, "in", 1, 8, "c", ""),
    ]  # fmt: skip
    found = figures(lines)
    assert (found["came"], found["went"], found["hospitals"], found["countries"]) == (2, 1, 2, 1)
    assert found["years"] == [(2027, (0, 30), (1, 8)), (2026, (1, 60), (1, 12))]
    assert figures([])["since"] is None


def test_a_name_on_the_years_loop_goes_with_the_consent(client, scene):
    scene.abroad(scene.ask(public_name=True))
    name = scene.doctor.named("en")
    from portal.pages.home_panels import opening

    labels = [one.label for one in opening("en", 2027)["out"]]
    assert labels == [name]
    withdraw_name(person=scene.doctor, by=scene.doctor, now=scene.now)
    assert [one.label for one in opening("en", 2027)["out"]] == ["Freiburg"]


def test_the_next_call_is_announced_before_it_opens_and_the_open_one_shown(client):
    from datetime import UTC, datetime, timedelta

    now = datetime.now(UTC)
    assert 'id="call"' not in read(client)
    seasons.a_cycle(
        CycleState.OPEN, year=2031, opens_at=now + timedelta(days=20), closes_at=now + timedelta(days=80),
        stop_promotion_at=now + timedelta(days=120),
    )  # fmt: skip
    assert "Applications open soon" in read(client)
    seasons.a_cycle(
        CycleState.OPEN, year=2030, opens_at=now - timedelta(days=20), closes_at=now + timedelta(days=30),
        stop_promotion_at=now + timedelta(days=120),
    )  # fmt: skip
    assert "Applications are open" in read(client)


def test_fifty_stays_ask_as_much_as_five(client):
    def asked():
        read(client)
        with CaptureQueriesContext(connection) as caught:
            read(client)
        return len(caught)

    def add(numbers):
        for number in numbers:
            book(partner(number), Direction.OUT, f"placement:{number}")
            visit(year=2030 + number, hospital=f"Hospital {number}")

    add(range(5))
    few = asked()
    add(range(5, 50))
    assert LedgerEntry.objects.count() == 100
    assert asked() == few
