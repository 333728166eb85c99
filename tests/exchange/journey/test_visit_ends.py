"""What follows from what, for visits: seat, application, waiting list, ledger, calendar, mails."""

from datetime import UTC, date, datetime, timedelta

import pytest
import seasons

from exchange.applications.models import Affiliation, Application, DateWindow
from exchange.applications.states import ApplicationState
from exchange.cycles.states import CycleState
from exchange.journey import visit_ends
from exchange.journey.acceptance import accept_offer, give_back_seat
from exchange.journey.withdrawal import withdraw_application
from exchange.offers.models import Offer
from exchange.offers.states import EntryState, OfferState
from exchange.partners.models import LedgerEntry, Partner
from exchange.visits.actions.staying import arrive, confirm
from exchange.visits.models import Visit
from exchange.visits.states import CancelledBy, VisitState
from portal.lifecycle.refusals import NotPossibleNow, Refusal
from portal.mail.models import OutboxMessage

pytestmark = [pytest.mark.django_db, pytest.mark.both]


@pytest.fixture
def now():
    return seasons.Clock()


@pytest.fixture
def season():
    # Four offers open, six waiting, the visit window 1 August to 30 November 2027.
    return seasons.a_season(visit_from=date(2027, 8, 1), visit_to=date(2027, 11, 30))


@pytest.fixture
def visit(season, now):
    """A visit in planning, 6 to 17 September, of the offer on seat 1."""
    offer = season.offers[0]
    DateWindow.objects.create(
        application=offer.application, place=1, first_day=date(2027, 9, 6), last_day=date(2027, 9, 17)
    )
    accept_offer(offer=offer, by=offer.application.person, now=now, confirmed=True)
    return Visit.objects.get(offer=offer)


def partner_of(application):
    partner = Partner.objects.create(
        name="Klinikum Lindenhof", slug="lindenhof", country="DE", city_en="Freiburg", city_zh="弗莱堡",
        time_zone="Europe/Berlin",
    )  # fmt: skip
    Affiliation.objects.create(application=application, place=9, name=partner.name, sending=True, partner=partner)
    return partner


def arrived(visit, season, now, on):
    confirm(visit=visit, by=season.officer, now=now)
    now.instant = datetime(on.year, on.month, on.day, 4, tzinfo=UTC)
    arrive(visit=Visit.objects.get(pk=visit.pk), arrived_on=on, by=season.officer, now=now)
    return Visit.objects.get(pk=visit.pk)


def states(visit):
    fresh = Visit.objects.select_related("offer", "application").get(pk=visit.pk)
    return fresh.state, fresh.offer.state, fresh.application.state


def next_offer(visit):
    return Offer.objects.filter(seat=visit.offer.seat, state=OfferState.OPEN).first()


def kinds_to(person):
    return list(OutboxMessage.objects.filter(person=person).order_by("pk").values_list("kind", flat=True))


def test_acceptance_plans_the_visit_on_the_first_window_that_fits(visit):
    assert (visit.first_day, visit.last_day, visit.state) == (date(2027, 9, 6), date(2027, 9, 17), VisitState.PLANNING)
    assert states(visit) == (VisitState.PLANNING, OfferState.ACCEPTED, ApplicationState.SELECTED)


def test_a_stay_that_overlaps_another_of_the_person_is_refused_at_acceptance(season, visit, now):
    training = seasons.a_season(
        programme="TR", visit_from=date(2027, 8, 1), visit_to=date(2027, 11, 30), firm=1, held=1, list_=0
    )
    other = training.offers[0]
    Application.objects.filter(pk=other.application_id).update(person=visit.person)
    other = Offer.objects.get(pk=other.pk)
    with pytest.raises(Refusal) as refused:
        accept_offer(offer=other, by=visit.person, now=now, confirmed=True, days=(date(2027, 9, 17), date(2027, 9, 20)))
    assert refused.value.field == "last_day"
    other.refresh_from_db()
    assert other.state == OfferState.OPEN
    accept_offer(offer=other, by=visit.person, now=now, confirmed=True, days=(date(2027, 9, 18), date(2027, 9, 20)))


