"""Readers write to the office: the form, what it refuses and how, and the mail that comes of it."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from harness.html_reading import html_findings
from harness.language import english_in
from portal.contact.actions import KEPT, forget_old
from portal.mail.models import OutboxMessage
from portal.mail.sending import deliver
from portal.pages.models import ContentPage
from portal.pages.open_forms import stamp

WRITE = "/en/contact/write/"
TYPED = {
    "name": "Zoë Kowalczyk",
    "email": "z.kowalczyk@szpital.example",
    "subject": "forum",
    "message": "Is there a place for a poster?\n\n<b>Two</b> of us would come & speak.",
}


@pytest.fixture
def browser(site):
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def site(db):
    from portal.pages.founding import found_site

    return found_site(timezone.now)


def waited(seconds=20):
    return {"trap": "", "stamp": stamp(timezone.now() - timedelta(seconds=seconds))}


def send(browser, data, path=WRITE):
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', browser.get(path).content.decode())[1]
    return browser.post(path, {**data, "csrfmiddlewaretoken": token})


@pytest.mark.both
def test_a_message_reaches_the_office_which_answers_its_writer(browser):
    answer = send(browser, {**TYPED, **waited()})
    assert (answer.status_code, answer.url) == (302, "/en/contact/sent/")
    assert "Your message is with us" in browser.get(answer.url).content.decode()
    mail = OutboxMessage.objects.get()
    assert (mail.kind, mail.address, mail.reply_to) == (
        "contact.message", settings.MAIL_REPLY_TO, "z.kowalczyk@szpital.example",
    )  # fmt: skip
    assert mail.subject == "Contact form: The forum (Zoë Kowalczyk)"
    assert TYPED["message"] in mail.text
    assert deliver(mail.pk, now=timezone.now) == "sent"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"trap": "http://spam.example"}, "A field that nobody sees was filled in"),
        (waited(1), "This was sent within three seconds"),
        (waited(25 * 3600), "The form was open for longer than a day"),
        ({"stamp": ""}, "The form was open for longer than a day"),
        ({"email": "z.kowalczyk"}, "Enter a valid email address"),
        ({"subject": ""}, "“Subject” is not filled in yet."),
        ({"subject": "nonsense"}, "Select a valid choice"),
        ({"message": "x" * 4001}, "at most 4000 characters"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(browser, change, words):
    if "stamp" in change and change["stamp"]:  # made when the test was collected
        change = waited(1) if "three" in words else waited(25 * 3600)
    answer = send(browser, {**TYPED, **waited(), **change})
    assert answer.status_code == 200
    html = answer.content.decode()
    assert words in html
    assert "problem" in re.search("<title>(.*?)</title>", html)[1]
    assert not OutboxMessage.objects.exists()
    form = answer.context["form"]
    for name, value in {**TYPED, **change}.items():
        if name not in ("trap", "stamp"):
            assert form[name].value() == value
    # The form that came back is good: what was caught by mistake passes at the second try.
    assert not form["trap"].value()
    held = form["stamp"].value()
    later = held if change.get("stamp") is None else stamp(timezone.now() - timedelta(seconds=8))
    assert send(browser, {**TYPED, "trap": form["trap"].value() or "", "stamp": later}).status_code == 302
    assert OutboxMessage.objects.count() == 1


def test_a_form_that_is_sent_twice_is_one_message(browser):
    data = {**TYPED, **waited()}
    assert [send(browser, data).url for _times in range(2)] == ["/en/contact/sent/"] * 2
    assert OutboxMessage.objects.count() == 1
    send(browser, {**data, "message": "One more thing."})
    assert OutboxMessage.objects.count() == 2


def test_a_sender_who_writes_without_end_is_told_and_keeps_the_text(browser):
    for number in range(5):
        assert send(browser, {**TYPED, **waited(), "message": f"Message {number}"}).status_code == 302
    answer = send(browser, {**TYPED, **waited()})
    assert answer.status_code == 429
    assert "You wrote to us several times today" in answer.content.decode()
    assert answer.context["form"]["message"].value() == TYPED["message"]
    assert OutboxMessage.objects.count() == 5


def test_a_place_that_writes_without_end_is_told_whatever_addresses_it_gives(browser):
    for number in range(8):
        assert send(browser, {**TYPED, **waited(), "email": f"r{number}@clinic.example"}).status_code == 302
    answer = send(browser, {**TYPED, **waited()})
    assert answer.status_code == 429
    assert "Many messages came from your connection" in answer.content.decode()
    assert answer.context["form"]["message"].value() == TYPED["message"]


def test_what_was_refused_for_its_number_may_be_sent_when_the_time_is_over(browser):
    from portal.access.models import Tally

    for number in range(5):
        send(browser, {**TYPED, **waited(), "message": f"Message {number}"})
    assert send(browser, {**TYPED, **waited()}).status_code == 429
    Tally.objects.update(began_at=timezone.now() - timedelta(days=2))
    assert send(browser, {**TYPED, **waited()}).status_code == 302
    assert OutboxMessage.objects.filter(text__contains="a place for a poster").count() == 1


def test_a_post_without_the_forms_token_is_refused(browser):
    assert browser.post(WRITE, {**TYPED, **waited()}).status_code == 403
    assert not OutboxMessage.objects.exists()


def test_what_people_type_is_no_header_and_no_markup(browser):
    evil = "Mallory\r\nBcc: all@evil.example"
    send(browser, {**TYPED, **waited(), "name": evil, "message": "<script>alert(1)</script> {{ settings.SECRET_KEY }}"})
    mail = OutboxMessage.objects.get()
    assert "\n" not in mail.subject
    assert "<script" not in mail.html
    assert "{{ settings.SECRET_KEY }}" in mail.text
    assert html_findings(mail.html) == []
    refused = send(browser, {**TYPED, **waited(), "email": "a@b.example\r\nBcc: all@evil.example"})
    assert refused.status_code == 200
    assert OutboxMessage.objects.count() == 1


@pytest.mark.parametrize(("code", "name"), [("en", "Zoe"), ("zh-hans", "顾敏")])
def test_the_mail_is_wholly_in_the_language_of_the_page(browser, code, name):
    words = "Poster." if code == "en" else "请问如何投稿？"
    path = f"/{code}/contact/write/"
    assert send(browser, {**TYPED, **waited(), "name": name, "message": words}, path).status_code == 302
    mail = OutboxMessage.objects.get()
    html = re.sub(r"<(style|title)[^>]*>.*?</\1>|<[^>]+>", "\n", mail.html, flags=re.DOTALL)
    for form in (mail.subject, mail.text, html):
        wrong = re.findall(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]", form) if code == "en" else english_in(form)
        assert not wrong, form


@pytest.mark.parametrize("code", ["en", "zh-hans"])
def test_the_page_that_says_how_to_reach_the_office_leads_to_the_form(browser, code):
    page = ContentPage.objects.get(slug="contact", locale__language_code=code)
    html = browser.get(page.url).content.decode()
    assert html.count(f'href="/{code}/contact/write/"') == 2, "in the text, and in the foot"
    assert "csrfmiddlewaretoken" not in html


def test_messages_go_after_half_a_year(browser):
    send(browser, {**TYPED, **waited()})
    deliver(OutboxMessage.objects.get().pk, now=timezone.now)
    written = OutboxMessage.objects.get().created_at
    assert forget_old(now=lambda: written + KEPT) == 0
    assert forget_old(now=lambda: written + KEPT + timedelta(seconds=1)) == 1
