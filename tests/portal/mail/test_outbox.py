"""The outbox: what is kept, what is secret, who may see it, and what the worker does with it."""

import smtplib
from datetime import timedelta
from email import message_from_bytes
from pathlib import Path

import pytest
from django.conf import settings
from django.core.mail import EmailMessage, mail_admins, send_mail
from django.db import transaction
from django.test import Client

from portal.lifecycle.moving import move
from portal.lifecycle.refusals import NotPossibleNow, Refusal
from portal.mail import rules, sending
from portal.mail.actions import act_on, hold_all_unsent, send_again
from portal.mail.models import MailSecret, OutboxMessage
from portal.mail.outbox import keep
from portal.mail.sending import deliver, deliver_all_due, due, sweep

pytestmark = pytest.mark.django_db


@pytest.fixture
def mail(noon):
    return keep(
        kind="test",
        address="jana@nemocnice.example",
        subject="Your seat",
        text=f"Open {rules.mark('link')} please",
        html=f"<a href='{rules.mark('link')}'>x</a>",
        secrets={"link": "https://portal.example/secret-token"},
        now=noon,
    )


@pytest.fixture
def transport(monkeypatch):
    """A mail server that does what the test says: a list of errors to raise, one an attempt, then takes all."""

    class Server:
        sent, troubles = [], []

    def send(mail):
        if Server.troubles:
            raise Server.troubles.pop(0)
        Server.sent.append(mail.message())
        return 1

    Server.sent, Server.troubles = [], []
    monkeypatch.setattr(sending.EmailMultiAlternatives, "send", send)
    return Server


def test_djangos_backend_is_the_outbox():
    assert settings.EMAIL_BACKEND == "portal.mail.backend.OutboxBackend"
    send_mail("Subject", "A secret word", None, ["a@b.example"])
    message = OutboxMessage.objects.get()
    assert (message.address, message.state) == ("a@b.example", "queued")


def test_a_mail_that_nobody_explained_is_secret_as_a_whole():
    send_mail("Subject", "A secret word", None, ["a@b.example"])
    message = OutboxMessage.objects.get()
    assert message.wholly_secret
    assert "secret word" not in message.text + message.shown_text
    assert message.shown_text == rules.MASK


def test_one_message_for_each_reader():
    EmailMessage("S", "B", None, ["a@b.example"], bcc=["c@d.example"]).send()
    assert sorted(OutboxMessage.objects.values_list("address", flat=True)) == ["a@b.example", "c@d.example"]


def test_mail_to_nobody_writes_nothing():
    mail_admins("S", "B")
    assert not OutboxMessage.objects.exists()


def test_a_secret_is_in_no_kept_text_and_leaves_with_the_mail(mail, now, transport):
    kept = [getattr(mail, field.attname) for field in OutboxMessage._meta.concrete_fields]
    assert "secret-token" not in repr(kept)
    assert deliver(mail.pk, now=now) == "sent"
    (sent,) = transport.sent
    assert "https://portal.example/secret-token" in sent.as_string()
    assert not MailSecret.objects.exists()
    mail.refresh_from_db()
    assert mail.shown_text == f"Open {rules.MASK} please"


def test_the_mail_names_itself_and_asks_for_no_automatic_answer(mail, now, transport):
    deliver(mail.pk, now=now)
    (sent,) = transport.sent
    assert sent["Message-ID"] == mail.message_id
    assert sent["Auto-Submitted"] == "auto-generated"
    assert sent["Reply-To"] == settings.MAIL_REPLY_TO


def test_a_code_of_the_sign_in_is_dots_for_staff(person_with, sign_in):
    person = person_with()
    Client().post("/en/accounts/login/code/", {"email": person.email})
    message = OutboxMessage.objects.get()
    code = MailSecret.objects.get(message=message).value
    client = sign_in(person_with("office"))
    for path in (f"/admin/mails/inspect/{message.pk}/", f"/admin/mails/{message.pk}/html/", "/admin/mails/?export=csv"):
        response = client.get(path)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        assert code not in body.decode()
    assert rules.MASK in client.get(f"/admin/mails/inspect/{message.pk}/").content.decode()


def test_a_code_is_never_sent_again_by_staff(person_with, now):
    Client().post("/en/accounts/login/code/", {"email": person_with().email})
    with pytest.raises(Refusal):
        send_again(message=OutboxMessage.objects.get(), by=person_with("office"), now=now)


def test_the_frame_with_a_mails_html_can_do_nothing(mail, person_with, sign_in):
    response = sign_in(person_with("office")).get(f"/admin/mails/{mail.pk}/html/")
    assert response["Content-Security-Policy"].startswith("sandbox; default-src 'none'")


def test_a_busy_server_is_tried_again_later_and_given_up_at_last(mail, noon, transport):
    at = noon
    for wait in rules.BACK_OFF:
        transport.troubles.append(smtplib.SMTPServerDisconnected("gone"))
        assert deliver(mail.pk, now=lambda at=at: at) == "queued"
        mail.refresh_from_db()
        assert mail.not_before == at + timedelta(seconds=wait)
        assert deliver(mail.pk, now=lambda at=at: at) is None  # not before its time
        at = mail.not_before
    transport.troubles.append(smtplib.SMTPServerDisconnected("gone"))
    assert deliver(mail.pk, now=lambda: at) == "given_up"
    mail.refresh_from_db()
    assert (mail.attempts, mail.problem) == (7, "SMTPServerDisconnected: gone")
    assert not MailSecret.objects.exists()
    assert transport.sent == []


