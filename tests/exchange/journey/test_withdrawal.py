"""Withdrawal from every state of the application's table, with all that hangs on it, in one transaction."""

import pytest
import seasons
from django.core.exceptions import PermissionDenied

from exchange.applications.models import Application
from exchange.applications.states import APPLICATION, ApplicationState
from exchange.cycles.states import CycleState
from exchange.journey.acceptance import accept_offer
from exchange.journey.withdrawal import withdraw_application
from exchange.offers.models import Offer
from exchange.offers.states import EntryState, OfferState
from exchange.visits.models import Visit
from exchange.visits.states import VisitState

pytestmark = [pytest.mark.django_db, pytest.mark.both]
MAY_BE_LEFT = [state for state in ApplicationState.values if APPLICATION.find("withdraw", state)]
FINAL = [state for state in ApplicationState.values if state not in MAY_BE_LEFT]


@pytest.fixture
def now():
    return seasons.Clock()


def test_the_table_lets_somebody_withdraw_from_every_state_that_is_not_an_end():
    assert set(FINAL) == {"not_selected", "ineligible", "hosted", "ended", "withdrawn", "lapsed"}


@pytest.mark.parametrize("state", MAY_BE_LEFT)
def test_withdrawn_from_every_state(state, now):
    cycle = seasons.a_cycle(CycleState.RUNNING)
    application = seasons.an_application(cycle, state)
    withdraw_application(application=application, by=application.person, now=now, reason="Ill")
    application = Application.objects.get(pk=application.pk)
    assert (application.state, application.state_before) == (ApplicationState.WITHDRAWN, state)


@pytest.mark.parametrize("state", FINAL)
def test_not_from_an_end(state, now):
    application = seasons.an_application(seasons.a_cycle(), state)
    with pytest.raises(PermissionDenied):
        withdraw_application(application=application, by=application.person, now=now)


def test_an_open_offer_becomes_declined_and_the_seat_goes_on(now):
    season = seasons.a_season()
    offer = season.offers[0]
    withdraw_application(application=offer.application, by=offer.application.person, now=now)
    offer.refresh_from_db()
    assert offer.state == OfferState.DECLINED
    assert Offer.objects.get(follows=offer).entry == season.entries[0]


def test_an_accepted_one_is_given_back_and_its_visit_is_cancelled(now):
    season = seasons.a_season()
    offer = season.offers[0]
    accept_offer(offer=offer, by=offer.application.person, now=now, confirmed=True)
    withdraw_application(application=offer.application, by=season.officer, now=now, reason="Wrote by mail")
    offer.refresh_from_db()
    assert offer.state == OfferState.RELINQUISHED
    assert [visit.state for visit in Visit.objects.filter(offer=offer)] == [VisitState.CANCELLED]
    assert Offer.objects.get(follows=offer).entry == season.entries[0]


def test_whoever_waits_leaves_their_rank_empty_for_good(now):
    season = seasons.a_season()
    second = season.entries[1]
    withdraw_application(application=second.application, by=second.application.person, now=now)
    states = seasons.list_states(season.cycle)
    assert states == {1: "waiting", 2: EntryState.WITHDRAWN, **dict.fromkeys(range(3, 7), "waiting")}
