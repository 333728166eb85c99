"""Withdrawal, return for information, screening, notes, reminders, as actions."""

from datetime import timedelta

import pytest
from applying import DURING, at, everything, reread
from django.core.exceptions import PermissionDenied
from django.http import Http404

from exchange.applications import parts
from exchange.applications.actions import screening
from exchange.applications.actions.reminding import remind_drafts
from exchange.applications.actions.returning import (
    give_information,
    resume_with_what_is_there,
    return_for_information,
)
from exchange.applications.actions.submitting import Incomplete
from exchange.applications.actions.withdrawing import BY_ITSELF, reinstate, withdraw
from exchange.applications.states import APPLICATION
from portal.lifecycle.audit import history
from portal.lifecycle.refusals import ReasonMissing, Refusal
from portal.mail.models import OutboxMessage

LATER = DURING + timedelta(days=1)


def mails(kind):
    return OutboxMessage.objects.filter(kind=f"applications.{kind}")


def take_to(application, state, officer):
    """Bring a submitted application into a state by the office's own acts."""
    if state in ("screened", "under_review"):
        fits(application, officer)
        application = screening.screen(application=application, by=officer, now=at(DURING))
    if state == "under_review":
        from django.db import transaction

        with transaction.atomic():
            parts.put_under_review(application=application, by=officer, at=DURING)
    if state == "returned":
        ask(application, officer)
    return reread(application)


def fits(application, officer):
    screening.note_findings(
        application=application,
        by=officer,
        now=at(DURING),
        europe="yes",
        europe_why="",
        specialty="yes",
        specialty_why="",
    )


def ask(application, officer, sections=("files", "you")):
    return return_for_information(
        application=application, sections=sections, words="A newer proof, please.", due_at=DURING + timedelta(days=7),
        by=officer, now=at(DURING),
    )  # fmt: skip


# --- Withdrawal: every state of the table that has no offer yet


@pytest.mark.parametrize("state", [state for state in BY_ITSELF if state != "draft"])
def test_the_owner_withdraws_at_every_stage_before_the_release(submitted, expert, officer, state):
    application = take_to(submitted, state, officer)
    assert application.state == state
    withdraw(application=application, by=expert, now=at(LATER), reason="Another post.")
    application = reread(application)
    assert (application.state, application.state_before) == ("withdrawn", state)
    assert not application.information_requests.filter(closed_at=None).exists()
    assert mails("withdrawn").count() == 1


def test_a_draft_is_given_up_without_a_mail(draft, expert):
    assert withdraw(application=draft, by=expert, now=at(LATER)).state == "withdrawn"
    assert not mails("withdrawn").exists()


def test_withdrawal_stands_in_the_table_for_each_state_that_is_not_an_end():
    leaves = {state for state in APPLICATION.states.values if APPLICATION.find("withdraw", state)}
    assert leaves == set(APPLICATION.states.values) - {
        "hosted", "ended", "withdrawn", "lapsed", "not_selected", "ineligible",
    }  # fmt: skip


def test_somebody_else_does_not_withdraw_it(submitted, people):
    with pytest.raises(Http404):
        withdraw(application=submitted, by=people("other@thorax.example"), now=at(LATER))


def test_after_withdrawal_a_new_one_can_be_begun(submitted, expert, cycle):
    from exchange.applications.actions.answering import begin

    withdraw(application=submitted, by=expert, now=at(LATER))
    assert begin(cycle=cycle, by=expert, now=at(LATER)).pk != submitted.pk


@pytest.mark.parametrize("state", ["submitted", "screened", "under_review"])
def test_staff_reinstate_to_the_state_it_left(submitted, expert, officer, state):
    application = take_to(submitted, state, officer)
    withdraw(application=application, by=expert, now=at(LATER))
    reinstate(application=reread(application), by=officer, now=at(LATER), reason="Asked us to.")
    assert reread(application).state == state


def test_no_reinstating_after_the_call_has_closed(submitted, expert, officer, cycle):
    withdraw(application=submitted, by=expert, now=at(LATER))
    with pytest.raises(Refusal):
        reinstate(application=reread(submitted), by=officer, now=at(cycle.closes_at), reason="Late.")


# --- Return for information


def test_only_the_named_sections_are_open(submitted, expert, officer, answer):
    ask(submitted, officer, sections=("you",))
    assert answer(reread(submitted), expert, phone="+49 89 1234567").phone == "+49 89 1234567"
    with pytest.raises(Refusal):
        answer(reread(submitted), expert, post="Chief")


def test_the_person_gives_it_and_it_goes_back_to_where_it_was(submitted, expert, officer):
    application = take_to(submitted, "screened", officer)
    ask(application, officer)
    give_information(application=reread(application), by=expert, now=at(LATER))
    application = reread(application)
    assert (application.state, application.state_before) == ("screened", "")
    assert application.information_requests.get().answered is True
    assert (mails("returned").count(), mails("resumed").count()) == (1, 1)


