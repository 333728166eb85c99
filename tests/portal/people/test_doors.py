"""Who enters the office, and that Wagtail's own doors to passwords, addresses and roles are shut."""

import pytest
from django.test import Client

from portal.people.models import RoleAssignment, User

pytestmark = pytest.mark.django_db


def test_wagtails_sign_in_leads_to_ours():
    response = Client().get("/admin/login/?next=/admin/mails/")
    assert response["Location"] == "/en/accounts/login/?next=/admin/mails/"


def test_wagtails_sign_in_leads_nowhere_else():
    response = Client().get("/admin/login/?next=https://evil.example/")
    assert response["Location"] == "/en/accounts/login/?next=/admin/"


def test_a_password_posted_to_wagtails_sign_in_opens_nothing(person_with):
    client = Client()
    client.post("/admin/login/", {"username": person_with("office").email, "password": "correct horse battery"})
    assert client.get("/admin/").status_code == 302


@pytest.mark.parametrize("role", ["reviewer", "host", "doctor"])
def test_whoever_need_not_be_there_is_refused(person_with, sign_in, role):
    assert sign_in(person_with(role)).get("/admin/").status_code == 403


@pytest.mark.parametrize("role", ["office", "director", "editor", "publisher", "administrator"])
def test_who_works_there_gets_in(person_with, sign_in, role):
    assert sign_in(person_with(role)).get("/admin/").status_code == 200


def test_nobody_is_ever_a_superuser(person_with):
    for role in ("administrator", "director", "office"):
        assert not person_with(role).is_superuser
    assert not User.objects.filter(is_superuser=True).exists()


@pytest.mark.parametrize(
    "path", ["/admin/users/", "/admin/users/1/", "/admin/users/new/", "/admin/groups/", "/admin/groups/edit/1/"]
)
def test_wagtails_screens_for_users_and_groups_change_nothing(person_with, sign_in, path):
    target = person_with("office")
    before = (target.email, target.password, list(target.groups.values_list("pk", flat=True)))
    client = sign_in(person_with("administrator"))
    data = {"email": "x@y.example", "password1": "new new new 1", "password2": "new new new 1", "groups": [],
            "is_superuser": "on"}  # fmt: skip
    assert client.post(path.replace("1", str(target.pk)), data).status_code == 302
    target.refresh_from_db()
    assert (target.email, target.password, list(target.groups.values_list("pk", flat=True))) == before
    assert not target.is_superuser


def test_wagtails_account_page_changes_neither_address_nor_password(person_with, sign_in):
    person = person_with("editor")
    before = (person.email, person.password, person.surname)
    client = sign_in(person)
    client.post("/admin/account/", {
        "name_email-first_name": "X", "name_email-last_name": "Y", "name_email-email": "x@y.example",
        "password-old_password": "correct horse battery", "password-new_password1": "new new new 1",
        "password-new_password2": "new new new 1", "locale-preferred_language": "en",
        "locale-current_time_zone": "Asia/Shanghai",
    })  # fmt: skip
    person.refresh_from_db()
    assert (person.email, person.password, person.surname) == before


def test_an_anonymous_visitor_is_led_to_the_sign_in():
    assert Client().get("/admin/people/")["Location"] == "/en/accounts/login/?next=/admin/people/"


def test_a_role_that_has_ended_opens_nothing(person_with, sign_in, now):
    person = person_with("office")
    client = sign_in(person)
    assert client.get("/admin/").status_code == 200
    RoleAssignment.objects.filter(person=person).update(until=now())
    assert client.get("/admin/").status_code == 403
