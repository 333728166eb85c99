"""A seat that comes free goes to the next in order: at once or in office hours, and never after the stop."""

from datetime import UTC, datetime, timedelta

import pytest
import seasons
from django.core.exceptions import PermissionDenied
from django.http import Http404

from exchange.applications.states import ApplicationState
from exchange.cycles.states import Promotion
from exchange.journey.acceptance import accept_offer, decline_offer, give_back_seat
from exchange.journey.withdrawal import withdraw_application
from exchange.offers.actions.clock import pass_time
from exchange.offers.actions.offering import offer_to_next, rescind_offer
from exchange.offers.actions.stopping import move_stop
from exchange.offers.models import Offer
from exchange.offers.queries.standing import standing
from exchange.offers.states import Because, EntryState, OfferState
from portal.lifecycle.refusals import NotPossibleNow, Refusal
from portal.mail.models import OutboxMessage

pytestmark = [pytest.mark.django_db, pytest.mark.both]


@pytest.fixture
def season():
    return seasons.a_season()


@pytest.fixture
def now():
    return seasons.Clock()


def owner(offer):
    return offer.application.person


def kinds_to(person):
    return list(OutboxMessage.objects.filter(person=person).order_by("pk").values_list("kind", flat=True))


def test_a_declined_seat_goes_to_rank_one_at_once(season, now):
    offer = season.offers[2]
    decline_offer(offer=offer, by=owner(offer), now=now, words="My chief left.")

    offer.refresh_from_db()
    assert (offer.state, offer.words, offer.ended_at) == (OfferState.DECLINED, "My chief left.", now())
    given = Offer.objects.get(seat=offer.seat, state=OfferState.OPEN)
    assert (given.entry, given.follows, given.made_at, given.made_by) == (season.entries[0], offer, now(), None)
    assert seasons.list_states(season.cycle)[1] == EntryState.OFFERED
    assert given.application.state == ApplicationState.SELECTED
    offer.application.refresh_from_db()
    assert offer.application.state == ApplicationState.ENDED
    assert kinds_to(owner(offer)) == ["offers.declined"]
    assert kinds_to(owner(given)) == ["offers.promoted"]
    assert kinds_to(season.officer) == ["offers.office_told"]


def test_the_offers_clock_ends_at_closing_time_on_a_working_day(season, now):
    decline_offer(offer=season.offers[0], by=owner(season.offers[0]), now=now)
    given = Offer.objects.get(entry=season.entries[0])
    # 14 days from Monday 12 July 2027, at 18:00 in Shanghai.
    assert given.expires_at == datetime(2027, 7, 26, 10, 0, tzinfo=UTC)


def test_an_accepted_offer_keeps_its_seat_and_moves_nobody(season, now):
    offer = season.offers[0]
    accept_offer(offer=offer, by=owner(offer), now=now, confirmed=True)
    offer.refresh_from_db()
    assert (offer.state, offer.accepted_at) == (OfferState.ACCEPTED, now())
    assert seasons.list_states(season.cycle) == dict.fromkeys(range(1, 7), EntryState.WAITING)
    assert kinds_to(owner(offer)) == ["offers.accepted"]


def test_nobody_accepts_without_the_tick_or_for_somebody_else(season, now):
    offer = season.offers[0]
    with pytest.raises(Refusal) as refused:
        accept_offer(offer=offer, by=owner(offer), now=now)
    assert refused.value.field == "confirmed"
    with pytest.raises(Http404):
        accept_offer(offer=offer, by=owner(season.offers[1]), now=now, confirmed=True)


def test_an_expired_offer_cannot_be_accepted_though_no_job_has_run(season, now):
    offer = season.offers[0]
    now.instant = offer.expires_at
    with pytest.raises(NotPossibleNow) as refused:
        accept_offer(offer=offer, by=owner(offer), now=now, confirmed=True)
    assert "ended" in str(refused.value)
    # What time did stays, though the act was refused: the offer has ended and the seat has gone on.
    offer.refresh_from_db()
    assert (offer.state, offer.ended_at) == (OfferState.EXPIRED, offer.expires_at)
    assert Offer.objects.get(seat=offer.seat, state=OfferState.OPEN).entry == season.entries[0]


