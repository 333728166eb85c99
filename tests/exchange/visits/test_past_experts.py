"""The page of past experts: who agreed stands there by name, the others as a number, and a name leaves when it is taken back."""

from datetime import date

import pytest
import seasons
from django.db import connection
from django.test.utils import CaptureQueriesContext

from exchange.applications.models import Affiliation
from exchange.cycles.models import ProgrammePage
from exchange.cycles.states import Programme
from exchange.partners.models import Partner, PartnersPage
from exchange.visits.models import PastExpertsPage, Visit
from exchange.visits.states import VisitState
from portal.lifecycle.models import guarded_write
from portal.pages.founding import found_site
from portal.people.naming import allow_name, withdraw_name

pytestmark = pytest.mark.django_db
ADDRESS = "/en/plan/past-experts/"
NAMES = {"surname": "Dvořáková", "given_names": "Jana", "preferred_name": "Jana Dvořáková"}


@pytest.fixture
def plan(db):
    homes = found_site(seasons.Clock())
    plan = homes["en"].add_child(instance=ProgrammePage(title="Visiting plan", slug="plan"))
    plan.add_child(instance=PastExpertsPage(title="Past experts", slug="past-experts"))
    return plan


def came(year=2027, state=VisitState.COMPLETED, programme=Programme.VISITING_EXPERT, arrived=None, **names):
    """Somebody's visit in September of a year."""
    cycle = seasons.Cycle.objects.filter(programme=programme, year=year).first() or seasons.a_cycle(
        programme=programme, year=year, firm=60, reserve=0
    )
    number = cycle.seats.exclude(offers__isnull=False).order_by("number").first().number
    offer = seasons.an_offer(cycle, number, state="fulfilled", application=seasons.an_application(
        cycle, "hosted", by=seasons.person(**names)
    ))  # fmt: skip
    application = offer.application
    Affiliation.objects.create(
        application=application, place=1, name="Fakultní nemocnice", city="Brno", country="CZ", sending=True
    )
    with guarded_write():
        return Visit.objects.create(
            offer=offer, application=application, person=application.person, state=state, participation="lecture",
            first_day=date(year, 9, 6), last_day=date(year, 9, 17), arrived_on=arrived, changed_at=seasons.MONDAY,
        )  # fmt: skip


def agree(visit):
    allow_name(person=visit.person, by=visit.person, now=seasons.Clock())


def read(client, address=ADDRESS):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_before_anybody_came_it_says_so(client, plan):
    assert "Nobody has been here yet" in read(client)


def test_a_name_stands_when_agreed_to_and_leaves_when_taken_back(client, plan):
    visit = came(**NAMES)
    page = read(client)
    assert "Dvořáková" not in page
    assert "Fakultní nemocnice" not in page
    assert "One expert, who is not named here." in page
    agree(visit)
    page = read(client)
    for words in ("Jana Dvořáková", "Fakultní nemocnice", "Brno", "6–17 September 2027", "lecture"):
        assert words in page
    assert "not named" not in page
    withdraw_name(person=visit.person, by=visit.person, now=seasons.Clock())
    page = read(client)
    assert "Dvořáková" not in page
    assert "One expert, who is not named here." in page


def test_years_stand_apart_with_those_who_are_not_named_counted(client, plan):
    agree(came(2027, **NAMES))
    came(2027)
    came(2027)
    came(2026)
    # Planned for September, came in January: one year more on the page, and it stands once.
    came(2026, arrived=date(2027, 1, 4))
    page = read(client)
    assert page.index('id="y2027"') < page.index('id="y2026"')
    assert page.count('id="y2027"') == page.count('id="y2026"') == 1
    assert "And 3 more, who are not named here." in page
    assert "One expert, who is not named here." in page


@pytest.mark.parametrize(
    "fields",
    [
        {"state": VisitState.PLANNING}, {"state": VisitState.CONFIRMED}, {"state": VisitState.IN_PROGRESS},
        {"state": VisitState.CANCELLED}, {"state": VisitState.NO_SHOW}, {"programme": Programme.TRAINING},
    ],
    ids=str,
)  # fmt: skip
def test_only_experts_whose_visit_is_over_stand_there(client, plan, fields):
    agree(came(**NAMES, **fields))
    assert "Dvořáková" not in read(client)


def test_the_hospital_of_a_partner_leads_to_its_page(client, plan):
    visit = came(**NAMES)
    agree(visit)
    partner = Partner.objects.create(
        name="Nemocnice", name_language="cs", slug="nemocnice", country="CZ", city_en="Brno", city_zh="布尔诺",
        time_zone="Europe/Prague", published=True,
    )  # fmt: skip
    Affiliation.objects.filter(application=visit.application).update(partner=partner)
    link = 'href="/en/partner-hospitals/nemocnice/"'
    assert link not in read(client)
    plan.get_parent().specific.add_child(instance=PartnersPage(title="Partners", slug="partner-hospitals"))
    assert link in read(client)
    assert "Jana Dvořáková" in read(client, "/en/partner-hospitals/nemocnice/")
    withdraw_name(person=visit.person, by=visit.person, now=seasons.Clock())
    page = read(client, "/en/partner-hospitals/nemocnice/")
    assert "Dvořáková" not in page
    assert "One person, who is not named here." in page


def test_the_person_is_asked_on_their_own_pages(client, plan, sign_in):
    visit = came(**NAMES)
    for address in (f"/en/my/visit/{visit.application_id}/", "/en/my/data/"):
        page = read(sign_in(visit.person), address)
        assert "Until you agree" in page
        assert "Visit to Shanghai, 6–17 September 2027" in page
    client = sign_in(visit.person)
    back = f"/en/my/visit/{visit.application_id}/"
    assert client.post("/en/my/data/name/", {"answer": "yes", "back": back})["Location"] == back
    assert "Take my name off" in read(client, back)


def test_who_trains_is_not_asked(plan, sign_in):
    visit = came(programme=Programme.TRAINING)
    assert "Until you agree" not in read(sign_in(visit.person), f"/en/my/visit/{visit.application_id}/")


def test_the_page_of_the_plan_leads_there(client, plan):
    assert f'href="{ADDRESS}"' in read(client, "/en/plan/")


def test_fifty_experts_ask_as_much_as_five(client, plan):
    def asked():
        read(client)
        with CaptureQueriesContext(connection) as caught:
            page = read(client)
        return len(caught), page.count('class="person"')

    def add(count):
        for _number in range(count):
            agree(came())

    add(5)
    few = asked()
    add(45)
    many = asked()
    assert (few[1], many[1]) == (5, 50)
    assert many[0] == few[0]
