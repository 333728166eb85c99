"""Feeds: an address that cannot be guessed, that its owner alone is shown, and that opens what they may read now."""

from datetime import date

import icalendar
import pytest
import seasons
import vobject
from django.db import connection
from django.test.utils import CaptureQueriesContext

from exchange.visits.models import Visit
from exchange.visits.states import VisitState
from portal.calendars.actions import feeds_of
from portal.calendars.models import CalendarFeed
from portal.clock.models import SpecialDay
from portal.lifecycle.models import guarded_write
from portal.people.models import RoleAssignment

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit():
    season = seasons.a_season()
    offer = season.offers[0]
    with guarded_write():
        return Visit.objects.create(
            offer=offer, application=offer.application, person=offer.application.person, state=VisitState.CONFIRMED,
            first_day=date(2027, 9, 6), last_day=date(2027, 9, 17), participation="observe", changed_at=seasons.MONDAY,
        )  # fmt: skip


def feed_of(person, kind):
    return {found.name: row for found, row in feeds_of(person=person, now=seasons.Clock())}[kind]


def address(feed):
    return f"/calendars/feeds/{feed.token}.ics"


def test_an_address_cannot_be_guessed(visit, client):
    feed = feed_of(visit.person, "my-visit")
    assert len(feed.token) >= 32
    assert client.get(f"/calendars/feeds/{feed.pk}.ics").status_code == 404
    assert client.get(f"/calendars/feeds/{feed.token[:-1]}.ics").status_code == 404
    assert client.get(f"/calendars/feeds/{feed.token.swapcase()}.ics").status_code == 404


def test_a_stay_is_read_back_as_dates_by_two_libraries(visit, client):
    body = client.get(address(feed_of(visit.person, "my-visit"))).content
    (event,) = icalendar.Calendar.from_ical(body).walk("VEVENT")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2027, 9, 6), date(2027, 9, 18))
    assert event["DTSTART"].params["VALUE"] == "DATE"
    other = vobject.readOne(body.decode()).vevent
    assert (other.dtstart.value, other.dtend.value) == (date(2027, 9, 6), date(2027, 9, 18))
    assert other.uid.value == f"visit-{visit.pk}@exchange"
    assert other.status.value == "CONFIRMED"


def test_what_is_unchanged_is_answered_304_and_kept_by_nobody_between(visit, client):
    feed = feed_of(visit.person, "my-visit")
    first = client.get(address(feed))
    assert first["Content-Type"] == "text/calendar; charset=utf-8"
    assert first["Cache-Control"] == "private, no-cache"
    assert (first["Referrer-Policy"], first["X-Robots-Tag"]) == ("no-referrer", "noindex")
    again = client.get(address(feed), headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    Visit.objects.filter(pk=visit.pk).update(last_day=date(2027, 9, 18), sequence=1)
    changed = client.get(address(feed), headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]


def test_what_was_cancelled_stays_in_as_cancelled(visit, client):
    feed = feed_of(visit.person, "my-visit")
    with guarded_write():
        Visit.objects.filter(pk=visit.pk).update(state=VisitState.CANCELLED, sequence=2)
    (event,) = icalendar.Calendar.from_ical(client.get(address(feed)).content).walk("VEVENT")
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 2)


def test_a_renewed_address_replaces_the_old_one(visit, sign_in, client):
    feed = feed_of(visit.person, "my-visit")
    old = address(feed)
    answer = sign_in(visit.person).post(f"/en/my/calendars/{feed.pk}/renew/")
    assert (answer.status_code, answer["Location"]) == (302, "/en/my/calendars/")
    feed.refresh_from_db()
    assert client.get(old).status_code == 404
    assert client.get(address(feed)).status_code == 200


def test_nobody_renews_or_reads_the_address_of_somebody_else(visit, person_with, sign_in):
    feed = feed_of(visit.person, "my-visit")
    for role in ("office", "director", "host"):
        other = sign_in(person_with(role))
        assert other.post(f"/en/my/calendars/{feed.pk}/renew/").status_code == 404
        assert feed.token not in other.get("/en/my/calendars/").content.decode()
    assert CalendarFeed.objects.get(pk=feed.pk).token == feed.token


def test_a_feed_is_empty_and_valid_once_the_role_has_ended(person_with, client):
    clerk = person_with("office")
    SpecialDay.objects.create(day=date.today(), kind="holiday", name_en="A day off", name_zh="休息日")  # noqa: DTZ011
    feed = feed_of(clerk, "office")
    assert b"A day off" in client.get(address(feed)).content
    RoleAssignment.objects.filter(person=clerk).update(until=seasons.MONDAY)
    body = client.get(address(feed)).content
    assert icalendar.Calendar.from_ical(body).walk("VEVENT") == []
    assert vobject.readOne(body.decode()).name == "VCALENDAR"


def test_my_calendars_shows_one_own_address_a_kind(visit, sign_in, person_with):
    page = sign_in(visit.person).get("/en/my/calendars/").content.decode()
    assert f"http://testserver{address(feed_of(visit.person, 'my-visit'))}" in page
    assert "My visit to Shanghai" in page
    assert CalendarFeed.objects.filter(person=visit.person).count() == 1
    nothing = sign_in(person_with()).get("/en/my/calendars/").content.decode()
    assert "No calendar is yours yet" in nothing


def test_reading_a_feed_asks_no_more_for_more_entries(person_with, client):
    feed = feed_of(person_with("office"), "office")

    def queries():
        with CaptureQueriesContext(connection) as caught:
            assert client.get(address(feed)).status_code == 200
        return len(caught)

    client.get(address(feed))
    few = queries()
    for month in range(1, 13):
        SpecialDay.objects.create(day=date(2027, month, 1), kind="holiday", name_en="x", name_zh="x")
    assert queries() == few
