"""Staff come by an invitation and leave by one switch; roles are given and ended with the record kept."""

import pytest
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.test import Client

from portal.lifecycle.audit import history
from portal.lifecycle.refusals import ReasonMissing, Refusal
from portal.mail.actions import send_again
from portal.mail.models import MailSecret, OutboxMessage
from portal.people.actions import appoint_first_administrator, change_own_data, end_role, give_role, invite_staff, leave
from portal.people.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def director(person_with):
    return person_with("director")


def path_in(message):
    link = MailSecret.objects.get(message=message, mark="link").value
    return link.removeprefix("http://testserver")


def test_an_invitation_gives_the_roles_and_a_link_that_sets_the_password(director, now):
    person = invite_staff(
        email="Min.Zhou@Hospital.example",
        roles=["office"],
        by=director,
        now=now,
        chinese_name="周敏",
        language="zh-hans",
    )
    assert person.role_names == {"office", "reader"}
    mail = OutboxMessage.objects.get(kind="people.invite_staff")
    assert (mail.address, mail.language) == ("min.zhou@hospital.example", "zh-hans")
    assert path_in(mail) not in mail.text + mail.html + mail.subject


def test_joining_by_the_link_signs_in_and_the_link_then_opens_nothing(director, noon):
    from portal.clock.system import system_now

    person = invite_staff(email="a@hospital.example", roles=["office"], by=director, now=system_now)
    path = path_in(OutboxMessage.objects.get())
    client = Client()
    assert client.get(path).status_code == 200
    person.refresh_from_db()
    assert not person.has_usable_password()
    assert client.post(path, {"password": "short"}).status_code == 200
    assert client.post(path, {"password": "a long enough one"})["Location"] == "/en/my/"
    assert client.get("/admin/").status_code == 200
    assert Client().get(path).status_code == 410
    assert [line.action for line in history(person)][:1] == ["portal.user.join"]


def test_an_invitation_is_sent_again_with_a_fresh_link(director, person_with, now):
    invite_staff(email="a@hospital.example", roles=["office"], by=director, now=now)
    first = OutboxMessage.objects.get()
    again = send_again(message=first, by=person_with("office"), now=now)
    assert again.caused_by == first
    assert path_in(again) != path_in(first)


def test_office_staff_do_not_give_roles(person_with, now):
    clerk = person_with("office")
    with pytest.raises(PermissionDenied):
        give_role(person=person_with(), role="director", by=clerk, now=now)


def test_nobody_gives_the_role_of_an_applicant(director, person_with, now):
    with pytest.raises(Refusal):
        give_role(person=person_with(), role="applicant", by=director, now=now)


def test_a_role_is_ended_with_a_reason_and_stays_on_record(director, person_with, now):
    person = person_with("office")
    with pytest.raises(ReasonMissing):
        end_role(person=person, role="office", by=director, now=now, reason=" ")
    end_role(person=person, role="office", by=director, now=now, reason="moved to the ward")
    assert person.role_names == {"reader"}
    assert person.groups.count() == 0
    assert person.role_assignments.get().until == now()
    assert history(person)[0].data["why"] == "moved to the ward"


def test_the_last_administrator_keeps_the_role(person_with, director, now):
    only = person_with("administrator")
    with pytest.raises(Refusal):
        end_role(person=only, role="administrator", by=director, now=now, reason="x")
    with pytest.raises(Refusal):
        leave(person=only, successor=None, by=director, now=now, reason="x")
    only.refresh_from_db()
    assert only.is_active


def test_leaving_ends_roles_sessions_and_sign_in(director, person_with, sign_in, now):
    person, successor = person_with("office", "reviewer"), person_with("office")
    client = sign_in(person)
    assert client.get("/admin/").status_code == 200
    sessions = Session.objects.count()
    leave(person=person, successor=successor, by=director, now=now, reason="retired")
    assert client.get("/admin/").status_code == 302
    assert Session.objects.count() == sessions - 1
    person = User.objects.get(pk=person.pk)
    assert person.role_names == frozenset()
    assert (person.is_active, person.left_at) == (False, now())


def test_nobody_is_their_own_successor(director, person_with, now):
    person = person_with("office")
    with pytest.raises(Refusal):
        leave(person=person, successor=person, by=director, now=now, reason="x")


def test_the_first_administrator_is_appointed_once(now):
    appoint_first_administrator(email="a@b.example", now=now)
    with pytest.raises(Refusal):
        appoint_first_administrator(email="c@d.example", now=now)


def test_the_switch_is_a_button_of_the_office(director, person_with, sign_in):
    person = person_with("office")
    client = sign_in(director)
    page = f"/admin/people/{person.pk}/let-leave/"
    assert client.post(page, {"successor": "", "reason": ""}).status_code == 200
    assert client.post(page, {"successor": director.pk, "reason": "retired"}).status_code == 302
    assert not User.objects.get(pk=person.pk).is_active


def test_inviting_in_the_office_keeps_what_was_typed(director, sign_in):
    client = sign_in(director)
    response = client.post("/admin/people/invite/", {"email": "not an address", "surname": "Zhou", "language": "en"})
    assert response.status_code == 200
    assert 'value="Zhou"' in response.content.decode()
    assert not User.objects.filter(surname="Zhou").exists()


def test_everybody_finds_dvorakova_without_her_accents(person_with, sign_in):
    sought = person_with(surname="Dvořáková", given_names="Jana")
    client = sign_in(person_with("office"))
    for typed in ("dvorakova", "DVOŘÁKOVÁ jana", sought.email):
        assert f"/admin/people/inspect/{sought.pk}/" in client.get("/admin/find/", {"q": typed}).content.decode()


def test_wagtail_writes_to_staff_in_the_language_that_they_chose(person_with, now):
    person = person_with("publisher", language="zh-hans")
    assert person.wagtail_userprofile.preferred_language == "zh-hans"
    person.language = "en"
    change_own_data(person=person, fields=["language"], now=now)
    person.wagtail_userprofile.refresh_from_db()
    assert person.wagtail_userprofile.preferred_language == "en"
