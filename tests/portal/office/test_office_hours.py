"""The office hours are data of the site: who keeps them, and what cannot be said."""

from datetime import time

import pytest

from portal.clock.models import OfficeHours

pytestmark = pytest.mark.django_db
PAGE = "/admin/settings/portal/officehours/"


def page_for(client):
    return client.get(PAGE, follow=True)


@pytest.mark.parametrize("role", ["office", "director", "administrator"])
def test_they_are_changed_in_the_office(role, person_with, sign_in):
    client = sign_in(person_with(role))
    page = page_for(client)
    assert page.status_code == 200
    address = page.redirect_chain[-1][0]
    assert client.post(address, {"opens": "08:30", "closes": "17:30"}).status_code == 302
    assert OfficeHours.load().closes == time(17, 30)


def test_a_day_that_ends_before_it_begins_is_refused(person_with, sign_in):
    client = sign_in(person_with("director", language="en"))
    address = page_for(client).redirect_chain[-1][0]
    answer = client.post(address, {"opens": "18:00", "closes": "09:00"})
    assert "The office closes before it opens." in answer.content.decode()
    assert OfficeHours.load().closes == time(18)


@pytest.mark.parametrize("role", ["editor", "publisher"])
def test_writers_do_not_keep_them(role, person_with, sign_in):
    client = sign_in(person_with(role))
    assert page_for(client).request["PATH_INFO"] == "/admin/"
