"""Seats are opened and shut by acts: the reserve by the director alone, and never one that somebody holds."""

import pytest
import seasons
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from exchange.cycles.models import Seat
from exchange.offers.actions.seats import SeatHeld, add_seat, open_reserve_seat, shut_seat
from exchange.offers.models import Offer
from exchange.offers.states import OCCUPYING, EntryState, OfferState
from portal.lifecycle.audit import history
from portal.lifecycle.refusals import ReasonMissing

pytestmark = [pytest.mark.django_db, pytest.mark.both]


@pytest.fixture
def season():
    return seasons.a_season()


@pytest.fixture
def now():
    return seasons.Clock()


def reserve(season):
    return Seat.objects.get(cycle=season.cycle, number=5)


def test_the_reserve_opens_by_the_director_with_a_reason_and_goes_to_rank_one(season, now):
    with pytest.raises(PermissionDenied):
        open_reserve_seat(seat=reserve(season), by=season.officer, now=now, reason="A fifth room")
    with pytest.raises(ReasonMissing):
        open_reserve_seat(seat=reserve(season), by=season.director, now=now, reason=" ")
    open_reserve_seat(seat=reserve(season), by=season.director, now=now, reason="A fifth room")
    assert reserve(season).opened_why == "A fifth room"
    assert Offer.objects.get(seat=reserve(season)).entry == season.entries[0]
    line = history(season.cycle)[0]
    assert (line.action, line.data["why"], line.user) == ("exchange.cycle.open_seat", "A fifth room", season.director)


def test_a_seat_that_is_held_is_not_shut_and_the_holders_are_listed(season, now):
    seat = season.offers[1].seat
    with pytest.raises(SeatHeld) as refused:
        shut_seat(seat=seat, by=season.officer, now=now, reason="Fewer rooms")
    assert [number for number, _who in refused.value.holders] == [1, 2, 3, 4]
    seat.refresh_from_db()
    assert seat.is_open


def test_a_free_seat_is_shut_and_opened_no_more_by_itself(now):
    season = seasons.a_season(held=3, list_=0)
    seat = Seat.objects.get(cycle=season.cycle, number=4)
    shut_seat(seat=seat, by=season.officer, now=now, reason="Fewer rooms")
    seat.refresh_from_db()
    assert (seat.is_open, seat.shut_why) == (False, "Fewer rooms")


def test_the_reserve_is_shut_again_only_while_it_is_free(season, now):
    open_reserve_seat(seat=reserve(season), by=season.director, now=now, reason="A fifth room")
    with pytest.raises(SeatHeld):
        shut_seat(seat=reserve(season), by=season.director, now=now, reason="No room")


def test_a_seat_added_goes_to_the_next_in_order(season, now):
    seat = add_seat(cycle=season.cycle, by=season.officer, now=now, reason="A grant")
    assert seat.number == 6
    assert seasons.list_states(season.cycle)[1] == EntryState.OFFERED


def test_reserve_opened_then_a_firm_seat_freed_are_both_given_in_order(season, now):
    from exchange.journey.acceptance import decline_offer

    open_reserve_seat(seat=reserve(season), by=season.director, now=now, reason="A fifth room")
    decline_offer(offer=season.offers[0], by=season.offers[0].application.person, now=now)
    given = dict(Offer.objects.filter(entry__isnull=False).values_list("seat__number", "entry__rank"))
    assert given == {5: 1, 1: 2}


@pytest.mark.parametrize("state", OCCUPYING)
def test_the_database_holds_one_occupying_offer_per_seat_and_per_application(season, state):
    first = season.offers[0]
    with pytest.raises(IntegrityError), transaction.atomic():
        seasons.an_offer(season.cycle, 1, state=state)
    with pytest.raises(IntegrityError), transaction.atomic():
        seasons.an_offer(season.cycle, 5, state=state, application=first.application)


def test_an_offer_that_ended_leaves_room_for_the_next(season):
    from portal.lifecycle.models import guarded_write

    with guarded_write():
        Offer.objects.filter(pk=season.offers[0].pk).update(state=OfferState.DECLINED)
    assert seasons.an_offer(season.cycle, 1).pk