def test_a_mailbox_that_does_not_exist_ends_it_at_once(mail, now, transport):
    transport.troubles.append(smtplib.SMTPRecipientsRefused({mail.address: (550, b"No such user")}))
    assert deliver(mail.pk, now=now) == "given_up"
    mail.refresh_from_db()
    assert mail.problem == "550 No such user"


def test_a_mailbox_that_is_full_for_now_is_tried_again(mail, now, transport):
    transport.troubles.append(smtplib.SMTPRecipientsRefused({mail.address: (452, b"Full")}))
    assert deliver(mail.pk, now=now) == "queued"


def test_a_mail_that_came_back_stands_on_the_worklist_until_it_is_dealt_with(
    mail, now, transport, person_with, sign_in
):
    clerk = person_with("office")
    client = sign_in(clerk)
    deliver(mail.pk, now=now)
    mail.refresh_from_db()
    assert "did not arrive" not in client.get("/admin/").content.decode()
    act_on(message=mail, act="bounce", by=clerk, now=now)
    assert "A mail did not arrive" in client.get("/admin/").content.decode()
    assert client.post(f"/admin/mails/{mail.pk}/settle/", {"reason": "told by phone"}).status_code == 302
    assert "did not arrive" not in client.get("/admin/").content.decode()


def test_a_recalled_mail_never_leaves(mail, now, transport, person_with):
    act_on(message=mail, act="recall", by=person_with("office"), now=now)
    assert deliver(mail.pk, now=now) is None
    assert transport.sent == []


def test_a_sent_mail_is_not_recalled_any_more(mail, now, transport, person_with, sign_in):
    clerk = person_with("office")
    deliver(mail.pk, now=now)
    mail.refresh_from_db()
    with pytest.raises(NotPossibleNow), transaction.atomic():
        move(mail, "recall", by=clerk, at=now())
    assert sign_in(clerk).post(f"/admin/mails/{mail.pk}/recall/").status_code == 409


def test_after_a_restore_nothing_leaves_until_staff_let_it_go(mail, now, transport, person_with):
    assert hold_all_unsent(now=now) == 1
    assert deliver_all_due(now=now) == 0
    mail.refresh_from_db()
    act_on(message=mail, act="let_go", by=person_with("office"), now=now)
    assert deliver_all_due(now=now) == 1
    assert hold_all_unsent(now=now) == 0


def test_what_a_killed_worker_had_taken_goes_back_with_its_name(mail, noon, transport):
    sending.take(mail.pk, noon)
    assert sweep(now=lambda: noon + timedelta(minutes=4)) == 0
    assert sweep(now=lambda: noon + timedelta(minutes=6)) == 1
    assert deliver(mail.pk, now=lambda: noon + timedelta(minutes=6)) == "sent"
    assert transport.sent[0]["Message-ID"] == mail.message_id


def test_a_message_is_taken_once(mail, noon):
    assert sending.take(mail.pk, noon) is not None
    assert sending.take(mail.pk, noon) is None


def test_line_breaks_in_subjects_and_names_are_no_headers(noon, now, transport):
    evil = "Hello\r\nBcc: everybody@evil.example\n\nBody"
    message = keep(
        kind="test", address="a@b.example\r\nBcc: x@evil.example", subject=rules.one_line(evil), text="t",
        sender=f'"{rules.one_line(evil)}" <office@exchange.example>', now=noon,
    )  # fmt: skip
    deliver(message.pk, now=now)
    for sent in transport.sent:
        parsed = message_from_bytes(sent.as_bytes())
        assert parsed["Bcc"] is None
    message.refresh_from_db()
    assert message.state in ("sent", "given_up")


def test_a_subject_with_line_breaks_by_djangos_way_is_one_line():
    send_mail("A\nB: c", "x", None, ["a@b.example"])
    message = OutboxMessage.objects.get()
    assert message.subject == "A B: c"


def test_what_is_due_is_due_in_order(mail, noon):
    later = keep(kind="test", address="b@c.example", subject="s", text="t", now=noon, delay=timedelta(hours=1))
    assert due(now=lambda: noon) == [mail.pk]
    assert due(now=lambda: noon + timedelta(hours=1)) == [mail.pk, later.pk]


def test_the_transport_of_tests_writes_files_and_sends_nothing(mail, now):
    folder = Path(settings.EMAIL_FILE_PATH)
    before = set(folder.glob("*.log")) if folder.exists() else set()
    assert deliver(mail.pk, now=now) == "sent"
    (written,) = set(folder.glob("*.log")) - before
    assert "secret-token" in written.read_text()


@pytest.mark.parametrize("role", ["editor", "publisher"])
def test_editors_see_no_mail(mail, person_with, sign_in, role):
    client = sign_in(person_with(role))
    assert client.get("/admin/mails/").status_code == 403
    assert client.get(f"/admin/mails/inspect/{mail.pk}/").status_code == 404
    assert client.post(f"/admin/mails/{mail.pk}/recall/").status_code == 404
