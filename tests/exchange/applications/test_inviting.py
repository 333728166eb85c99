"""Invitations to apply, and applications that the office enters for somebody."""

from datetime import timedelta

import pytest
from applying import DURING, at, everything, give_file, reread

from exchange.applications.actions.entering import ask_to_confirm, confirm, enter
from exchange.applications.actions.inviting import expire_what_is_over, invite, send_again
from exchange.applications.actions.submitting import Incomplete
from exchange.applications.models import Application, InvitationToApply
from portal.lifecycle.refusals import Refusal
from portal.mail.models import MailSecret, OutboxMessage


def link_in(kind):
    """The path of the newest mail's secret link."""
    secret = MailSecret.objects.filter(message__kind=f"applications.{kind}", mark="link").latest("pk")
    return secret.value.removeprefix("http://testserver")


@pytest.fixture
def invitation(cycle, officer):
    return invite(
        cycle=cycle, email="Ana@Thorax.example", by=officer, now=at(DURING), language="zh-hans", surname="Kovač",
        given_names="Ana", words="We met in Ljubljana.",
    )  # fmt: skip


def test_the_mail_is_in_the_persons_language_and_keeps_the_link_secret(invitation):
    mail = OutboxMessage.objects.get(kind="applications.invited")
    assert (mail.address, mail.language) == ("ana@thorax.example", "zh-hans")
    assert link_in("invited").startswith("/zh-hans/apply/invited/")
    assert link_in("invited") not in mail.text + mail.html
    assert "We met in Ljubljana." in mail.text


def test_opening_the_link_shows_as_opened_and_beginning_as_started(invitation, client, clock):
    page = link_in("invited")
    assert client.get(page).status_code == 200
    invitation.refresh_from_db()
    assert invitation.state == "opened"
    answer = client.post(page, {"answer": "begin"})
    assert answer.url == "/zh-hans/apply/VE-2027/you/"
    invitation.refresh_from_db()
    assert (invitation.state, Application.objects.get().invitation) == ("started", invitation)
    assert client.get(answer.url).status_code == 200


def test_declining_with_a_word(invitation, client, clock):
    client.post(link_in("invited"), {"answer": "decline", "reason": "Not this year."})
    invitation.refresh_from_db()
    assert (invitation.state, invitation.decline_reason) == ("declined", "Not this year.")


def test_sending_again_gives_a_fresh_link_and_renews_a_declined_one(invitation, officer, client, clock):
    first = link_in("invited")
    client.post(first, {"answer": "decline"})
    invitation.refresh_from_db()
    send_again(invitation=invitation, by=officer, now=at(DURING + timedelta(days=1)))
    invitation.refresh_from_db()
    assert invitation.state == "sent"
    assert link_in("invited") != first


def test_nobody_is_invited_twice_to_one_call(invitation, cycle, officer):
    with pytest.raises(Refusal) as refused:
        invite(cycle=cycle, email="ana@thorax.example", by=officer, now=at(DURING), surname="Kovač")
    assert refused.value.field == "email"


def test_invitations_that_nobody_took_up_expire_with_the_call(invitation, cycle):
    assert expire_what_is_over(now=at(cycle.closes_at)) == 0
    assert expire_what_is_over(now=at(cycle.closes_at + timedelta(minutes=1))) == 1
    assert InvitationToApply.objects.get().state == "expired"


def test_a_link_of_another_purpose_opens_nothing(invitation, client, clock):
    assert client.get("/en/apply/invited/nonsense/").status_code == 410
    token = link_in("invited").rstrip("/").rpartition("/")[2]
    assert client.get(f"/en/apply/confirm/{token}/").status_code == 410


@pytest.fixture
def entered(cycle, officer, lists):
    return enter(cycle=cycle, email="piet@thorax.example", by=officer, now=at(DURING), surname="van der Berg")


def test_an_entered_one_counts_once_the_person_confirms(entered, officer, answer, client, clock):
    with pytest.raises(Incomplete):
        ask_to_confirm(application=entered, by=officer, now=at(DURING), wrong=())
    entered = answer(entered, officer, **everything(surname="van der Berg", given_names="Piet"))
    for kind in ("cv", "registration"):
        give_file(entered, kind, officer, name=f"{kind}.pdf")
    ask_to_confirm(application=entered, by=officer, now=at(DURING), wrong=())
    page = link_in("confirm_entered")
    shown = client.get(page)
    assert "van der Berg" in shown.content.decode()
    assert reread(entered).state == "draft"
    client.post(page, {"answer": "confirm"})
    entered = reread(entered)
    assert (entered.state, entered.number, entered.entered_by) == ("submitted", "VE-2027-001", officer)
    assert client.post(page, {"answer": "confirm"}).status_code == 200
    assert OutboxMessage.objects.filter(kind="applications.received").count() == 1


def test_confirming_after_the_deadline_is_refused(entered, officer, answer, cycle):
    entered = answer(entered, officer, **everything())
    for kind in ("cv", "registration"):
        give_file(entered, kind, officer, name=f"{kind}.pdf")
    with pytest.raises(Refusal):
        confirm(application=entered, now=at(cycle.closes_at + timedelta(minutes=1)), wrong=())


def test_nothing_is_entered_for_somebody_who_has_one(submitted, cycle, officer):
    with pytest.raises(Refusal):
        enter(cycle=cycle, email="JANA@thorax.example", by=officer, now=at(DURING + timedelta(days=1)))
