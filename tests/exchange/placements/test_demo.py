"""The demo has a placement and an opportunity in every state, and years of stays that the ledger counts."""

import pytest

from exchange.partners.models import Direction, LedgerEntry
from exchange.placements.models import Opportunity, Placement
from exchange.placements.states import OpportunityState, PlacementState

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_demo_has_every_state_and_three_years(demo_site, client):
    assert set(Placement.objects.values_list("state", flat=True)) == set(PlacementState)
    assert set(Opportunity.objects.values_list("state", flat=True)) == set(OpportunityState)
    years = LedgerEntry.objects.filter(direction=Direction.OUT).values_list("year", flat=True).distinct()
    assert len(set(years)) >= 3
    home = client.get("/en/").content.decode()
    for words in ("Give and take", "Partner hospitals", "Breathe out"):
        assert words in home