def test_dates_outside_the_cycle_are_refused_at_acceptance(season, now):
    offer = season.offers[1]
    with pytest.raises(Refusal):
        accept_offer(
            offer=offer,
            by=offer.application.person,
            now=now,
            confirmed=True,
            days=(date(2027, 7, 30), date(2027, 8, 9)),
        )
    offer.refresh_from_db()
    assert offer.state == OfferState.OPEN


def test_a_completed_visit_uses_its_seat_and_is_booked(season, visit, now):
    partner = partner_of(visit.application)
    here = arrived(visit, season, now, date(2027, 9, 7))
    now.instant = datetime(2027, 9, 17, 9, tzinfo=UTC)
    visit_ends.complete_visit(visit=here, left_on=date(2027, 9, 17), by=season.officer, now=now)

    assert states(visit) == (VisitState.COMPLETED, OfferState.FULFILLED, ApplicationState.HOSTED)
    assert next_offer(visit) is None
    entry = LedgerEntry.objects.get(partner=partner)
    assert (entry.year, entry.direction, entry.persons, entry.days) == (2027, "in", 1, 11)


def test_cut_short_after_arrival_keeps_the_seat_used_and_books_the_real_days(season, visit, now):
    partner = partner_of(visit.application)
    here = arrived(visit, season, now, date(2027, 9, 6))
    now.instant = datetime(2027, 9, 9, 9, tzinfo=UTC)
    visit_ends.complete_visit(visit=here, left_on=date(2027, 9, 9), by=season.officer, now=now, reason="Family.")

    assert states(visit) == (VisitState.COMPLETED, OfferState.FULFILLED, ApplicationState.HOSTED)
    assert LedgerEntry.objects.get(partner=partner).days == 4
    assert Visit.objects.get(pk=visit.pk).last_day == date(2027, 9, 9)
    assert next_offer(visit) is None


@pytest.mark.parametrize(
    ("by_whom", "offer_state"),
    [
        (CancelledBy.EXPERT, OfferState.RELINQUISHED),
        (CancelledBy.HOSPITAL, OfferState.RESCINDED),
        (CancelledBy.AUTHORITY, OfferState.RESCINDED),
    ],
)
def test_cancelled_before_arrival_frees_the_seat_for_the_next(season, visit, now, by_whom, offer_state):
    visit_ends.cancel_visit(visit=visit, cancelled_by=by_whom, by=season.officer, now=now, reason="Visa refused.")

    assert states(visit) == (VisitState.CANCELLED, offer_state, ApplicationState.ENDED)
    assert next_offer(visit).entry == season.entries[0]
    assert seasons.list_states(season.cycle)[1] == EntryState.OFFERED
    assert kinds_to(visit.person)[-1].startswith("visits.")


def test_after_the_stop_a_cancelled_visits_seat_stays_empty(season, visit, now):
    now.instant = season.cycle.stop_promotion_at + timedelta(minutes=2)
    visit_ends.cancel_visit(
        visit=visit, cancelled_by=CancelledBy.EXPERT, by=season.officer, now=now, reason="Cannot come."
    )
    assert next_offer(visit) is None


def test_a_no_show_frees_the_seat(season, visit, now):
    confirm(visit=visit, by=season.officer, now=now)
    visit_ends.miss_visit(
        visit=Visit.objects.get(pk=visit.pk), by=season.officer, now=now, reason="No word for a week."
    )
    assert states(visit) == (VisitState.NO_SHOW, OfferState.RELINQUISHED, ApplicationState.ENDED)
    assert next_offer(visit).entry == season.entries[0]


