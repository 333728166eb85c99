"""The office says which partner an applicant comes from; the ledger follows, also where the stay is over."""

from datetime import UTC, date, datetime

import pytest
import seasons
from wagtail.models import ModelLogEntry

from exchange.applications.models import Affiliation, DateWindow
from exchange.applications.queries.answers import write_values
from exchange.journey.acceptance import accept_offer
from exchange.journey.recognition import name_partner
from exchange.journey.visit_ends import complete_visit
from exchange.partners.actions import reverse
from exchange.partners.models import LedgerEntry, Partner
from exchange.visits.actions.staying import arrive, confirm
from exchange.visits.models import Visit
from portal.lifecycle.refusals import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    return seasons.Clock()


@pytest.fixture
def season():
    return seasons.a_season(visit_from=date(2027, 8, 1), visit_to=date(2027, 11, 30))


@pytest.fixture
def application(season):
    found = season.offers[0].application
    Affiliation.objects.create(
        application=found, place=9, name="Univ. Klinik Lindenhof", city="Freiburg", country="DE", sending=True
    )
    return found


def a_partner(name, slug):
    return Partner.objects.create(
        name=name, slug=slug, country="DE", city_en="Freiburg", city_zh="弗莱堡", time_zone="Europe/Berlin"
    )


@pytest.fixture
def lindenhof(db):
    return a_partner("Klinikum Lindenhof", "lindenhof")


def stay(season, application, now):
    DateWindow.objects.create(application=application, place=1, first_day=date(2027, 9, 6), last_day=date(2027, 9, 17))
    accept_offer(offer=season.offers[0], by=application.person, now=now, confirmed=True)
    visit = Visit.objects.get(application=application)
    confirm(visit=visit, by=season.officer, now=now)
    now.instant = datetime(2027, 9, 6, 4, tzinfo=UTC)
    arrive(visit=Visit.objects.get(pk=visit.pk), arrived_on=date(2027, 9, 6), by=season.officer, now=now)
    now.instant = datetime(2027, 9, 17, 8, tzinfo=UTC)
    visit = Visit.objects.get(pk=visit.pk)
    return complete_visit(visit=visit, left_on=date(2027, 9, 17), by=season.officer, now=now)


def test_named_before_the_visit_its_end_books_the_stay(season, application, lindenhof, now):
    name_partner(application=application, partner=lindenhof, by=season.officer, now=now)
    stay(season, application, now)
    entry = LedgerEntry.objects.get(partner=lindenhof)
    assert (entry.persons, entry.days, entry.year) == (1, 12, 2027)


def test_named_after_the_visit_the_stay_is_booked_at_once_and_once(season, application, lindenhof, now):
    stay(season, application, now)
    assert not LedgerEntry.objects.exists()
    for _again in range(2):
        name_partner(application=application, partner=lindenhof, by=season.officer, now=now)
    assert LedgerEntry.objects.get().days == 12
    line = ModelLogEntry.objects.filter(action="exchange.application.name_partner").first()
    assert line.user == season.officer
    assert line.data["hospital"] == "Univ. Klinik Lindenhof"


def test_a_stay_that_is_booked_is_not_moved_to_another_partner(season, application, lindenhof, now):
    name_partner(application=application, partner=lindenhof, by=season.officer, now=now)
    stay(season, application, now)
    for other in (a_partner("Krankenhaus Elbufer", "elbufer"), None):
        with pytest.raises(Refusal, match="Klinikum Lindenhof"):
            name_partner(application=application, partner=other, by=season.officer, now=now)
    assert LedgerEntry.objects.get().partner == lindenhof


def test_once_it_is_reversed_there_it_is_booked_with_the_right_one(season, application, lindenhof, now):
    name_partner(application=application, partner=lindenhof, by=season.officer, now=now)
    stay(season, application, now)
    reverse(entry=LedgerEntry.objects.get(), by=season.officer, now=now, reason="Another hospital of that name")
    elbufer = a_partner("Krankenhaus Elbufer", "elbufer")
    name_partner(application=application, partner=elbufer, by=season.officer, now=now)
    assert sum(entry.days for entry in LedgerEntry.objects.filter(partner=lindenhof)) == 0
    assert [entry.days for entry in LedgerEntry.objects.filter(partner=elbufer)] == [12]


def test_the_office_names_it_on_the_application(season, application, lindenhof, sign_in):
    client = sign_in(season.officer)
    address = f"/admin/applications/{application.pk}/name-partner/"
    assert address in client.get(f"/admin/screening/{application.pk}/").content.decode()
    assert "Univ. Klinik Lindenhof" in client.get(address).content.decode()
    assert client.post(address, {"partner": lindenhof.pk}).status_code == 302
    assert application.affiliations.get(sending=True).partner == lindenhof


def named(name):
    return {"affiliation_1_name": name, "affiliation_1_country": "DE", "sending": "1"}


def test_a_partner_is_recognised_without_accents_and_what_the_office_says_outlives_a_save(season, application, now):
    partner = a_partner("Hôpital Sévérin", "severin")

    def saved(name):
        fresh = type(application).objects.get(pk=application.pk)
        write_values(fresh, named(name))
        return fresh.affiliations.get(place=1).partner

    assert saved("hopital severin") == partner
    name_partner(application=application, partner=None, by=season.officer, now=now)
    assert saved("hopital severin") is None
    assert saved("Hôpital Sévérin") == partner
