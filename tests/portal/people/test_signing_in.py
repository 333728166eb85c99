"""Making an account and signing in: by password, by a mailed code, by a link that sets a new password."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from harness.people import PASSWORD
from portal.mail.models import MailSecret, OutboxMessage
from portal.people.models import User

pytestmark = pytest.mark.django_db

NEW = {
    "preferred_name": "Jana Dvořáková",
    "email": "jana@nemocnice.example",
    "password1": "a long enough one",
    "time_zone": "Europe/Prague",
}


def code_of(message):
    """The secret of a mail, which stands apart until the mail is sent."""
    return MailSecret.objects.get(message=message, mark="code").value


def last_mail():
    return OutboxMessage.objects.order_by("-pk").first()


def is_signed_in(client):
    return client.get("/en/my/data/").status_code == 200


def sign_up(client, **changes):
    return client.post("/en/accounts/signup/", {**NEW, **changes})


def test_an_account_is_made_by_the_code_from_the_mail():
    client = Client()
    response = sign_up(client)
    assert response["Location"] == "/en/accounts/confirm-email/"
    assert not is_signed_in(client)
    response = client.post("/en/accounts/confirm-email/", {"code": code_of(last_mail())})
    assert response.status_code == 302
    assert is_signed_in(client)
    person = User.objects.get(email=NEW["email"])
    assert (person.time_zone, person.language, person.preferred_name) == ("Europe/Prague", "en", "Jana Dvořáková")
    assert EmailAddress.objects.get(user=person).verified


def test_whoever_signs_up_in_chinese_gets_the_mail_in_chinese_and_keeps_the_language():
    Client().post("/zh-hans/accounts/signup/", NEW)
    assert User.objects.get(email=NEW["email"]).language == "zh-hans"
    assert last_mail().language == "zh-hans"


def test_a_zone_that_is_none_counts_as_not_said():
    sign_up(Client(), time_zone="CST")
    assert User.objects.get(email=NEW["email"]).time_zone == ""


def test_verification_is_mandatory(person_with):
    person = person_with()
    EmailAddress.objects.filter(user=person).update(verified=False)
    client = Client()
    client.post("/en/accounts/login/", {"login": person.email, "password": PASSWORD})
    assert not is_signed_in(client)


def test_signing_in_by_password(person_with):
    person = person_with()
    client = Client()
    response = client.post("/en/accounts/login/", {"login": person.email.upper(), "password": PASSWORD})
    assert response["Location"] == "/en/my/"
    assert is_signed_in(client)


def test_a_wrong_password_signs_nobody_in(person_with):
    client = Client()
    response = client.post("/en/accounts/login/", {"login": person_with().email, "password": "wrong"})
    assert response.status_code == 200
    assert not is_signed_in(client)


def test_signing_in_by_a_mailed_code(person_with):
    person = person_with()
    client = Client()
    client.post("/en/accounts/login/code/", {"email": person.email})
    client.post("/en/accounts/login/code/confirm/", {"code": code_of(last_mail())})
    assert is_signed_in(client)


def test_three_wrong_codes_end_the_try(person_with):
    person = person_with()
    client = Client()
    client.post("/en/accounts/login/code/", {"email": person.email})
    right = code_of(last_mail())
    for _try in range(3):
        client.post("/en/accounts/login/code/confirm/", {"code": "WRONG1"})
    client.post("/en/accounts/login/code/confirm/", {"code": right})
    assert not is_signed_in(client)


def test_a_code_works_once(person_with):
    person = person_with()
    client = Client()
    client.post("/en/accounts/login/code/", {"email": person.email})
    code = code_of(last_mail())
    client.post("/en/accounts/login/code/confirm/", {"code": code})
    other = Client()
    other.post("/en/accounts/login/code/", {"email": person.email})
    other.post("/en/accounts/login/code/confirm/", {"code": code})
    assert not is_signed_in(other)


def test_a_new_password_by_the_link_from_the_mail(person_with):
    person = person_with()
    client = Client()
    client.post("/en/accounts/password/reset/", {"email": person.email})
    link = MailSecret.objects.get(message=last_mail(), mark="password_reset_url").value
    path = re.sub(r"^https?://[^/]+", "", link)
    form = client.get(path, follow=True)
    assert form.status_code == 200
    client.post(form.redirect_chain[-1][0], {"password1": "another long one", "password2": "another long one"})
    person.refresh_from_db()
    assert person.check_password("another long one")
    assert "This link opens nothing" in Client().get(path, follow=True).content.decode()


def answers(path, known, unknown, field="email", **data):
    """What two visitors get to read, one with a known address and one with an unknown one, made comparable."""
    texts = []
    for address in (known, unknown):
        client = Client()
        response = client.post(path, {**data, field: address}, follow=True)
        text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", response.content.decode())
        texts.append((response.status_code, response.redirect_chain, text.replace(address, "ADDRESS")))
    return texts


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/en/accounts/signup/", {key: value for key, value in NEW.items() if key != "email"}),
        ("/en/accounts/login/code/", {}),
        ("/en/accounts/password/reset/", {}),
    ],
)
def test_nobody_learns_who_has_an_account(person_with, path, data):
    known, unknown = answers(path, person_with().email, "nobody@elsewhere.example", **data)
    assert known == unknown


def test_a_wrong_password_says_the_same_for_known_and_unknown(person_with):
    known, unknown = answers(
        "/en/accounts/login/", person_with().email, "nobody@elsewhere.example", field="login", password="wrong"
    )
    assert known == unknown


def test_a_second_sign_up_changes_nothing_and_tells_the_owner(person_with):
    person = person_with()
    sign_up(Client(), email=person.email)
    assert User.objects.filter(email=person.email).count() == 1
    person.refresh_from_db()
    assert person.check_password(PASSWORD)
    assert (last_mail().kind, last_mail().address) == ("account.account_already_exists", person.email)


def test_too_many_wrong_passwords_are_stopped(person_with):
    person = person_with()
    client = Client()
    for _try in range(5):
        client.post("/en/accounts/login/", {"login": person.email, "password": "wrong"})
    client.post("/en/accounts/login/", {"login": person.email, "password": PASSWORD})
    assert not is_signed_in(client)


def test_too_many_codes_for_one_address_are_stopped(person_with):
    person = person_with()
    statuses = [Client().post("/en/accounts/login/code/", {"email": person.email}).status_code for _ in range(5)]
    assert OutboxMessage.objects.count() == 3
    assert statuses[3:] != [302, 302]


def test_whoever_left_does_not_sign_in(person_with):
    person = person_with(is_active=False)
    client = Client()
    client.post("/en/accounts/login/", {"login": person.email, "password": PASSWORD})
    assert not is_signed_in(client)


def test_my_data_changes_by_oneself_are_recorded(person_with, sign_in):
    from portal.lifecycle.audit import history

    person = person_with()
    data = {"preferred_name": "Eva N.", "given_names": "Eva", "surname": "Nová", "chinese_name": "",
            "language": "zh-hans", "time_zone": "Europe/Brussels"}  # fmt: skip
    response = sign_in(person).post("/en/my/data/", data)
    assert response["Location"] == "/zh-hans/my/data/"
    person.refresh_from_db()
    assert (person.preferred_name, person.time_zone, person.language) == ("Eva N.", "Europe/Brussels", "zh-hans")
    assert history(person)[0].action == "portal.user.change"
