"""Changing, confirming and receiving: who may, what is refused, who is told in which language."""

from datetime import date, datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from exchange.visits.actions.staying import arrive, change_visit, close_visit, confirm
from exchange.visits.models import Visit
from exchange.visits.states import VisitState
from portal.clock.rules import SHANGHAI
from portal.lifecycle.refusals import NotPossibleNow, Overtaken, Refusal
from portal.mail.models import OutboxMessage

pytestmark = [pytest.mark.django_db, pytest.mark.both]


def kinds_to(person):
    return list(OutboxMessage.objects.filter(person=person).order_by("pk").values_list("kind", flat=True))


def test_the_second_of_two_people_is_told_and_nothing_is_overwritten(scene):
    seen = Visit.objects.get(pk=scene.visit.pk).sequence
    change_visit(visit=scene.visit, by=scene.office, now=scene.now, seen_sequence=seen, last_day=date(2027, 9, 16))
    with pytest.raises(Overtaken):
        change_visit(
            visit=scene.visit, by=scene.director, now=scene.now, seen_sequence=seen, last_day=date(2027, 9, 15)
        )
    fresh = Visit.objects.get(pk=scene.visit.pk)
    assert (fresh.last_day, fresh.sequence) == (date(2027, 9, 16), seen + 1)


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        (date(2027, 7, 31), date(2027, 8, 9), "first_day"),
        (date(2027, 11, 25), date(2027, 12, 1), "last_day"),
        (date(2027, 9, 17), date(2027, 9, 6), "last_day"),
    ],
)
def test_days_outside_the_cycle_are_refused(scene, first, last, field):
    with pytest.raises(Refusal) as refused:
        scene.change(scene.visit, first_day=first, last_day=last)
    assert refused.value.field == field
    assert Visit.objects.get(pk=scene.visit.pk).first_day == date(2027, 9, 6)


def test_a_visit_keeps_days_that_its_cycle_no_longer_has_when_only_the_host_changes(scene):
    type(scene.season.cycle).objects.filter(pk=scene.season.cycle.pk).update(visit_from=date(2027, 10, 1))
    assert scene.change(scene.visit, first_day=scene.visit.first_day, host=scene.other_host).host == scene.other_host


def test_the_expert_and_the_host_are_told_each_in_their_language(scene):
    assert kinds_to(scene.expert) == ["offers.accepted", "visits.changed", "visits.confirmed"]
    assert kinds_to(scene.host) == ["visits.hosting", "visits.hosting"]
    english = OutboxMessage.objects.get(person=scene.expert, kind="visits.confirmed")
    assert english.subject == "Your visit is confirmed: 6–17 September 2027"
    assert "/en/my/visit/" in english.text
    assert "6–17 September 2027" in english.html
    chinese = OutboxMessage.objects.filter(person=scene.host).last()
    assert "2027年9月6日至17日" in chinese.text
    assert "/zh-hans/hosting/" in chinese.text
    assert "胸外科" in chinese.text


def test_a_new_host_is_told_and_the_old_one_too(scene):
    scene.change(scene.visit, host=scene.other_host)
    assert kinds_to(scene.other_host) == ["visits.hosting"]
    assert kinds_to(scene.host)[-1] == "visits.hosting_changed"
    assert kinds_to(scene.expert)[-1] == "visits.changed"


def test_a_change_that_nobody_outside_sees_writes_to_nobody(scene):
    before = OutboxMessage.objects.count()
    scene.change(scene.visit, team=[scene.other_host])
    assert OutboxMessage.objects.count() == before
    assert list(scene.visit.team.all()) == [scene.other_host]


def test_words_of_people_stay_words_in_mails(scene):
    from exchange.journey.visit_ends import cancel_visit

    reason = "<b>Visa</b> refused\nSubject: x"
    cancel_visit(visit=scene.visit, cancelled_by="authority", by=scene.office, now=scene.now, reason=reason)
    mail = OutboxMessage.objects.get(person=scene.expert, kind="visits.cancelled")
    assert "&lt;b&gt;Visa&lt;/b&gt;" in mail.html
    assert "<b>Visa</b> refused" in mail.text
    assert "\n" not in mail.subject


@pytest.mark.parametrize(("day", "today"), [(date(2027, 9, 8), 7), (date(2027, 9, 18), 20)])
def test_an_arrival_to_come_or_after_the_stay_is_refused(scene, day, today):
    scene.now.instant = datetime(2027, 9, today, 12, tzinfo=SHANGHAI)
    with pytest.raises(Refusal) as refused:
        arrive(visit=scene.visit, arrived_on=day, by=scene.office, now=scene.now)
    assert refused.value.field == "arrived_on"


def test_the_host_records_the_arrival_and_nobody_elses_host_does(scene):
    scene.now.instant = datetime(2027, 9, 6, 12, tzinfo=SHANGHAI)
    with pytest.raises(Http404):
        arrive(visit=scene.visit, arrived_on=date(2027, 9, 6), by=scene.other_host, now=scene.now)
    with pytest.raises(PermissionDenied):
        arrive(visit=scene.visit, arrived_on=date(2027, 9, 6), by=scene.expert, now=scene.now)
    arrive(visit=scene.visit, arrived_on=date(2027, 9, 6), by=scene.host, now=scene.now)
    assert Visit.objects.get(pk=scene.visit.pk).state == VisitState.IN_PROGRESS


def test_a_host_who_has_left_the_house_sees_nothing(scene):
    from portal.access.permissions import may, visible_to

    assert scene.visit in visible_to(scene.host, Visit)
    scene.host.role_assignments.update(until=scene.now())
    gone = type(scene.host).objects.get(pk=scene.host.pk)
    assert not visible_to(gone, Visit).exists()
    assert not may(gone, "view", scene.visit)


def test_confirming_twice_is_refused(scene):
    with pytest.raises((NotPossibleNow, PermissionDenied)):
        confirm(visit=scene.visit, by=scene.office, now=scene.now)


def test_only_the_director_closes(scene):
    with pytest.raises(PermissionDenied):
        close_visit(visit=scene.visit, by=scene.office, now=scene.now, reason="x")
