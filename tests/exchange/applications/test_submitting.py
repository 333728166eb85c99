"""Submitting: once, in time, complete, with a number and a receipt."""

from datetime import datetime, timedelta

import pytest
from applying import DURING, SHANGHAI, at, give_file, reread

from exchange.applications.access import Browser
from exchange.applications.actions.answering import begin
from exchange.applications.actions.joining import TwoDrafts, take_into_account
from exchange.applications.actions.screening import extend
from exchange.applications.actions.submitting import Incomplete, NoAccountYet, TooLate, submit
from exchange.applications.models import Application
from portal.lifecycle.refusals import Refusal
from portal.mail.models import OutboxMessage


def send(application, person, instant=DURING, consented=True):
    return submit(application=application, by=person, now=at(instant), wrong=(), consented=consented)


def test_a_whole_draft_is_submitted_with_a_number_and_a_receipt(full_draft, expert, officer):
    sent = send(full_draft, expert)
    assert (sent.state, sent.number, sent.submitted_at, sent.officer) == ("submitted", "VE-2027-001", DURING, officer)
    mail = OutboxMessage.objects.get(kind="applications.received")
    assert (mail.address, mail.reply_to) == ("jana@thorax.example", "Min Zhou 周敏 <zhou@office.example>")
    assert "VE-2027-001" in mail.subject
    assert "VE-2027-001" in mail.text


def test_numbers_follow_each_other(make_submitted):
    assert [make_submitted(n).number for n in (1, 2, 3)] == ["VE-2027-001", "VE-2027-002", "VE-2027-003"]


def test_submitting_twice_gives_one_number_and_one_receipt(full_draft, expert):
    before = reread(full_draft)
    send(full_draft, expert)
    assert send(before, expert).number == "VE-2027-001"
    assert OutboxMessage.objects.filter(kind="applications.received").count() == 1


@pytest.mark.parametrize("moment", [datetime(2027, 3, 31, 23, 59, 59, 999999, tzinfo=SHANGHAI)])
def test_the_last_second_counts(full_draft, expert, moment):
    assert send(full_draft, expert, moment).state == "submitted"


def test_midnight_is_too_late_and_the_draft_stays(full_draft, expert):
    with pytest.raises(TooLate):
        send(full_draft, expert, datetime(2027, 4, 1, 0, 0, 0, tzinfo=SHANGHAI))
    assert reread(full_draft).state == "draft"


def test_an_extension_lets_one_person_in(full_draft, expert, officer, cycle):
    until = cycle.closes_at + timedelta(days=2)
    extend(application=full_draft, until=until, by=officer, now=at(DURING), reason="Fell ill.")
    assert send(full_draft, expert, until).state == "submitted"
    assert OutboxMessage.objects.filter(kind="applications.extended").count() == 1


def test_an_extension_ends_too(full_draft, expert, officer, cycle):
    until = cycle.closes_at + timedelta(days=2)
    extend(application=full_draft, until=until, by=officer, now=at(DURING), reason="Fell ill.")
    with pytest.raises(TooLate):
        send(full_draft, expert, until + timedelta(minutes=1))


def test_what_is_missing_is_named(draft, expert):
    with pytest.raises(Incomplete) as refused:
        send(draft, expert)
    assert ("files", "cv") in {(lack.section, lack.field) for lack in refused.value.lacks}
    assert reread(draft).state == "draft"


def test_without_consent_nothing_is_submitted(full_draft, expert):
    with pytest.raises(Refusal) as refused:
        send(full_draft, expert, consented=False)
    assert refused.value.field == "consent"


def test_a_draft_of_a_browser_needs_an_account_first(cycle):
    draft = begin(cycle=cycle, by=Browser("a" * 64), now=at(DURING))
    with pytest.raises(NoAccountYet):
        send(draft, None)


def test_a_draft_moves_to_the_account_with_its_files(cycle, expert):
    browser = Browser("a" * 64)
    draft = begin(cycle=cycle, by=browser, now=at(DURING))
    paper = give_file(draft, "cv")
    take_into_account(application=draft, browser=browser, person=expert, now=at(DURING))
    draft = reread(draft)
    assert (draft.person, draft.browser_digest, draft.papers.get()) == (expert, None, paper)


def test_an_account_with_a_draft_is_asked_which_to_keep(draft, cycle, expert):
    browser = Browser("a" * 64)
    other = begin(cycle=cycle, by=browser, now=at(DURING))
    with pytest.raises(TwoDrafts) as refused:
        take_into_account(application=other, browser=browser, person=expert, now=at(DURING))
    assert refused.value.theirs == draft
    take_into_account(application=other, browser=browser, person=expert, now=at(DURING), instead=True)
    states = dict(Application.objects.values_list("pk", "state"))
    assert states == {draft.pk: "withdrawn", other.pk: "draft"}


def test_a_submitted_one_is_never_replaced(submitted, cycle, expert):
    browser = Browser("a" * 64)
    other = begin(cycle=cycle, by=browser, now=at(DURING))
    with pytest.raises(TwoDrafts):
        take_into_account(application=other, browser=browser, person=expert, now=at(DURING), instead=True)
    assert reread(submitted).state == "submitted"


def test_the_account_takes_its_names_from_the_first_application(submitted, expert):
    expert.refresh_from_db()
    assert (expert.surname, expert.given_names) == ("Dvořáková", "Jana")
