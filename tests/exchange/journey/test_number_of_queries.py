"""Pages of the public, of experts and of reviewers ask the database as often for fifty rows as for five.

(Lists of the office, the forum's pages, the news, hosts, doctors and feeds are counted beside their own tests.)
"""

from datetime import datetime, timedelta
from itertools import count

import pytest
import seasons
from applying import give_file
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from exchange.applications.models import DateWindow
from exchange.applications.states import ApplicationState
from exchange.cycles.models import CallPage, Criterion, ProgrammePage
from exchange.cycles.states import CycleState
from exchange.review.actions.assigning import assign
from exchange.review.models import ReviewAssignment
from exchange.visits.models import ItineraryItem, Visit
from exchange.visits.states import VisitState
from portal.access.roles import Role
from portal.lifecycle.models import guarded_write
from portal.pages.founding import found_site
from portal.people.models import RoleAssignment

pytestmark = pytest.mark.django_db
FEW, MANY = 5, 50
numbers = count(1)


def asked(client, address):
    """(number of queries, length of the page)"""
    client.get(address)  # what is kept for all pages after the first is not counted
    with CaptureQueriesContext(connection) as caught:
        answer = client.get(address)
    assert answer.status_code == 200
    return len(caught), len(answer.content)


def signed_in(person):
    client = Client()
    if person is not None:
        client.force_login(person)
    return client


def my_applications():
    person = seasons.person()

    def add():
        cycle = seasons.a_cycle(CycleState.OPEN, year=2030 + next(numbers), firm=1, reserve=0)
        seasons.an_application(cycle, ApplicationState.SUBMITTED, by=person)

    return person, "/en/my/applications/", add


def what_was_sent():
    person = seasons.person()
    application = seasons.an_application(seasons.a_cycle(CycleState.OPEN), ApplicationState.SUBMITTED, by=person)

    def add():
        give_file(application, "registration", person, name=f"paper {next(numbers)}.pdf")

    return person, f"/en/my/applications/{application.pk}/sent/", add


def my_visit():
    season = seasons.a_season(firm=1, reserve=0, held=0, list_=0)
    offer = seasons.an_offer(season.cycle, 1, state="accepted")
    person = offer.application.person
    with guarded_write():
        visit = Visit.objects.create(
            offer=offer, application=offer.application, person=person, state=VisitState.CONFIRMED,
            first_day=season.cycle.visit_from, last_day=season.cycle.visit_to, changed_at=seasons.MONDAY,
        )  # fmt: skip
    DateWindow.objects.create(
        application=offer.application, place=1, first_day=visit.first_day, last_day=visit.last_day
    )

    def add():
        number = next(numbers)
        starts = datetime(2027, 9, 1, 1, tzinfo=seasons.MONDAY.tzinfo) + timedelta(hours=2 * number)
        with guarded_write():
            item = ItineraryItem.objects.create(
                visit=visit, state="confirmed", kind="theatre", title_en=f"Case {number}", starts_at=starts,
                ends_at=starts + timedelta(hours=1), uid=f"item-{number}", changed_at=seasons.MONDAY,
            )  # fmt: skip
        item.people.add(seasons.person(), seasons.person())

    return person, f"/en/my/visit/{offer.application_id}/", add


def my_data():
    person = seasons.person()
    roles = iter(Role)

    def add():
        if (role := next(roles, None)) is not None:
            RoleAssignment.objects.create(person=person, role=role, since=seasons.MONDAY)

    return person, "/en/my/data/", add


def a_review():
    cycle = seasons.a_cycle(CycleState.REVIEWING, officer=seasons.officer(), reviews_wanted=1)
    seasons.criteria(cycle)
    reviewer = seasons.person(Role.REVIEWER)
    row = seasons.an_application(cycle, ApplicationState.SCREENED)
    assign(cycle=cycle, applications=[row.pk], people=[reviewer], by=cycle.officer, now=seasons.Clock())

    def add():
        order = 10 + next(numbers)
        Criterion.objects.create(cycle=cycle, order=order, label_en=f"C {order}", label_zh=f"标准{order}", weight=1)

    return reviewer, f"/en/review/{ReviewAssignment.objects.get().pk}/", add


def a_programme():
    """The page of a programme, and calls below it, each of a cycle of its own."""
    home = found_site(seasons.Clock())["en"]
    programme = home.add_child(instance=ProgrammePage(title="Visiting plan", slug="plan"))

    def add():
        year = 2030 + next(numbers)
        cycle = seasons.a_cycle(CycleState.OPEN, year=year, firm=1, reserve=0, officer=seasons.officer())
        programme.add_child(instance=CallPage(title=f"Call {year}", slug=f"call-{year}", cycle=cycle))

    return None, programme.url, add


PAGES = [my_applications, what_was_sent, my_visit, my_data, a_review, a_programme]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_as_many_queries_for_fifty_rows_as_for_five(page):
    person, address, add = page()
    client = signed_in(person)
    answers = []
    for more in (FEW, MANY - FEW):
        for _number in range(more):
            add()
        answers.append(asked(client, address))
    (few, short), (many, long) = answers
    assert long > short, "the page does not show the rows"
    assert many == few
