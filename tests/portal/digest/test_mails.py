"""The mails: each wholly in its reader's language, in both forms, and what people typed stays words."""

import re

import pytest
from newsreaders import ADDRESS, FRIDAY, MONDAY

from harness.html_reading import html_findings
from harness.language import english_in
from portal.mail.models import OutboxMessage
from portal.mail.rules import without_secrets

CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
TAG = re.compile(r"<(style|title)[^>]*>.*?</\1>|<[^>]+>", re.DOTALL)
HOUSE = ("Sino-Euro Forum on Thoracic Disease",)


@pytest.fixture
def mails(asks, reader, put_on, run_at):
    """mails(code): one of every kind that the digest writes, by kind."""

    def write(code):
        reader(ADDRESS, code, "forum", "research")
        asks(ADDRESS, code)
        for _story in range(3):
            put_on(code)
        run_at(FRIDAY)
        return {mail.kind: mail for mail in OutboxMessage.objects.filter(language=code)}

    return write


@pytest.mark.parametrize("code", ["en", "zh-hans"])
def test_each_mail_is_wholly_in_its_language(mails, code):
    found = mails(code)
    assert set(found) == {"digest.confirm", "digest.already", "digest.issue"}
    for kind, mail in found.items():
        assert f'lang="{"en" if code == "en" else "zh-Hans"}"' in mail.html
        for form in (mail.subject, mail.text, TAG.sub("\n", mail.html)):
            words = without_secrets(form)
            assert words.strip()
            wrong = CHINESE.findall(words) if code == "en" else english_in(words)
            assert not wrong, (kind, words)
            assert code == "en" or CHINESE.search(words)


@pytest.mark.parametrize("code", ["en", "zh-hans"])
def test_both_forms_of_a_digest_tell_the_same_and_lead_to_the_same(mails, code):
    mail = mails(code)["digest.issue"]
    assert html_findings(mail.html) == []
    for form in (mail.text, mail.html):
        assert form.count("/story-") == 3
        assert form.count("⟦leave⟧") == 1
        assert form.count("⟦choices⟧") == 1
    for link in re.findall(r'href="([^"]+)"', mail.html):
        assert link.startswith(("http://testserver/", "⟦"))
    assert "<img" not in mail.html, "no picture tells us who reads"
    assert "<script" not in mail.html


def test_the_subject_names_the_newest_story_and_counts_the_others(reader, put_on, run_at):
    reader("a@clinic.example", "en", "forum")
    reader("b@clinic.example", "en")
    put_on(topic="forum", title="A & B: “lungs” <3")
    put_on(topic="research", title="Other")
    run_at(FRIDAY)
    subjects = dict(OutboxMessage.objects.filter(kind="digest.issue").values_list("address", "subject"))
    assert subjects == {
        "a@clinic.example": "A & B: “lungs” <3",
        "b@clinic.example": "Other, and one more story",
    }


def test_an_editors_words_are_no_markup(reader, put_on, run_at):
    reader()
    put_on(title="<b>Bold</b>", intro="<script>alert(1)</script> & more")
    run_at(FRIDAY)
    mail = OutboxMessage.objects.get(kind="digest.issue")
    assert "<script" not in mail.html
    assert "<b>Bold" not in mail.html
    assert "<script>alert(1)</script> & more" in mail.text


def test_staff_read_a_digest_without_its_links(reader, put_on, run_at, person_with, sign_in):
    reader()
    put_on()
    run_at(FRIDAY)
    mail = OutboxMessage.objects.get(kind="digest.issue")
    token = mail.secrets.get(mark="leave").value.rstrip("/").rpartition("/")[2]
    html = sign_in(person_with("office")).get(f"/admin/mails/inspect/{mail.pk}/").content.decode()
    assert token not in html
    assert token not in repr(OutboxMessage.objects.filter(pk=mail.pk).values())


def test_the_hour_until_which_a_link_works_names_two_cities(asks):
    asks(instant=MONDAY)
    text = OutboxMessage.objects.get().text
    assert "15 March 2027" in text
    assert "Shanghai" in text