def test_postponed_within_the_window_keeps_the_seat(season, visit, now):
    visit_ends.postpone_visit(visit=visit, by=season.officer, now=now, reason="Conference.")
    assert states(visit) == (VisitState.POSTPONED, OfferState.ACCEPTED, ApplicationState.SELECTED)
    assert next_offer(visit) is None
    fresh = Visit.objects.get(pk=visit.pk)
    visit_ends.plan_visit_again(
        visit=fresh, first_day=date(2027, 10, 11), last_day=date(2027, 10, 20), by=season.officer, now=now
    )
    fresh.refresh_from_db()
    assert (fresh.state, fresh.first_day) == (VisitState.PLANNING, date(2027, 10, 11))


def test_postponed_twice_keeps_the_seat_as_well(season, visit, now):
    for first in (date(2027, 10, 11), date(2027, 11, 8)):
        fresh = Visit.objects.get(pk=visit.pk)
        visit_ends.postpone_visit(visit=fresh, by=season.officer, now=now, reason="Again.")
        fresh.refresh_from_db()
        visit_ends.plan_visit_again(
            visit=fresh, first_day=first, last_day=first + timedelta(days=4), by=season.officer, now=now
        )
    assert states(visit) == (VisitState.PLANNING, OfferState.ACCEPTED, ApplicationState.SELECTED)


def test_new_days_beyond_the_window_are_refused(season, visit, now):
    visit_ends.postpone_visit(visit=visit, by=season.officer, now=now, reason="Conference.")
    fresh = Visit.objects.get(pk=visit.pk)
    with pytest.raises(Refusal):
        visit_ends.plan_visit_again(
            visit=fresh, first_day=date(2027, 12, 6), last_day=date(2027, 12, 10), by=season.officer, now=now
        )
    fresh.refresh_from_db()
    assert fresh.state == VisitState.POSTPONED


def test_a_deferral_is_refused_until_the_next_cycle_exists(season, visit, now):
    with pytest.raises(Refusal):
        visit_ends.defer_visit(visit=visit, by=season.officer, now=now, reason="A year later.")
    assert states(visit) == (VisitState.PLANNING, OfferState.ACCEPTED, ApplicationState.SELECTED)


def test_a_deferral_frees_the_seat_and_is_born_selected_in_the_next_cycle(season, visit, now):
    coming = seasons.a_cycle(CycleState.DRAFT, year=2028)
    born = visit_ends.defer_visit(visit=visit, by=season.officer, now=now, reason="A year later.")
    assert states(visit) == (VisitState.DEFERRED, OfferState.DEFERRED, ApplicationState.ENDED)
    assert next_offer(visit).entry == season.entries[0]
    assert (born.cycle, born.person, born.state) == (coming, visit.person, ApplicationState.SELECTED)
    assert born.number.startswith("VE-2028-")


def test_withdrawing_cancels_the_visit_and_frees_the_seat(season, visit, now):
    withdraw_application(application=visit.application, by=visit.person, now=now, reason="New post.")
    assert states(visit) == (VisitState.CANCELLED, OfferState.RELINQUISHED, ApplicationState.WITHDRAWN)
    assert next_offer(visit).entry == season.entries[0]


def test_a_seat_given_back_takes_its_visit_with_it(season, visit, now):
    give_back_seat(offer=visit.offer, by=visit.person, now=now, words="My chief left.")
    assert states(visit) == (VisitState.CANCELLED, OfferState.RELINQUISHED, ApplicationState.ENDED)
    assert next_offer(visit).entry == season.entries[0]


def test_nobody_withdraws_once_the_guest_is_here(season, visit, now):
    here = arrived(visit, season, now, date(2027, 9, 6))
    with pytest.raises(NotPossibleNow):
        withdraw_application(application=here.application, by=here.person, now=now)
    assert states(visit)[0] == VisitState.IN_PROGRESS


def test_the_clock_never_records_an_arrival(season, visit, now):
    from portal.operations.ticking import tick_once

    confirm(visit=visit, by=season.officer, now=now)
    now.instant = datetime(2027, 9, 10, 4, tzinfo=UTC)
    tick_once(now=now)
    assert states(visit)[0] == VisitState.CONFIRMED
