"""The office's calendar: a month or a list, filters kept in the address, each entry with the way to its record."""

from datetime import date

import pytest
import seasons
from django.db import connection
from django.test.utils import CaptureQueriesContext

from exchange.visits.models import Visit
from exchange.visits.states import VisitState
from portal.calendars.month import LOOKS
from portal.calendars.sources import sources
from portal.clock.models import SpecialDay
from portal.clock.rules import SHANGHAI
from portal.clock.system import system_now
from portal.lifecycle.models import guarded_write

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(person_with, sign_in):
    return sign_in(person_with("office"))


@pytest.fixture
def season():
    return seasons.a_season()


def a_visit(season, number=0, **fields):
    offer = season.offers[number]
    days = {"first_day": date(2027, 9, 6), "last_day": date(2027, 9, 17), **fields}
    with guarded_write():
        return Visit.objects.create(
            offer=offer, application=offer.application, person=offer.application.person, state=VisitState.CONFIRMED,
            participation="observe", changed_at=seasons.MONDAY, **days,
        )  # fmt: skip


def read(client, **query):
    answer = client.get("/admin/calendar/", query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_month_shows_a_holiday_and_a_visit_that_leads_to_its_page(office, season):
    SpecialDay.objects.create(day=date(2027, 9, 15), kind="holiday", name_en="Mid-Autumn", name_zh="中秋节")
    visit = a_visit(season)
    page = read(office, month="2027-09")
    assert "September 2027" in page
    assert page.count("Mid-Autumn") >= 1
    link = f"/admin/calendar/visit/visit-{visit.pk}@exchange/"
    assert link in page
    assert office.get(link)["Location"] == f"/admin/visits/inspect/{visit.pk}/"
    assert office.get("/admin/calendar/nothing/visit-1@exchange/").status_code == 404


def test_a_deadline_of_a_call_stands_in_its_month_in_the_deadlines_look(office, season):
    closes = season.cycle.closes_at
    page = read(office, month=f"{closes:%Y-%m}")
    assert LOOKS["deadline"] in page
    assert 'class="it deadline"' in page


def test_the_list_names_each_entry_once_by_day(office, season):
    a_visit(season)
    page = read(office, month="2027-09", view="list")
    assert page.count("Visit: ") == 1
    assert 'datetime="2027-09-06"' in page
    assert "Nothing stands in this month" in read(office, month="2019-02", view="list")


def test_filters_and_view_stay_while_one_leafs_through(office, season):
    a_visit(season)
    assert {"visits", "holidays"} <= set(sources())
    page = read(office, month="2027-09", view="list", show=["visits"])
    for month in ("2027-08", "2027-10"):
        assert f"view=list&amp;show=visits&amp;month={month}" in page
    assert "view=month&amp;show=visits&amp;month=2027-09" in page
    SpecialDay.objects.create(day=date(2027, 9, 15), kind="holiday", name_en="Mid-Autumn", name_zh="中秋节")
    assert "Mid-Autumn" not in read(office, month="2027-09", view="list", show=["visits"])


def this_month():
    return f"{system_now().astimezone(SHANGHAI):%Y-%m}"


@pytest.mark.parametrize("month", ["", "2027", "2027-13", "x-y", "0-0", "99999-01", "2027-03-01"])
def test_a_month_that_is_none_is_this_month(office, month):
    assert f'name="month" value="{this_month()}"' in read(office, month=month)


def test_only_staff_read_it(person_with, sign_in):
    assert sign_in(person_with("director")).get("/admin/calendar/").status_code == 200
    assert sign_in(person_with("editor")).get("/admin/calendar/").status_code == 403


def test_more_entries_ask_no_more(office, season):
    def queries(view):
        with CaptureQueriesContext(connection) as caught:
            read(office, month="2027-09", view=view)
        return len(caught)

    for view in ("month", "list"):
        queries(view)
    a_visit(season)
    few = [queries("month"), queries("list")]
    a_visit(season, 1, first_day=date(2027, 9, 8))
    for day in range(1, 29):
        SpecialDay.objects.create(day=date(2027, 9, day), kind="holiday", name_en="x", name_zh="x")
    assert [queries("month"), queries("list")] == few