def test_several_that_ran_out_end_once_each_in_their_order_with_their_own_times(season, now):
    for days, offer in zip((3, 1, 2), season.offers, strict=False):
        Offer.objects.filter(pk=offer.pk).update(expires_at=seasons.MONDAY + timedelta(days=days))
    now.pass_(days=5)
    pass_time(now=now)
    pass_time(now=now)
    ended = Offer.objects.filter(state=OfferState.EXPIRED).order_by("seat__number")
    assert [offer.ended_at - seasons.MONDAY for offer in ended] == [timedelta(days=d) for d in (3, 1, 2)]
    # Seats go on by their number, people by their rank.
    assert [Offer.objects.get(follows=offer).entry.rank for offer in ended] == [1, 2, 3]
    assert all(kinds_to(owner(offer)) == ["offers.expired"] for offer in ended)


def test_a_seat_given_back_goes_on(season, now):
    offer = season.offers[0]
    accept_offer(offer=offer, by=owner(offer), now=now, confirmed=True)
    give_back_seat(offer=offer, by=owner(offer), now=now)
    offer.refresh_from_db()
    assert offer.state == OfferState.RELINQUISHED
    assert Offer.objects.get(follows=offer).entry == season.entries[0]


def test_in_office_hours_only_a_seat_freed_in_the_evening_waits_for_the_morning(now):
    season = seasons.a_season(promotion=Promotion.OFFICE_HOUR)
    offer = season.offers[0]
    now.instant = datetime(2027, 7, 16, 12, 0, tzinfo=UTC)  # Friday 20:00 in Shanghai
    decline_offer(offer=offer, by=owner(offer), now=now)
    assert seasons.list_states(season.cycle)[1] == EntryState.WAITING
    stand = standing(season.cycle, now())
    assert stand.rules.next_office_hour.astimezone(UTC) == datetime(2027, 7, 19, 1, 0, tzinfo=UTC)

    now.instant = datetime(2027, 7, 19, 0, 59, tzinfo=UTC)
    pass_time(now=now)
    assert seasons.list_states(season.cycle)[1] == EntryState.WAITING
    now.instant = datetime(2027, 7, 19, 1, 0, tzinfo=UTC)  # Monday 09:00
    pass_time(now=now)
    assert seasons.list_states(season.cycle)[1] == EntryState.OFFERED


def test_after_the_stop_the_seat_stays_empty_and_the_list_closes_with_a_mail(season, now):
    offer, still_open = season.offers[0], season.offers[1]
    Offer.objects.filter(pk=still_open.pk).update(expires_at=season.cycle.stop_promotion_at + timedelta(days=3))
    Offer.objects.filter(pk=offer.pk).update(expires_at=season.cycle.stop_promotion_at + timedelta(days=1))
    for other in season.offers[2:]:
        accept_offer(offer=other, by=owner(other), now=now, confirmed=True)
    now.instant = season.cycle.stop_promotion_at
    pass_time(now=now)
    assert set(seasons.list_states(season.cycle).values()) == {EntryState.CLOSED}
    assert kinds_to(season.entries[5].application.person) == ["offers.list_closed"]
    # Offers that are open run to their own clocks; what they leave stays empty.
    accept_offer(offer=still_open, by=owner(still_open), now=now, confirmed=True)
    decline_offer(offer=offer, by=owner(offer), now=now)
    assert [seat for seat, _who in seasons.occupying(season.cycle)] == [2, 3, 4]


