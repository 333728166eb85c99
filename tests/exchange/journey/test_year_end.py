"""What follows from what, at the end of a year: completed, archived, cancelled, and what is in the way of each."""

from datetime import date

import pytest
import seasons
from django.core.exceptions import PermissionDenied

from exchange.applications.models import Application
from exchange.applications.states import LIVE_BEFORE_THE_END, ApplicationState
from exchange.cycles.states import BEFORE_COMPLETED, CycleState
from exchange.journey import visit_ends
from exchange.journey.acceptance import accept_offer, decline_offer
from exchange.journey.year_end import InTheWayOfTheEnd, archive_cycle, cancel_cycle, complete_cycle
from exchange.offers.models import Offer, WaitingListEntry
from exchange.offers.states import EntryState, OfferState
from exchange.visits.models import Visit
from exchange.visits.states import VisitState
from portal.lifecycle.models import guarded_write
from portal.mail.models import OutboxMessage

pytestmark = [pytest.mark.django_db, pytest.mark.both]


@pytest.fixture
def now():
    return seasons.Clock()


@pytest.fixture
def director():
    return seasons.director()


def state_of(cycle):
    cycle.refresh_from_db()
    return cycle.state


def make_visit(offer, state):
    with guarded_write():
        return Visit.objects.create(
            offer=offer,
            application=offer.application,
            person=offer.application.person,
            state=state,
            first_day=date(2027, 9, 6),
            last_day=date(2027, 9, 17),
            changed_at=seasons.MONDAY,
        )


def test_a_year_with_everything_over_is_completed_and_archived(now):
    season = seasons.a_season(firm=1, reserve=0, held=0, list_=0)
    offer = seasons.an_offer(season.cycle, 1, state=OfferState.FULFILLED)
    make_visit(offer, VisitState.CLOSED)
    complete_cycle(cycle=season.cycle, by=season.officer, now=now)
    assert state_of(season.cycle) == CycleState.COMPLETED
    archive_cycle(cycle=season.cycle, by=season.officer, now=now)
    assert state_of(season.cycle) == CycleState.ARCHIVED


def test_a_live_offer_an_open_visit_and_whoever_waits_are_each_listed_and_nothing_is_completed(now):
    season = seasons.a_season(firm=2, reserve=0, held=1, list_=1)
    visit = make_visit(seasons.an_offer(season.cycle, 2, state=OfferState.ACCEPTED), VisitState.CONFIRMED)
    with pytest.raises(InTheWayOfTheEnd) as refused:
        complete_cycle(cycle=season.cycle, by=season.officer, now=now)
    assert {offer.seat.number for offer in refused.value.offers} == {1, 2}
    assert refused.value.visits == [visit]
    assert refused.value.entries == season.entries
    assert all(str(row) in str(refused.value) for row in (*refused.value.offers, visit, *season.entries))
    assert state_of(season.cycle) == CycleState.RUNNING


@pytest.mark.parametrize("state", [VisitState.PLANNING, VisitState.POSTPONED, VisitState.IN_PROGRESS])
def test_a_visit_in_any_open_state_is_in_the_way(now, state):
    season = seasons.a_season(firm=1, reserve=0, held=0, list_=0)
    visit = make_visit(seasons.an_offer(season.cycle, 1, state=OfferState.FULFILLED), state)
    with pytest.raises(InTheWayOfTheEnd) as refused:
        complete_cycle(cycle=season.cycle, by=season.officer, now=now)
    assert refused.value.visits == [visit]


def test_a_visit_that_waits_for_its_papers_lets_the_year_be_completed_but_not_archived(now):
    season = seasons.a_season(firm=1, reserve=0, held=0, list_=0)
    visit = make_visit(seasons.an_offer(season.cycle, 1, state=OfferState.FULFILLED), VisitState.COMPLETED)
    complete_cycle(cycle=season.cycle, by=season.officer, now=now)
    assert state_of(season.cycle) == CycleState.COMPLETED
    with pytest.raises(InTheWayOfTheEnd) as refused:
        archive_cycle(cycle=season.cycle, by=season.officer, now=now)
    assert refused.value.visits == [visit]
    assert state_of(season.cycle) == CycleState.COMPLETED


# --- Cancelled --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", BEFORE_COMPLETED)
def test_cancelled_from_every_state_before_completed(now, director, state):
    cycle = seasons.a_cycle(state, officer=seasons.officer())
    cancel_cycle(cycle=cycle, by=director, now=now, reason="The wing is rebuilt.")
    assert state_of(cycle) == CycleState.CANCELLED


