"""Whether a person's name stands on the public pages: said by them, kept with its words, taken back at any time."""

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404

from portal.lifecycle.audit import history
from portal.lifecycle.refusals import Refusal
from portal.people.models import NameConsent, User
from portal.people.naming import allow_name, named, standing_consent, withdraw_name

pytestmark = pytest.mark.django_db
ADDRESS = "/en/my/data/name/"


@pytest.fixture
def guest(person_with):
    return person_with()


def names_that_stand():
    return set(User.objects.annotate(named=named("pk")).filter(named=True))


def test_nobody_is_named_who_said_nothing(guest):
    assert names_that_stand() == set()
    assert standing_consent(guest) is None


def test_a_person_agrees_in_their_language_and_takes_it_back(guest, sign_in):
    client = sign_in(guest)
    assert client.post("/zh-hans/my/data/name/", {"answer": "yes"}).status_code == 302
    consent = standing_consent(guest)
    assert (consent.language, consent.given_by) == ("zh-hans", guest)
    assert consent.words
    assert names_that_stand() == {guest}
    assert consent.words in client.get("/en/my/data/").content.decode()
    client.post(ADDRESS, {"answer": "no"})
    assert names_that_stand() == set()
    consent.refresh_from_db()
    assert consent.withdrawn_at > consent.given_at
    assert [row.action for row in history(guest)] == ["portal.user.withdraw_name", "portal.user.allow_name"]


def test_agreeing_twice_keeps_the_first_word(guest, now):
    first = allow_name(person=guest, by=guest, now=now)
    assert allow_name(person=guest, by=guest, now=now) == first
    assert NameConsent.objects.count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        NameConsent.objects.create(person=guest, words="x", language="en", given_at=now())


def test_taking_back_what_was_never_given_records_nothing(guest, now):
    assert withdraw_name(person=guest, by=guest, now=now) is False
    assert not history(guest).exists()


def test_nobody_speaks_for_another_but_the_office_with_a_letter(guest, person_with, now):
    stranger, clerk = person_with("reviewer"), person_with("office")
    for act in (allow_name, withdraw_name):
        with pytest.raises(Http404):
            act(person=guest, by=stranger, now=now)
    with pytest.raises(Refusal, match="letter"):
        allow_name(person=guest, by=clerk, now=now, kept_at=" ")
    consent = allow_name(person=guest, by=clerk, now=now, kept_at="Folder 12")
    assert (consent.given_by, consent.kept_at) == (clerk, "Folder 12")


def test_the_office_records_and_ends_it_on_the_persons_page(guest, person_with, sign_in):
    clerk = sign_in(person_with("office"))
    inspect, allow, withdraw = (f"/admin/people/{part}" for part in (
        f"inspect/{guest.pk}/", f"{guest.pk}/allow-name/", f"{guest.pk}/withdraw-name/",
    ))  # fmt: skip
    shown = clerk.get(inspect).content.decode()
    assert allow in shown
    assert withdraw not in shown
    assert clerk.post(allow, {"kept_at": ""}).status_code == 200
    assert names_that_stand() == set()
    assert clerk.post(allow, {"kept_at": "Mail of 3 May"}).status_code == 302
    shown = clerk.get(inspect).content.decode()
    assert "Mail of 3 May" in shown
    assert withdraw in shown
    assert clerk.post(withdraw, {"reason": "They asked by telephone"}).status_code == 302
    assert names_that_stand() == set()


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)", ""])
def test_the_answer_leads_to_no_other_site(guest, sign_in, back):
    assert sign_in(guest).post(ADDRESS, {"answer": "yes", "back": back})["Location"] == "/en/my/data/"


def test_the_answer_leads_back_to_the_page_that_asked(guest, sign_in):
    assert sign_in(guest).post(ADDRESS, {"answer": "yes", "back": "/en/my/visit/"})["Location"] == "/en/my/visit/"
    assert sign_in(guest).get(ADDRESS).status_code == 405
