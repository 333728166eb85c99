"""Answers are written as they are typed; nothing is lost and nothing of somebody else's is overwritten."""

from datetime import date, timedelta

import pytest
from applying import DURING, SHANGHAI, at, everything, reread
from django.core.exceptions import PermissionDenied
from django.http import Http404

from exchange.applications.access import Browser
from exchange.applications.actions.answering import begin, live_of, save_answers
from exchange.applications.forms.opening import take_apart
from exchange.applications.models import Application
from exchange.applications.queries.answers import texts_of
from portal.lifecycle.refusals import Refusal


def save(application, by, section, texts, **more):
    changes = take_apart(section, application, texts, today=DURING.astimezone(SHANGHAI).date())
    return save_answers(application=application, changes=changes, by=by, now=at(DURING), **more)


def test_every_answer_comes_back_as_it_was_typed(draft, expert, answer):
    typed = everything(
        affiliation_2_name="Klinikum", affiliation_2_city="Linz", affiliation_2_country="AT", sending="2"
    )
    stored = texts_of(answer(draft, expert, **typed))
    assert {name: stored[name] for name in typed} == typed


def test_an_answer_that_is_not_one_yet_is_kept_as_it_was_typed(draft, expert):
    save(draft, expert, "you", {"birth_date": "31. 2. 1979", "phone": "601 123 456", "surname": "Dvořáková"})
    draft = reread(draft)
    assert (draft.birth_date, draft.phone, draft.surname) == (None, "", "Dvořáková")
    stored = texts_of(draft)
    assert (stored["birth_date"], stored["phone"]) == ("31. 2. 1979", "601 123 456")


def test_a_text_over_its_limit_is_kept_whole(draft, expert):
    long = "word " * 401
    save(draft, expert, "proposal", {"proposal": long})
    assert texts_of(reread(draft))["proposal"] == long


def test_what_was_typed_goes_when_the_answer_is_mended(draft, expert):
    save(draft, expert, "you", {"phone": "601"})
    save(draft, expert, "you", {"phone": "+420 601 123 456"})
    draft = reread(draft)
    assert (draft.typed, draft.phone) == ({}, "+420 601 123 456")


def test_a_reversed_window_is_stored_and_told(draft, expert):
    texts = {"window_1_from": "2027-10-18", "window_1_to": "2027-10-04"}
    changes = take_apart("proposal", draft, texts, today=DURING.date())
    save_answers(application=draft, changes=changes, by=expert, now=at(DURING))
    assert changes.form.errors["window_1_to"] == [
        "Window 1 ends on 4 October, before it begins on 18 October. Change one of the two dates."
    ]
    row = reread(draft).windows.get()
    assert (row.first_day, row.last_day) == (date(2027, 10, 18), date(2027, 10, 4))


def test_two_tabs_write_different_fields_and_both_stand(draft, expert):
    save(draft, expert, "training", {"post": "Head"}, version=0, seen={"post": ""})
    saved = save(draft, expert, "training", {"training": "Prague"}, version=0, seen={"training": ""})
    draft = reread(draft)
    assert (saved.theirs, draft.post, draft.training) == ({}, "Head", "Prague")


def test_the_second_of_two_tabs_is_told_and_nothing_is_overwritten(draft, expert):
    save(draft, expert, "training", {"post": "Head"}, version=0, seen={"post": ""})
    saved = save(draft, expert, "training", {"post": "Chief"}, version=0, seen={"post": ""})
    assert saved.theirs == {"post": "Head"}
    assert reread(draft).post == "Head"


def test_a_retry_of_the_same_writing_is_no_difference(draft, expert):
    first = save(draft, expert, "training", {"post": "Head"}, version=0, seen={"post": ""})
    again = save(draft, expert, "training", {"post": "Head"}, version=0, seen={"post": ""})
    assert (first.theirs, again.theirs) == ({}, {})


def test_a_draft_of_a_browser_is_its_own(cycle, expert):
    browser = Browser("a" * 64)
    draft = begin(cycle=cycle, by=browser, now=at(DURING))
    assert (draft.person, live_of(browser, cycle)) == (None, draft)
    with pytest.raises(Http404):
        save(draft, Browser("b" * 64), "you", {"surname": "X"})
    with pytest.raises(Http404):
        save(draft, expert, "you", {"surname": "X"})


def test_beginning_twice_gives_the_same_draft(cycle, expert):
    assert begin(cycle=cycle, by=expert, now=at(DURING)) == begin(cycle=cycle, by=expert, now=at(DURING))
    assert Application.objects.count() == 1


def test_nothing_begins_after_the_call_has_closed(cycle, expert):
    with pytest.raises(Refusal):
        begin(cycle=cycle, by=expert, now=at(cycle.closes_at + timedelta(minutes=1)))


def test_a_draft_is_still_saved_after_the_call_has_closed(draft, expert, answer, cycle):
    late = cycle.closes_at + timedelta(hours=1)
    assert answer(draft, expert, now=late, post="Head").post == "Head"


def test_a_submitted_application_cannot_be_written(submitted, expert):
    with pytest.raises(PermissionDenied):
        save(submitted, expert, "you", {"surname": "X"})


@pytest.mark.parametrize(
    ("surname", "given_names", "folded"),
    [
        ("Šimůnek", "Vojtěch", "simunek vojtech"),
        ("Suharto", "", "suharto"),
        ("van der Berg", "Łukasz", "van der berg lukasz"),
        ("Papadiamantopoulos-Chatzigeorgiou", "Konstantinos", "papadiamantopoulos-chatzigeorgiou konstantinos"),
        ("欧阳", "文", "欧阳 文"),
    ],
)
def test_names_of_every_shape_are_kept_and_found_without_accents(draft, expert, answer, surname, given_names, folded):
    draft = answer(draft, expert, surname=surname, given_names=given_names)
    assert (draft.surname, draft.given_names, draft.folded_name) == (surname, given_names, folded)


def test_a_partner_is_recognised_by_name_and_country(draft, expert, answer):
    from exchange.partners.models import Partner

    partner = Partner.objects.create(
        name="Nemocnice Na Výšině", name_language="cs", slug="vysina", country="CZ", city_en="Prague", city_zh="布拉格",
        time_zone="Europe/Prague",
    )  # fmt: skip
    draft = answer(draft, expert, affiliation_1_name="nemocnice na výšině ", affiliation_1_country="CZ")
    assert draft.sending_hospital.partner == partner
