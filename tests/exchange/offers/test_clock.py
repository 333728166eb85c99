"""What time does to open offers: reminders once each, and more time where the office gives it."""

from datetime import timedelta

import pytest
import seasons

from exchange.offers.actions.clock import pass_time, remind
from exchange.offers.actions.offering import extend_offer
from exchange.offers.models import Offer
from exchange.offers.states import OfferState
from portal.lifecycle.refusals import NotPossibleNow, Refusal
from portal.mail.models import OutboxMessage

pytestmark = [pytest.mark.django_db, pytest.mark.both]


@pytest.fixture
def now():
    return seasons.Clock()


@pytest.fixture
def season():
    return seasons.a_season(firm=1, reserve=0, held=1, list_=1)


def reminders(offer):
    return OutboxMessage.objects.filter(kind="offers.reminder", person=offer.application.person).count()


def test_reminded_three_days_and_one_day_before_once_each(season, now):
    (offer,) = season.offers
    for before, count in ((4, 0), (3, 1), (2, 1), (1, 2), (0.5, 2)):
        now.instant = offer.expires_at - timedelta(days=before)
        remind(now=now)
        remind(now=now)
        assert reminders(offer) == count, f"{before} days before"


def test_more_time_is_told_and_the_offer_runs_to_its_new_end(season, now):
    (offer,) = season.offers
    until = offer.expires_at + timedelta(days=4)
    extend_offer(offer=offer, until=until, by=season.officer, now=now, reason="The mail came back")
    now.instant = offer.expires_at + timedelta(hours=1)
    pass_time(now=now)
    offer.refresh_from_db()
    assert (offer.state, offer.expires_at) == (OfferState.OPEN, until)
    assert OutboxMessage.objects.filter(kind="offers.extended").count() == 1


def test_an_offer_that_has_ended_is_not_extended(season, now):
    (offer,) = season.offers
    now.instant = offer.expires_at
    with pytest.raises(NotPossibleNow):
        extend_offer(offer=offer, until=now() + timedelta(days=9), by=season.officer, now=now, reason="Late")
    assert Offer.objects.get(pk=offer.pk).state == OfferState.EXPIRED


def test_an_end_is_only_moved_later(season, now):
    (offer,) = season.offers
    with pytest.raises(Refusal, match="later"):
        extend_offer(offer=offer, until=offer.expires_at, by=season.officer, now=now, reason="Sooner")
