"""From a request to the return: each transition, who may, places that are full, days that overlap, and the mails."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from exchange.partners.models import LedgerEntry
from exchange.placements import actions
from exchange.placements.models import Opportunity
from exchange.placements.states import PLACEMENT, OpportunityState
from exchange.placements.states import PlacementState as P
from exchange.placements.tick import tick
from portal.lifecycle.audit import history
from portal.lifecycle.models import guarded_write
from portal.lifecycle.refusals import ReasonMissing, Refusal
from portal.mail.models import OutboxMessage

pytestmark = [pytest.mark.django_db, pytest.mark.both]


def test_the_whole_way_is_recorded_told_and_booked(scene):
    placement = scene.abroad()
    scene.now.pass_(days=90)
    actions.come_back(placement=placement, came_back_on=date(2027, 11, 30), by=scene.office, now=scene.now)
    scene.steps(placement, "recognise")
    placement.refresh_from_db()
    assert placement.state == P.RECOGNISED
    assert (placement.first_day, placement.last_day) == (date(2027, 9, 6), date(2027, 11, 30))
    assert placement.sequence == 7
    (line,) = LedgerEntry.objects.filter(partner=scene.partner)
    assert (line.direction, line.persons, line.days, line.year) == ("out", 1, 86, 2027)
    assert line.source == f"placement:{placement.pk}"
    acts = [row.action.removeprefix("exchange.placement.") for row in reversed(history(placement))]
    assert acts == ["ask", "send_to_partner", "verify", "approve", "make_ready", "leave", "come_back", "recognise"]
    mails = OutboxMessage.objects.filter(person=scene.doctor).order_by("pk")
    assert [mail.kind for mail in mails] == ["placements.asked"] + ["placements.moved"] * 7
    assert len({mail.subject for mail in mails}) == 8


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_state_has_a_mail_in_both_languages(scene, language):
    from exchange.placements.messages import moved

    placement = scene.ask()
    placement.person.language = language
    for state in P:
        placement.state = state
        mail = moved(placement=placement, now=scene.now(), reason="The ward is shut.")
        assert mail.subject
        assert "The ward is shut." in mail.text
        assert ("气道外科" if language == "zh-hans" else "Airway surgery") in mail.text


@pytest.mark.parametrize("row", PLACEMENT.transitions, ids=lambda row: row.name)
def test_nobody_but_those_in_the_table_makes_a_transition(scene, row, person_with):
    with guarded_write():
        placement = scene.ask()
        type(placement).objects.filter(pk=placement.pk).update(state=row.sources[0], left_on=date(2027, 7, 1))
    placement.refresh_from_db()
    strangers = [scene.other, person_with("editor"), person_with("administrator"), person_with("reviewer")]
    if "owner" not in row.who:
        with pytest.raises(PermissionDenied):
            actions.step(placement=placement, act=row.name, by=scene.doctor, now=scene.now, reason="x")
    for stranger in strangers:
        with pytest.raises(Http404):
            actions.step(placement=placement, act=row.name, by=stranger, now=scene.now, reason="x")
    if "office" not in row.who:
        with pytest.raises(PermissionDenied):
            actions.step(placement=placement, act=row.name, by=scene.office, now=scene.now, reason="x")


def test_a_transition_that_does_not_exist_is_refused(scene):
    placement = scene.ask()
    for act in ("verify", "approve", "make_ready", "recognise"):
        with pytest.raises(PermissionDenied):
            scene.steps(placement, act)
    placement.refresh_from_db()
    assert placement.state == P.ASKED


def test_no_and_cancelling_need_a_reason_which_the_doctor_reads(scene):
    placement = scene.send(scene.ask())
    with pytest.raises(ReasonMissing):
        scene.steps(placement, "reject", reason=" ")
    scene.steps(placement, "reject", reason="No theatre until May")
    assert "No theatre until May" in OutboxMessage.objects.filter(person=scene.doctor).latest("pk").text
    placement = scene.steps(scene.ask(by=scene.other), "cancel", by=scene.other, reason="Ill")
    assert placement.state == P.CANCELLED


def test_a_doctor_declines_a_nomination(scene):
    placement = actions.nominate(
        opportunity=scene.place, person=scene.doctor, by=scene.office, now=scene.now, project="p", expected_result="r",
        first_day=date(2027, 9, 6), last_day=date(2027, 10, 6),
    )  # fmt: skip
    assert placement.state == P.NOMINATED
    assert scene.steps(placement, "decline", by=scene.doctor).state == P.DECLINED
    with pytest.raises(PermissionDenied):
        actions.nominate(opportunity=scene.place, person=scene.doctor, by=scene.doctor, now=scene.now)


def test_a_full_opportunity_sends_nobody_more_and_a_used_place_stays_used(scene):
    place = scene.a_place(places=1)
    first, second = scene.ask(place=place), scene.ask(by=scene.other, place=place)
    scene.send(first)
    with pytest.raises(Refusal, match="Every place"):
        scene.send(second)
    scene.steps(first, "reject")
    assert scene.send(second).state == P.WITH_PARTNER
    scene.steps(second, "verify", "approve", "make_ready")
    scene.now.pass_(days=60)
    actions.leave(placement=second, left_on=date(2027, 9, 8), by=scene.office, now=scene.now)
    scene.now.pass_(days=30)
    actions.come_back(placement=second, came_back_on=date(2027, 10, 1), by=scene.office, now=scene.now)
    third = scene.ask(place=place, first_day=date(2028, 1, 3), last_day=date(2028, 2, 3))
    with pytest.raises(Refusal, match="Every place"):
        scene.send(third)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2027, 12, 3), date(2027, 12, 1), "before the first"),
        (date(2027, 7, 31), date(2027, 9, 1), "outside"),
        (date(2028, 4, 1), date(2028, 5, 1), "outside"),
    ],
)
def test_days_that_cannot_be_are_refused(scene, first, last, words):
    with pytest.raises(Refusal, match=words) as refused:
        scene.ask(first_day=first, last_day=last)
    assert refused.value.field == "last_day"


def test_two_placements_of_one_person_do_not_overlap_and_none_is_asked_twice(scene):
    scene.ask()
    with pytest.raises(Refusal, match="another placement"):
        scene.ask(place=scene.a_place(), first_day=date(2027, 12, 3), last_day=date(2028, 1, 10))
    with pytest.raises(Refusal, match="already"):
        scene.ask(first_day=date(2028, 1, 3), last_day=date(2028, 2, 3))
    assert scene.ask(place=scene.a_place(), first_day=date(2027, 12, 4), last_day=date(2028, 1, 10)).pk


def test_what_is_not_published_is_asked_for_by_nobody(scene):
    for state in OpportunityState:
        if state != OpportunityState.PUBLISHED:
            with pytest.raises((PermissionDenied, Http404)):
                scene.ask(place=scene.a_place(state=state))
    with pytest.raises(PermissionDenied):
        scene.ask(by=scene.office)


def test_real_days_are_not_recorded_before_they_come(scene):
    placement = scene.steps(scene.send(scene.ask()), "verify", "approve", "make_ready")
    with pytest.raises(Refusal, match="not come yet"):
        actions.leave(placement=placement, left_on=date(2027, 9, 6), by=scene.office, now=scene.now)
    scene.now.pass_(days=60)
    actions.leave(placement=placement, left_on=date(2027, 9, 6), by=scene.office, now=scene.now)
    for day in (date(2027, 9, 5), date(2028, 1, 1)):
        with pytest.raises(Refusal):
            actions.come_back(placement=placement, came_back_on=day, by=scene.office, now=scene.now)
    assert not LedgerEntry.objects.exists()
    with pytest.raises(Refusal, match="past"):
        actions.send_to_partner(
            placement=scene.ask(by=scene.other), answer_due=date(2027, 1, 1), by=scene.office, now=scene.now
        )


def test_the_clock_ends_what_nobody_answered_and_what_is_past(scene):
    placement = scene.send(scene.ask())
    scene.now.pass_(days=14)
    assert tick(scene.now) == {"lapsed": 0}
    scene.now.pass_(days=1)
    assert tick(scene.now) == {"lapsed": 1}
    placement.refresh_from_db()
    assert placement.state == P.LAPSED
    scene.now.pass_(days=400)
    assert tick(scene.now) == {"lapsed": 1}
    assert Opportunity.objects.get(pk=scene.place.pk).state == OpportunityState.LAPSED
    assert tick(scene.now) == {"lapsed": 0}


def test_an_opportunity_goes_from_draft_to_its_end(scene):
    def act(place, name, by=scene.office, reason=""):
        return actions.act_on_opportunity(opportunity=place, act=name, by=by, now=scene.now, reason=reason)

    place = actions.record_opportunity(
        opportunity=Opportunity(
            partner=scene.partner, purpose="course", title_en="Course", from_day=date(2027, 9, 1),
            to_day=date(2027, 9, 30), months=1,
        ),
        by=scene.office, now=scene.now,
    )  # fmt: skip
    with pytest.raises(Http404):
        act(place, "publish", by=scene.doctor)
    act(place, "publish")
    with pytest.raises(PermissionDenied):
        act(place, "fill", by=scene.doctor)
    assert act(place, "fill").state == OpportunityState.FILLED
    with pytest.raises(PermissionDenied):
        act(place, "publish")
    draft = scene.a_place(state=OpportunityState.DRAFT)
    with pytest.raises(ReasonMissing):
        act(draft, "withdraw")
    assert act(draft, "withdraw", reason="gone").state == OpportunityState.WITHDRAWN
