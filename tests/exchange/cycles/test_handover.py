"""Who leaves is asked no more: the cycle names somebody else, and mails ask for answers where they are read."""

import pytest
from django.conf import settings
from seasons import a_cycle, officer

from exchange.applications.messages import reply_to
from exchange.cycles.models import Cycle
from exchange.cycles.states import CycleState
from portal.lifecycle.audit import history
from portal.people.actions import leave

pytestmark = pytest.mark.django_db


@pytest.fixture
def running():
    return a_cycle(CycleState.RUNNING, officer=officer())


def test_the_successor_is_the_person_to_ask(running, person_with, now):
    leaver, successor = running.officer, person_with("office")
    lines = leave(person=leaver, successor=successor, by=person_with("director"), now=now, reason="Retired")
    running = Cycle.objects.get(pk=running.pk)
    assert running.officer == successor
    assert successor.email in reply_to(running)
    assert any(str(running) in line and str(successor) in line for line in lines)
    assert history(running)[0].data["why"] == "Retired"


def test_without_a_successor_answers_go_to_the_office(running, person_with, now):
    lines = leave(person=running.officer, successor=None, by=person_with("director"), now=now, reason="Retired")
    running = Cycle.objects.get(pk=running.pk)
    assert running.officer is None
    assert reply_to(running) is None
    assert any(str(running) in line for line in lines)


def test_a_cycle_that_is_over_keeps_its_name_and_its_mails_do_not_go_to_a_leaver(person_with, now):
    over = a_cycle(CycleState.ARCHIVED, officer=officer())
    leave(person=over.officer, successor=None, by=person_with("director"), now=now, reason="Retired")
    over = Cycle.objects.get(pk=over.pk)
    assert over.officer is not None
    assert reply_to(over) is None
    assert settings.MAIL_REPLY_TO