def test_giving_what_is_still_incomplete_is_refused(submitted, expert, officer, answer):
    ask(submitted, officer)
    answer(reread(submitted), expert, phone="")
    with pytest.raises(Incomplete):
        give_information(application=reread(submitted), by=expert, now=at(LATER))


def test_the_office_goes_on_after_the_due_time_and_not_before(submitted, officer):
    asked = ask(submitted, officer)
    with pytest.raises(Refusal):
        resume_with_what_is_there(application=reread(submitted), by=officer, now=at(LATER))
    resume_with_what_is_there(application=reread(submitted), by=officer, now=at(asked.due_at))
    assert reread(submitted).state == "submitted"


def test_a_return_says_what_is_asked_and_until_when(submitted, officer):
    ask(submitted, officer)
    text = mails("returned").get().text
    assert "A newer proof, please." in text
    assert "8 February 2027, 17:00 in Shanghai, which is 10:00 in Prague" in text


# --- Screening


def test_both_findings_come_before_the_decision(submitted, officer):
    with pytest.raises(Refusal):
        screening.screen(application=submitted, by=officer, now=at(DURING))


def test_an_application_that_fits_goes_on(submitted, officer):
    assert take_to(submitted, "screened", officer).state == "screened"


def test_not_eligible_needs_a_reason_and_is_told_at_once(submitted, officer):
    with pytest.raises(ReasonMissing):
        screening.screen_out(application=submitted, by=officer, now=at(DURING), reason=" ")
    screening.screen_out(application=submitted, by=officer, now=at(DURING), reason="The hospital is in Boston.")
    assert reread(submitted).state == "ineligible"
    assert "The hospital is in Boston." in mails("ineligible").get().text


def test_the_director_alone_admits_it_after_all(submitted, officer, director):
    screening.screen_out(application=submitted, by=officer, now=at(DURING), reason="No.")
    with pytest.raises(PermissionDenied):
        screening.admit(application=reread(submitted), by=officer, now=at(LATER), reason="Looked again.")
    screening.admit(application=reread(submitted), by=director, now=at(LATER), reason="Looked again.")
    assert reread(submitted).state == "submitted"


def test_an_applicant_decides_nothing(submitted, expert):
    with pytest.raises(PermissionDenied):
        screening.screen_out(application=submitted, by=expert, now=at(DURING), reason="x")


def test_notes_are_added_and_never_shown_to_the_person(submitted, officer, expert):
    screening.add_note(application=submitted, text="Know him well.", by=officer, now=at(DURING))
    with pytest.raises(PermissionDenied):
        screening.add_note(application=submitted, text="x", by=expert, now=at(DURING))
    from exchange.applications.models import InternalNote
    from portal.access.permissions import visible_to

    assert [note.text for note in visible_to(officer, InternalNote)] == ["Know him well."]
    assert list(visible_to(expert, InternalNote)) == []


def test_twins_are_shown_to_the_office(submitted, make_submitted):
    from exchange.applications.queries.screening import twins_of

    twin = make_submitted(1)
    make_submitted(2, surname="Nováková", phone="+420 700 700 700")
    make_submitted(3, birth_date="1980-01-01")
    assert list(twins_of(submitted)) == [twin]


def test_every_move_is_in_the_history_with_its_reason(submitted, officer):
    screening.screen_out(application=submitted, by=officer, now=at(LATER), reason="No.")
    line = history(submitted).first()
    assert (line.action, line.user, line.data["from"], line.data["to"], line.data["why"]) == (
        "exchange.application.screen_out", officer, "submitted", "ineligible", "No.",
    )  # fmt: skip


# --- Reminders


def test_a_draft_is_reminded_seven_days_and_one_day_before(draft, cycle):
    sent = [
        remind_drafts(now=at(cycle.closes_at - before))
        for before in (timedelta(days=8), timedelta(days=7), timedelta(days=6), timedelta(hours=20), timedelta(hours=1))
    ]
    assert sent == [0, 1, 0, 1, 0]
    assert mails("draft_reminder").count() == 2


def test_without_a_verified_address_nobody_is_reminded(cycle, people):
    from exchange.applications.actions.answering import begin

    begin(cycle=cycle, by=people("unknown@thorax.example", verified=False), now=at(DURING))
    assert remind_drafts(now=at(cycle.closes_at - timedelta(days=7))) == 0


def test_who_has_submitted_is_not_reminded(submitted, cycle):
    assert remind_drafts(now=at(cycle.closes_at - timedelta(days=7))) == 0


def test_a_deferred_expert_is_born_selected_with_the_answers(submitted, make_cycle, officer):
    from django.db import transaction

    following = make_cycle(year=2028, closes_at=DURING + timedelta(days=60))
    with transaction.atomic():
        born = parts.born_selected(
            person=submitted.person, cycle=following, from_application=submitted, by=officer, at=LATER
        )
    assert (born.state, born.number, born.surname, born.deferred_from) == (
        "selected", "VE-2028-001", "Dvořáková", submitted,
    )  # fmt: skip
    assert [row.name for row in born.affiliations.all()] == [everything()["affiliation_1_name"]]