def test_a_cancelled_cycle_ends_every_application_with_a_mail_and_closes_the_list(now, director):
    cycle = seasons.a_cycle(officer=seasons.officer())
    rows = {state: seasons.an_application(cycle, state) for state in ApplicationState}
    entry = seasons.waiting(cycle, 1)
    cancel_cycle(cycle=cycle, by=director, now=now, reason="The wing is rebuilt.")
    after = {state: Application.objects.get(pk=row.pk).state for state, row in rows.items()}
    lapsed, ended = ApplicationState.DRAFT, set(LIVE_BEFORE_THE_END) - {ApplicationState.DRAFT}
    assert after[lapsed] == ApplicationState.LAPSED
    assert {state for state in after if after[state] != state} == ended | {lapsed}
    assert {after[state] for state in ended} == {ApplicationState.ENDED}
    # What had ended is left alone, and writes to nobody.
    told = OutboxMessage.objects.filter(person__in=[row.person for row in rows.values()])
    assert set(told.values_list("person", flat=True)) == {rows[state].person_id for state in ended}
    assert all("The wing is rebuilt." in mail.text for mail in told)
    entry.refresh_from_db()
    assert entry.state == EntryState.CLOSED


def test_not_while_an_offer_is_live(now, director):
    season = seasons.a_season(firm=1, reserve=0, held=1, list_=1)
    with pytest.raises(InTheWayOfTheEnd) as refused:
        cancel_cycle(cycle=season.cycle, by=director, now=now, reason="The wing is rebuilt.")
    assert refused.value.offers == season.offers
    assert state_of(season.cycle) == CycleState.RUNNING
    assert WaitingListEntry.objects.get().state == EntryState.WAITING


def test_the_director_alone_cancels(now):
    season = seasons.a_season(firm=1, reserve=0, held=0, list_=0)
    with pytest.raises(PermissionDenied):
        cancel_cycle(cycle=season.cycle, by=season.officer, now=now, reason="The wing is rebuilt.")
    assert state_of(season.cycle) == CycleState.RUNNING


# --- Carried over -----------------------------------------------------------------------------------------------------


def test_carried_into_a_cycle_that_runs_already_comes_before_its_list(now):
    """The next free seat there goes to whoever was carried over, and rank 1 gets the one after it."""
    first = seasons.a_season(firm=1, reserve=0, held=0, list_=0, visit_from=date(2027, 8, 1))
    offer = seasons.an_offer(first.cycle, 1)
    accept_offer(offer=offer, by=offer.application.person, now=now, confirmed=True)
    coming = seasons.a_season(firm=2, reserve=0, held=2, list_=2, year=2028)
    born = visit_ends.defer_visit(
        visit=Visit.objects.get(offer=offer), by=first.officer, now=now, reason="A year later."
    )
    for held in coming.offers:
        decline_offer(offer=held, by=held.application.person, now=now)
    got = list(Offer.objects.filter(seat__cycle=coming.cycle, state=OfferState.OPEN).order_by("seat__number"))
    assert [made.application for made in got] == [born, coming.entries[0].application]


def test_the_office_reads_what_is_in_the_way_and_completes_once_it_is_gone(sign_in, now):
    season = seasons.a_season(firm=1, reserve=0, held=0, list_=1)
    offer = seasons.an_offer(season.cycle, 1)
    client = sign_in(season.officer)
    address = f"/admin/cycles/{season.cycle.pk}/complete/"
    page = client.get(address).content.decode()
    assert f"/admin/offers/inspect/{offer.pk}/" in page
    assert offer.application.named("en") in page
    assert "<textarea" not in page
    assert client.post(address).status_code == 409
    assert state_of(season.cycle) == CycleState.RUNNING


def test_the_director_cancels_with_a_reason_in_the_office(sign_in, director):
    season = seasons.a_season(firm=1, reserve=0, held=0, list_=1)
    client = sign_in(director)
    address = f"/admin/cycles/{season.cycle.pk}/cancel/"
    assert client.post(address, {"reason": ""}).status_code == 200
    assert state_of(season.cycle) == CycleState.RUNNING
    assert client.post(address, {"reason": "The airspace is closed."}).status_code == 302
    assert state_of(season.cycle) == CycleState.CANCELLED
