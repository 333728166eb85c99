"""What follows from what, as the seat's card says it: when a free seat goes on, or that it stays empty."""

from datetime import UTC, datetime

import pytest
import seasons
from django.utils import translation

from exchange.cycles.states import Promotion
from exchange.journey.acceptance import decline_offer
from exchange.offers.actions.clock import pass_time
from exchange.offers.queries.screen import seats_screen

pytestmark = pytest.mark.django_db
FRIDAY_EVENING = datetime(2027, 7, 16, 12, 0, tzinfo=UTC)  # 20:00 in Shanghai


def cards(cycle, at, language="en"):
    with translation.override(language):
        return [str(card.sentence) for card in seats_screen(cycle, at, language).cards if card.state == "free"]


def test_a_seat_freed_in_the_evening_says_on_its_card_when_the_next_offer_goes_out():
    season = seasons.a_season(promotion=Promotion.OFFICE_HOUR)
    offer = season.offers[0]
    decline_offer(offer=offer, by=offer.application.person, now=lambda: FRIDAY_EVENING)
    (english,) = cards(season.cycle, FRIDAY_EVENING)
    assert english.endswith("Free, next offer Mon 19 Jul 2027 09:00 Shanghai, to rank 1.")
    (chinese,) = cards(season.cycle, FRIDAY_EVENING, "zh-hans")
    assert "下一份录取邀请将于上海2027年7月19日（周一）09:00发给第1位。" in chinese


def test_after_the_stop_the_card_says_that_the_seat_stays_empty():
    season = seasons.a_season()
    stop = season.cycle.stop_promotion_at
    pass_time(now=lambda: stop)  # by now the clocks of all four offers have run out
    found = cards(season.cycle, stop)
    assert len(found) == 4
    for card in found:
        assert card.endswith("Stays empty: the waiting list closed on 10 Sept 2027 10:00 Shanghai.")
    assert seasons.occupying(season.cycle) == []
