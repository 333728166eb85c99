"""What is kept of a reader, for how long, and what is left when it goes: nothing."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from newsreaders import ADDRESS, FRIDAY, MONDAY, at, link_of

from portal.digest.actions.keeping import erase, erase_lapsed, forget_old
from portal.digest.actions.subscribing import KEEP, unsubscribe
from portal.digest.models import Subscriber
from portal.lifecycle.refusals import ReasonMissing
from portal.mail.models import OutboxMessage

DAY = timedelta(days=1)


def everywhere(text):
    """Tables in which a text stands."""
    found = []
    for model in apps.get_models():
        for row in model._base_manager.values_list():
            if text in repr(row):
                found.append(model._meta.label)
                break
    return found


def test_an_address_that_nobody_confirmed_goes_after_a_week(asks):
    asks()
    assert everywhere(ADDRESS)
    assert erase_lapsed(now=at(MONDAY + 7 * DAY)) == 0
    assert erase_lapsed(now=at(MONDAY + 7 * DAY + timedelta(seconds=1))) == 1
    assert everywhere(ADDRESS) == []


def test_who_left_is_forgotten_after_a_month_and_who_stays_is_not(reader, put_on, run_at):
    reader("stays@clinic.example")
    subscriber = reader()
    put_on()
    run_at(FRIDAY)
    unsubscribe(link=link_of(subscriber, KEEP, FRIDAY), now=at(FRIDAY))
    assert erase_lapsed(now=at(FRIDAY + 30 * DAY)) == 0
    assert erase_lapsed(now=at(FRIDAY + 31 * DAY)) == 1
    assert everywhere(ADDRESS) == []
    assert erase_lapsed(now=at(FRIDAY + 4000 * DAY)) == 0
    assert Subscriber.objects.get().address == "stays@clinic.example"


def test_who_left_and_asks_again_has_a_week_to_say_yes(reader, asks):
    unsubscribe(link=link_of(reader(), KEEP, MONDAY), now=at(MONDAY))
    asks(instant=MONDAY + 29 * DAY)
    assert erase_lapsed(now=at(MONDAY + 31 * DAY)) == 0
    assert erase_lapsed(now=at(MONDAY + 37 * DAY)) == 1


def test_old_digests_go_and_what_waits_stays(reader, put_on, run_at, leaves):
    reader()
    put_on()
    run_at(FRIDAY)
    assert forget_old(now=at(FRIDAY + 91 * DAY)) == 0, "it has not left"
    leaves(OutboxMessage.objects.get(kind="digest.issue"), FRIDAY)
    assert forget_old(now=at(FRIDAY + 91 * DAY)) == 1


def test_staff_erase_at_the_owners_wish_with_a_reason(reader, put_on, run_at, person_with):
    clerk = person_with("office")
    subscriber = reader()
    put_on()
    run_at(FRIDAY)
    with pytest.raises(ReasonMissing):
        erase(subscriber=subscriber, by=clerk, now=at(FRIDAY), reason=" ")
    with pytest.raises(Http404):
        erase(subscriber=subscriber, by=person_with("editor"), now=at(FRIDAY), reason="Because.")
    erase(subscriber=subscriber, by=clerk, now=at(FRIDAY), reason="Asked by phone.")
    assert everywhere(ADDRESS) == []


def test_the_office_reads_its_lists(reader, put_on, run_at, person_with, sign_in):
    subscriber = reader()
    put_on()
    run_at(FRIDAY)
    office, editor = sign_in(person_with("office")), sign_in(person_with("editor"))
    for path in ("/admin/subscribers/", f"/admin/subscribers/inspect/{subscriber.pk}/", "/admin/digests/"):
        assert office.get(path).status_code == 200
        assert ADDRESS not in editor.get(path).content.decode()
    html = office.get("/admin/subscribers/").content.decode()
    assert ADDRESS in html
    assert "1 reader gets the news by e-mail." in html
    assert ADDRESS in office.get("/admin/subscribers/?topic=1").content.decode()


def test_the_offices_list_asks_no_more_for_more_readers(reader, person_with, sign_in):
    client = sign_in(person_with("office"))
    counted = []
    for number in (3, 15):
        for one in range(number):
            reader(f"r{number}-{one}@clinic.example", "en", "forum")
        client.get("/admin/subscribers/")
        with CaptureQueriesContext(connection) as found:
            client.get("/admin/subscribers/")
        counted.append(len(found))
    assert counted[0] == counted[1]
