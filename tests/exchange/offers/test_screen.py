"""The office's screens of seats, review and decisions: what they say, and that their queries do not grow."""

from datetime import timedelta

import pytest
import seasons
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from exchange.applications.states import ApplicationState
from exchange.cycles.states import CycleState
from exchange.journey.acceptance import decline_offer
from exchange.offers.actions.offering import rescind_offer
from exchange.offers.models import Offer
from exchange.offers.queries.screen import seats_screen
from exchange.offers.states import Because
from exchange.review.actions.assigning import assign_evenly
from exchange.review.states import Outcome
from portal.access.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    return seasons.Clock()


def why(cycle, now, language="en"):
    with translation.override(language):
        return {row.entry.rank: row.why for row in seats_screen(cycle, now(), language).rows}


def test_every_promotion_and_every_non_promotion_has_its_reason(now):
    season = seasons.a_season(firm=2, held=2, list_=3)
    first = season.offers[0]
    decline_offer(offer=first, by=first.application.person, now=now)
    found = why(season.cycle, now)
    who, to = first.application.named("en"), season.entries[0].application.named("en")
    assert found[1] == (
        f"Seat 1 passed from {who}, declined 12 Jul 2027 10:00 Shanghai, to {to}, rank 1. "
        "Open until 26 Jul 2027 18:00 Shanghai = 12:00 Prague."
    )
    assert found[2] == "Not asked: no seat is free. They are first in line."
    assert found[3] == "Not asked: no seat is free, and 1 wait before them."


def test_after_a_mistake_the_card_and_the_list_say_that_a_click_is_awaited(now):
    season = seasons.a_season(firm=1, held=1, list_=2)
    decline_offer(offer=season.offers[0], by=season.offers[0].application.person, now=now)
    mistaken = Offer.objects.get(follows=season.offers[0])
    rescind_offer(offer=mistaken, because=Because.MISTAKE, by=season.officer, now=now, reason="Wrong")
    screen = seats_screen(season.cycle, now(), "en")
    (card,) = [card for card in screen.cards if card.state == "free"]
    assert card.may_offer
    assert "Waits for your click, after an offer that was a mistake. Next: rank 1." in card.sentence
    assert why(season.cycle, now)[1].endswith("Next: seat 1 is free and waits for the office’s click.")


def test_after_the_stop_each_line_says_that_it_closed(now):
    season = seasons.a_season(firm=1, held=0, list_=1)
    now.instant = season.cycle.stop_promotion_at + timedelta(hours=1)
    assert why(season.cycle, now)[1].startswith("Not asked: promotion stopped on")


def queries_of(client, url):
    with CaptureQueriesContext(
        connection,
    ) as caught:
        answer = client.get(url)
    assert answer.status_code == 200, url
    return len(caught)


def season_of(size, year):
    """A running cycle with `size` seats and as many in line, all with reviews and decisions."""
    office = seasons.officer()
    cycle = seasons.a_cycle(CycleState.REVIEWING, firm=size, reserve=0, year=year, officer=office, reviews_wanted=1)
    seasons.criteria(cycle)
    for _number in range(2):
        seasons.person(Role.REVIEWER)
    from portal.lifecycle.models import guarded_write

    for rank in range(1, size + 1):
        seasons.waiting(cycle, rank, application_state=ApplicationState.SCREENED)
    assign_evenly(cycle=cycle, by=office, now=seasons.Clock())
    for number in range(1, size + 1):
        seasons.an_offer(cycle, number)
    from exchange.review.models import Decision

    with guarded_write():
        for entry in cycle.waiting_list.all():
            Decision.objects.create(application=entry.application, outcome=Outcome.WAITLIST, rank=entry.rank)
        type(cycle).objects.filter(pk=cycle.pk).update(state=CycleState.DECIDING)
    return cycle


@pytest.mark.parametrize("name", ["cycle_seats", "cycle_reviews", "cycle_meeting"])
def test_queries_do_not_grow_with_the_rows(name):
    few, many = season_of(5, 2027), season_of(50, 2028)
    client = Client()
    client.force_login(seasons.director())
    client.get(reverse(name, args=[few.pk]))
    assert queries_of(client, reverse(name, args=[many.pk])) <= queries_of(client, reverse(name, args=[few.pk]))


def test_the_review_desks_queries_do_not_grow():
    counts = []
    for size, year in ((5, 2027), (50, 2028)):
        cycle = season_of(size, year)
        reviewer = seasons.person(Role.REVIEWER)
        from exchange.review.models import ReviewAssignment

        ReviewAssignment.objects.filter(application__cycle=cycle).update(reviewer=reviewer)
        client = Client()
        client.force_login(reviewer)
        client.get(reverse("review_desk"))
        counts.append(queries_of(client, reverse("review_desk")))
    assert counts[1] <= counts[0]


def test_the_offers_list_does_not_grow():
    few, many = season_of(5, 2027), season_of(45, 2028)
    client = Client()
    client.force_login(seasons.director())
    counts = [queries_of(client, reverse("offers:index") + f"?seat__cycle={cycle.pk}") for cycle in (few, few, many)]
    assert counts[2] <= counts[1]