def test_the_director_moves_the_stop_and_all_wait_again_at_their_old_rank(season, now):
    now.instant = season.cycle.stop_promotion_at
    pass_time(now=now)
    with pytest.raises(PermissionDenied):
        move_stop(cycle=season.cycle, stop_at=now() + timedelta(days=9), by=season.officer, now=now, reason="Visa")
    move_stop(cycle=season.cycle, stop_at=now() + timedelta(days=9), by=season.director, now=now, reason="Visa")
    # All four offers had run out by then: their seats go to ranks 1 to 4 at once.
    assert seasons.list_states(season.cycle) == {
        **dict.fromkeys((1, 2, 3, 4), EntryState.OFFERED), 5: EntryState.WAITING, 6: EntryState.WAITING
    }  # fmt: skip
    assert kinds_to(season.entries[5].application.person) == ["offers.list_closed", "offers.list_open"]


def test_a_mistake_of_ours_puts_the_person_back_and_the_seat_waits_for_a_click(season, now):
    first = season.offers[0]
    decline_offer(offer=first, by=owner(first), now=now)
    mistaken = Offer.objects.get(follows=first)
    rescind_offer(offer=mistaken, because=Because.MISTAKE, by=season.officer, now=now, reason="Wrong seat")

    assert seasons.list_states(season.cycle)[1] == EntryState.WAITING
    season.entries[0].application.refresh_from_db()
    assert season.entries[0].application.state == ApplicationState.WAITLISTED
    pass_time(now=now)
    assert [seat for seat, _who in seasons.occupying(season.cycle)] == [2, 3, 4], "nobody gets it by itself"
    # Another seat that comes free meanwhile goes to rank 1, who is first again.
    second = season.offers[1]
    decline_offer(offer=second, by=owner(second), now=now)
    assert Offer.objects.get(follows=second).entry.rank == 1
    # The click gives the seat to whoever is next then.
    given = offer_to_next(seat=first.seat, by=season.officer, now=now)
    assert (given.entry.rank, given.seat.number) == (2, 1)
    given.seat.refresh_from_db()
    assert given.seat.awaits_click_since is None


def test_rescinded_because_of_the_person_the_entry_has_passed(season, now):
    first = season.offers[0]
    decline_offer(offer=first, by=owner(first), now=now)
    offer = Offer.objects.get(follows=first)
    rescind_offer(offer=offer, because=Because.PERSON, by=season.officer, now=now, reason="No registration")
    assert seasons.list_states(season.cycle)[1] == EntryState.PASSED
    assert Offer.objects.get(follows=offer).entry.rank == 2


def test_only_an_offer_from_the_list_can_be_undone_as_a_mistake(season, now):
    with pytest.raises(Refusal, match="Only an offer from the waiting list"):
        rescind_offer(offer=season.offers[0], because=Because.MISTAKE, by=season.officer, now=now, reason="Oh")
    season.offers[0].refresh_from_db()
    assert season.offers[0].state == OfferState.OPEN


def test_whoever_withdraws_while_being_offered_leaves_the_list_and_the_seat_goes_on(season, now):
    first = season.offers[0]
    decline_offer(offer=first, by=owner(first), now=now)
    offer = Offer.objects.get(follows=first)
    withdraw_application(application=offer.application, by=owner(offer), now=now, reason="Ill")
    offer.refresh_from_db()
    assert offer.state == OfferState.DECLINED
    assert seasons.list_states(season.cycle)[1] == EntryState.WITHDRAWN
    assert offer.application.__class__.objects.get(pk=offer.application.pk).state == ApplicationState.WITHDRAWN
    assert Offer.objects.get(follows=offer).entry.rank == 2


def test_when_everybody_has_passed_the_seat_is_free_and_says_so(now):
    season = seasons.a_season(firm=1, held=1, list_=2)
    for _turn in range(3):
        offer = Offer.objects.get(seat__cycle=season.cycle, state=OfferState.OPEN)
        decline_offer(offer=offer, by=owner(offer), now=now)
    assert seasons.occupying(season.cycle) == []
    with pytest.raises(Refusal, match="Nobody waits"):
        offer_to_next(seat=season.offers[0].seat, by=season.officer, now=now)
