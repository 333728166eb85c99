"""What the demo promises in figures, as its pages and tables say them."""

from collections import Counter

import pytest
from django.utils import timezone

from events.editions.models import Edition
from exchange.applications.demo import ODD
from exchange.applications.models import Application
from exchange.applications.queries.screening import twins_of
from exchange.cycles.models import Cycle
from exchange.offers.models import Offer, WaitingListEntry
from exchange.offers.queries.screen import seats_screen
from exchange.partners.models import Partner
from exchange.placements.models import Placement
from exchange.visits.models import Visit
from portal.access.roles import Role
from portal.mail.models import OutboxMessage
from portal.operations.models import DemoRow
from portal.pages.models import StoryPage
from portal.people.models import User

pytestmark = pytest.mark.django_db(transaction=True)


def cycle(key):
    return DemoRow.objects.get(key=f"cycle.{key}").obj


def cards(which):
    return Counter(card.state for card in seats_screen(which, timezone.now(), "en").cards)


def test_last_year_is_archived_with_four_seats_used_and_the_reserve_never_opened(demo_site):
    last = cycle("last")
    assert last.state == "archived"
    assert Offer.objects.filter(seat__cycle=last, state="fulfilled").count() == 4
    assert last.seats.filter(kind="reserve", opened_at=None).count() == 1
    assert set(Visit.objects.filter(offer__seat__cycle=last).values_list("state", flat=True)) == {"closed"}


def test_this_year_runs_with_a_seat_in_each_state_and_six_waiting(demo_site):
    this = cycle("this")
    assert this.state == "running"
    assert cards(this) == {"used": 1, "filled": 2, "open": 1, "shut": 1}
    visits = Counter(Visit.objects.filter(offer__seat__cycle=this).values_list("state", flat=True))
    assert visits == {"completed": 1, "in_progress": 1, "planning": 1, "cancelled": 1}
    offer = Offer.objects.get(seat__cycle=this, state="open")
    assert (timezone.now() - offer.made_at).days in (4, 5)
    assert WaitingListEntry.objects.filter(cycle=this, state="waiting").count() == 6


def test_next_years_call_has_sixty_applications_a_dozen_of_them_odd(demo_site):
    call = cycle("next")
    assert call.state == "open"
    assert call.applications.count() == 60
    twins = [row for row in call.applications.filter(submitted_at__isnull=False) if twins_of(row)]
    assert len(ODD) + len(twins) == 12


def test_the_other_states_of_a_cycle_are_shown_by_the_training_stream(demo_site):
    states = set(Cycle.objects.filter(programme="TR").values_list("state", flat=True))
    assert states >= {"draft", "closed", "reviewing", "deciding", "released", "completed", "cancelled"}
    assert Cycle.objects.filter(programme="VE").count() == 3


def test_partners_doctors_placements_editions(demo_site):
    assert Partner.objects.count() == 12
    assert Partner.objects.values("country").distinct().count() == 9
    assert User.objects.filter(role_assignments__role=Role.DOCTOR, role_assignments__until=None).distinct().count() == 8
    under_way = ("with_partner", "verified", "approved", "ready", "abroad")
    assert Placement.objects.filter(state__in=under_way).count() == 5
    assert Edition.objects.exclude(state="draft").count() == 2
    for language in ("en", "zh-hans"):
        assert StoryPage.objects.live().filter(locale__language_code=language).count() == 12


def test_one_was_entered_by_staff_and_awaits_its_person(demo_site):
    entered = Application.objects.get(entered_by__isnull=False)
    assert (entered.state, entered.submitted_at) == ("draft", None)
    mail = OutboxMessage.objects.get(person=entered.person)
    assert mail.state == "held"
    assert entered.confirmation_asked_at == mail.created_at


def test_mails_are_held_but_for_the_few_that_were_let_go(demo_site):
    states = Counter(OutboxMessage.objects.values_list("state", flat=True))
    assert states["held"] > 300
    assert sum(states.values()) - states["held"] < 12
