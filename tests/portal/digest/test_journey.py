"""The way of a reader who has no account: from the news to the form, the mail's link, the digest, and out again."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from newsreaders import at

from portal.access.models import SignedLink
from portal.digest.models import Subscriber
from portal.digest.queries import timing
from portal.digest.rules import WEEK, hour_after
from portal.mail.models import MailSecret, OutboxMessage
from portal.pages.models import NewsIndexPage, Topic
from portal.pages.open_forms import stamp

ADDRESS = "Ruth.Adler@klinik-am-see.example"
KEPT = ADDRESS.lower()


@pytest.fixture
def browser(site):
    """One that asks for the token of each form, as the site does of everybody."""
    return Client(enforce_csrf_checks=True)


def address_of(name, code="en", *args):
    with translation.override(code):
        return reverse(name, args=args)


def token_on(page):
    return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.content.decode())[1]


def filled(code="en", topics=None, waited=8, **more):
    """The form as somebody sends it who looked at it for a while."""
    topics = Topic.objects.all() if topics is None else topics
    return {
        "email": ADDRESS,
        "language": code,
        "topics": [str(topic.pk) for topic in topics],
        "stamp": stamp(timezone.now() - timedelta(seconds=waited)),
        "trap": "",
        **more,
    }


def send(browser, path, data):
    return browser.post(path, {**data, "csrfmiddlewaretoken": token_on(browser.get(path))})


def path_in(mail, mark):
    """What the link in a mail opens on this site."""
    return MailSecret.objects.get(message=mail, mark=mark).value.removeprefix("http://testserver")


def next_hour():
    return hour_after(timezone.now(), timing())


@pytest.mark.parametrize("code", ["en", "zh-hans"])
def test_the_news_and_every_foot_lead_to_the_form_and_hold_none_themselves(browser, put_on, code):
    put_on(code)
    form = address_of("digest_subscribe", code)
    for path in (NewsIndexPage.objects.get(locale__language_code=code).url, f"/{code}/"):
        html = browser.get(path).content.decode()
        assert f'href="{form}"' in html
        assert f'href="{address_of("contact", code)}"' in html
        assert "csrfmiddlewaretoken" not in html
        assert 'method="post"' not in html
    news = browser.get(NewsIndexPage.objects.get(locale__language_code=code).url).content.decode()
    assert news.count(f'href="{form}"') == 2, "in the text, and in the foot"
    assert browser.get(form).status_code == 200


@pytest.mark.both
def test_from_the_form_to_the_first_digest_and_out_by_one_click(browser, put_on, run_at, leaves):
    assert send(browser, address_of("digest_subscribe"), filled()).url == address_of("digest_asked")
    question = OutboxMessage.objects.get()
    assert (question.kind, question.address) == ("digest.confirm", KEPT)

    # Opening the link says nothing yet: programs that look at mails open them all.
    confirm = path_in(question, "link")
    opened = browser.get(confirm)
    assert KEPT in opened.content.decode()
    assert Subscriber.objects.get().state == "unconfirmed"
    answer = browser.post(confirm, {"csrfmiddlewaretoken": token_on(opened)})
    assert Subscriber.objects.get().state == "confirmed"
    chosen = browser.get(answer.url)
    assert "Your address is confirmed." in chosen.content.decode()
    assert browser.get(confirm).status_code == 410, "the link works once"

    put_on(instant=timezone.now())
    hour = next_hour()
    assert run_at(hour) == 1
    mail = OutboxMessage.objects.get(kind="digest.issue")
    leave = path_in(mail, "leave")
    left_the_house = leaves(mail, hour)
    assert left_the_house["List-Unsubscribe"].strip() == f"<http://testserver{leave}>"
    assert left_the_house["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    body = left_the_house.get_body(("plain",)).get_content()
    assert f"http://testserver{leave}" in body
    assert "Story 001" in body

    # The mailbox's own key: a POST with no cookie, no token and no page before it.
    mailbox = Client(enforce_csrf_checks=True)
    assert mailbox.get(leave).status_code == 200
    assert Subscriber.objects.get().state == "confirmed", "looking changes nothing"
    done = mailbox.post(leave, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded")
    assert done.status_code == 200
    assert not done.cookies
    assert Subscriber.objects.get().state == "unsubscribed"
    assert mailbox.post(leave).status_code == 200, "once more changes nothing"

    put_on(instant=hour + timedelta(hours=1))
    assert run_at(hour + WEEK) == 0
    assert OutboxMessage.objects.filter(kind="digest.issue").count() == 1


def test_a_reader_without_script_leaves_by_the_page_behind_the_link(browser, reader, put_on, run_at):
    reader(KEPT, instant=timezone.now())
    put_on(instant=timezone.now())
    run_at(next_hour())
    leave = path_in(OutboxMessage.objects.get(kind="digest.issue"), "leave")
    page = browser.get(leave).content.decode()
    assert '<form method="post">' in page
    assert KEPT not in page, "whoever was sent the mail on does not read the whole address"
    assert "You are unsubscribed" in browser.post(leave, {"List-Unsubscribe": "One-Click"}).content.decode()


def test_head_and_get_of_every_link_change_nothing(browser, reader, asks, put_on, run_at):
    asks("new@clinic.example", instant=timezone.now())
    reader(KEPT, instant=timezone.now())
    put_on(instant=timezone.now())
    run_at(next_hour())
    before = list(Subscriber.objects.values()), list(SignedLink.objects.values())
    # The question that was answered leads nowhere any more.
    mailed = MailSecret.objects.exclude(message__kind="digest.confirm", message__address=KEPT)
    paths = [value.removeprefix("http://testserver") for value in mailed.values_list("value", flat=True)]
    assert len(paths) == 3
    for path in paths:
        for method in (browser.get, browser.head):
            assert method(path).status_code == 200
    assert (list(Subscriber.objects.values()), list(SignedLink.objects.values())) == before


def test_the_form_says_the_same_whether_an_address_is_known_or_not(browser, reader):
    reader(KEPT, instant=timezone.now() - timedelta(hours=1))
    answers = [
        send(browser, address_of("digest_subscribe"), filled(email=email)) for email in (ADDRESS, "new@clinic.example")
    ]
    assert [(answer.status_code, answer.url) for answer in answers] == [(302, address_of("digest_asked"))] * 2
    kinds = OutboxMessage.objects.order_by("pk").values_list("kind", "address")
    assert list(kinds)[1:] == [("digest.already", KEPT), ("digest.confirm", "new@clinic.example")]


def test_a_form_sent_twice_is_one_mail(browser):
    data = filled()
    for _times in range(2):
        assert send(browser, address_of("digest_subscribe"), data).status_code == 302
    assert OutboxMessage.objects.count() == 1


def test_a_stranger_cannot_have_mails_sent_to_an_address_without_end(browser):
    for topics in (None, *([topic] for topic in Topic.objects.all())):
        assert send(browser, address_of("digest_subscribe"), filled(topics=topics)).status_code == 302
    assert OutboxMessage.objects.count() == 3


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"trap": "http://spam.example"}, "A field that nobody sees was filled in"),
        ({"waited": 1}, "This was sent within three seconds"),
        ({"waited": 25 * 3600}, "The form was open for longer than a day"),
        ({"stamp": "forged"}, "The form was open for longer than a day"),
        ({"email": "ruth.adler@klinik"}, "Enter a valid email address"),
        ({"topics": []}, "Tick at least one topic."),
    ],
)
def test_what_is_wrong_is_said_keeps_what_was_typed_and_passes_once_it_is_mended(browser, change, words):
    forum = Topic.objects.get(slug="forum")
    path = address_of("digest_subscribe")
    answer = send(browser, path, filled("zh-hans", **{"topics": [forum], **change}))
    html = answer.content.decode()
    assert words in html
    assert not OutboxMessage.objects.exists()
    assert f'value="{change.get("email", ADDRESS)}"' in html
    form = answer.context["form"]
    assert form["language"].value() == "zh-hans"
    if "topics" not in change:
        assert form["topics"].value() == [str(forum.pk)]
    mended = {"email": ADDRESS, "language": "zh-hans", "topics": [forum.pk], "trap": form["trap"].value() or ""}
    again = stamp(timezone.now() - timedelta(seconds=8)) if "waited" in change else form["stamp"].value()
    if "stamp" in change:
        again = stamp(timezone.now() - timedelta(seconds=8))
    assert send(browser, path, {**mended, "stamp": again}).status_code == 302
    assert OutboxMessage.objects.get().address == KEPT


def test_one_place_that_asks_too_often_is_told_and_keeps_what_it_typed(browser):
    path = address_of("digest_subscribe")
    for number in range(20):
        assert send(browser, path, filled(email=f"reader{number}@clinic.example")).status_code == 302
    answer = send(browser, path, filled())
    assert answer.status_code == 429
    assert f'value="{ADDRESS}"' in answer.content.decode()
    assert OutboxMessage.objects.count() == 20


def test_choices_are_changed_by_the_link_of_any_mail(browser, reader, put_on, run_at):
    reader(KEPT, instant=timezone.now())
    put_on(instant=timezone.now())
    run_at(next_hour())
    path = path_in(OutboxMessage.objects.get(kind="digest.issue"), "choices")
    forum = Topic.objects.get(slug="forum")
    assert send(browser, path, {"language": "zh-hans", "topics": [forum.pk]}).status_code == 302
    subscriber = Subscriber.objects.get()
    assert (subscriber.language, subscriber.all_topics, list(subscriber.topics.all())) == ("zh-hans", False, [forum])


def test_every_topic_ticked_is_all_topics(browser):
    send(browser, address_of("digest_subscribe"), filled())
    assert Subscriber.objects.get().all_topics


@pytest.mark.parametrize("name", ["digest_confirm", "digest_choices", "digest_unsubscribe"])
def test_a_link_that_is_none_says_so_and_changes_nothing(browser, reader, name):
    reader(KEPT, instant=timezone.now())
    for method in (browser.get, Client().post):
        answer = method(address_of(name, "en", "forged"))
        assert answer.status_code == 410
        assert "This link opens nothing" in answer.content.decode()
    assert Subscriber.objects.get().state == "confirmed"


def test_pages_of_links_are_kept_by_nobody(browser, reader, put_on, run_at):
    reader(KEPT, instant=timezone.now())
    put_on(instant=timezone.now())
    run_at(next_hour())
    mail = OutboxMessage.objects.get(kind="digest.issue")
    for path in (path_in(mail, "choices"), path_in(mail, "leave"), address_of("digest_subscribe")):
        assert "no-store" in browser.get(path)["Cache-Control"]


def test_the_link_of_an_erased_address_opens_nothing(browser, reader, put_on, run_at, person_with):
    from portal.digest.actions.keeping import erase

    subscriber = reader(KEPT, instant=timezone.now())
    put_on(instant=timezone.now())
    run_at(next_hour())
    leave = path_in(OutboxMessage.objects.get(kind="digest.issue"), "leave")
    erase(subscriber=subscriber, by=person_with("office"), now=at(timezone.now()), reason="Asked by phone.")
    assert browser.post(leave).status_code == 410
