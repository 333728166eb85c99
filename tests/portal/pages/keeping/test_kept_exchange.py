"""Kept pages of names, partners and the site's records change with what they show."""

import pytest
from django.test import Client
from kept_pages import anew

from portal.clock.system import system_now

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def exchange(pages):
    """The pages of the exchange beside those of the site, kept too."""
    from exchange.partners.models import Partner, PartnersPage
    from exchange.visits.models import PastExpertsPage

    partners = PartnersPage.objects.get(locale__language_code="en")
    more = {
        "partners": partners.url,
        "a partner": partners.partner_address(Partner.objects.get(slug="nemocnice-pod-kastany")),
        "another": partners.partner_address(Partner.objects.get(slug="st-gertrude")),
        "experts": PastExpertsPage.objects.get(locale__language_code="en").url,
    }
    for _twice in range(2):
        anew(more)
    assert anew(more) == set()
    return pages | more


def test_a_name_that_is_taken_off_is_gone_from_every_kept_page(exchange):
    from portal.people.models import NameConsent
    from portal.people.naming import withdraw_name

    shown = Client().get(exchange["experts"]).content.decode()
    person = next(row.person for row in NameConsent.objects.all() if str(row.person.named("en")) in shown)
    withdraw_name(person=person, by=person, now=system_now)
    assert str(person.named("en")) not in Client().get(exchange["experts"]).content.decode()
    changed = anew(exchange)
    assert {"home en", "home zh"} <= changed
    assert changed.isdisjoint({"news en", "privacy en", "call en", "programme en", "edition en", "partners"})


def test_what_is_said_of_a_partner_changes_the_pages_of_partners(exchange):
    from exchange.partners.models import Partner

    partner = Partner.objects.get(slug="nemocnice-pod-kastany")
    partner.note_en = "Another sentence."
    partner.save()
    assert "Another sentence." in Client().get(exchange["partners"]).content.decode()
    changed = anew(exchange)
    assert {"a partner", "home en"} <= changed
    assert changed.isdisjoint({"news en", "privacy en", "call en", "edition en"})


def test_a_record_stands_at_once_at_the_foot_of_every_page(exchange):
    from portal.pages.models import SiteIdentity

    SiteIdentity.objects.create(icp_number="沪ICP备12345678号-1")
    assert "沪ICP备12345678号-1" in Client().get(exchange["privacy zh"]).content.decode()
    assert set(exchange) - anew(exchange) == {"privacy zh"}
