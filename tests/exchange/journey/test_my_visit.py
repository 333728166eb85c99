"""“My visit”: what its person reads and answers; nobody else sees it, and what was too late says so."""

import pytest
import seasons
from django.test import Client
from django.urls import reverse
from django.utils import translation

from exchange.applications.models import Application
from exchange.applications.states import ApplicationState
from exchange.cycles.states import CycleState
from exchange.offers.models import Offer
from exchange.offers.states import OfferState
from portal.clock.system import system_now

pytestmark = pytest.mark.django_db


@pytest.fixture
def season():
    """As of today, since pages read the system's clock."""
    today = system_now()
    from datetime import timedelta

    made = seasons.a_season(
        stop_promotion_at=today + timedelta(days=30),
        opens_at=today - timedelta(days=200),
        closes_at=today - timedelta(days=150),
    )
    Offer.objects.filter(seat__cycle=made.cycle).update(made_at=today, expires_at=today + timedelta(days=9))
    return made


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


def address(name, *args, language="en"):
    with translation.override(language):
        return reverse(name, args=args)


@pytest.mark.parametrize(("language", "words"), [("en", "We would like you to come"), ("zh-hans", "诚邀您来访")])
def test_an_open_offer_shows_two_clocks_and_one_confirmation(season, language, words):
    offer = season.offers[0]
    page = signed_in(offer.application.person).get(address("my_visit", language=language)).content.decode()
    assert words in page
    assert page.count("<time datetime") == 2
    assert 'name="confirmed"' in page
    assert address("offer_decline", offer.pk, language=language) in page


def test_accepting_takes_the_tick_and_one_click(season):
    offer = season.offers[0]
    client = signed_in(offer.application.person)
    refused = client.post(address("offer_accept", offer.pk), {})
    assert refused.status_code == 409
    assert "Tick the box" in refused.content.decode()
    done = client.post(address("offer_accept", offer.pk), {"confirmed": "yes"}, follow=True)
    assert "Your seat is yours" in done.content.decode()
    offer.refresh_from_db()
    assert offer.state == OfferState.ACCEPTED
    again = client.post(address("offer_accept", offer.pk), {"confirmed": "yes"})
    assert (again.status_code, "has been accepted" in again.content.decode()) == (409, True)


def test_accepting_after_the_end_is_a_clear_page(season):
    offer = season.offers[0]
    Offer.objects.filter(pk=offer.pk).update(expires_at=system_now())
    client = signed_in(offer.application.person)
    assert "The offer has ended" in client.get(address("my_visit")).content.decode()
    answer = client.post(address("offer_accept", offer.pk), {"confirmed": "yes"})
    assert answer.status_code == 409
    assert "was not answered in time" in answer.content.decode()


def test_declining_takes_one_more_page_with_room_for_why(season):
    offer = season.offers[0]
    client = signed_in(offer.application.person)
    assert client.get(address("offer_decline", offer.pk)).status_code == 200
    offer.refresh_from_db()
    assert offer.state == OfferState.OPEN, "opening the page changes nothing"
    done = client.post(address("offer_decline", offer.pk), {"words": "My chief left."}, follow=True)
    assert "The offer has ended" in done.content.decode()
    offer.refresh_from_db()
    assert (offer.state, offer.words) == (OfferState.DECLINED, "My chief left.")


def test_somebody_on_the_list_reads_their_rank_and_when_it_closes(season):
    entry = season.entries[2]
    page = signed_in(entry.application.person).get(address("my_visit")).content.decode()
    assert "You stand at rank 3" in page
    assert page.count("<time datetime") == 2


def test_another_persons_offer_is_not_there_not_even_for_staff(season):
    offer = season.offers[0]
    for person in (season.officer, season.offers[1].application.person):
        client = signed_in(person)
        assert client.post(address("offer_accept", offer.pk), {"confirmed": "yes"}).status_code == 404
        assert client.get(address("offer_decline", offer.pk)).status_code == 404
        assert client.get(address("my_visit_of", offer.application_id)).status_code == 404


def test_nothing_is_told_before_the_release():
    cycle = seasons.a_cycle(CycleState.DECIDING)
    application = seasons.an_application(cycle, ApplicationState.UNDER_REVIEW)
    client = signed_in(application.person)
    assert client.get(address("my_visit")).status_code == 302
    assert client.get(address("my_visit_of", application.pk)).status_code == 404


def test_withdrawing_from_the_page_ends_all_of_it(season):
    offer = season.offers[0]
    client = signed_in(offer.application.person)
    old_way = client.get(address("my_application_withdraw", offer.application_id))
    assert old_way["Location"] == address("my_visit_withdraw", offer.application_id)
    client.post(address("my_visit_withdraw", offer.application_id), {"words": "Ill"})
    assert Application.objects.get(pk=offer.application_id).state == ApplicationState.WITHDRAWN


def test_the_page_of_an_application_leads_here_once_its_outcome_is_out(season):
    client = signed_in(season.offers[0].application.person)
    answer = client.get(address("my_application", season.offers[0].application_id))
    assert answer["Location"] == address("my_visit_of", season.offers[0].application_id)
