"""The demo shows every state of every lifecycle that is registered, and an open call in all that it knows."""

import pytest
from django.apps import apps

from exchange.applications.models import Application
from portal.lifecycle.table import all_lifecycles

pytestmark = pytest.mark.django_db(transaction=True)

# state of an entity that the demo cannot hold: why
EXCEPTED = {
    (
        "portal.outboxmessage",
        "sending",
    ): "a mail is in it only while the worker has it in hand; a kill leaves it for a sweep",
}


def test_every_state_of_every_lifecycle_occurs(demo_site):
    missing = []
    for entity, lifecycle in all_lifecycles().items():
        found = set(apps.get_model(entity)._base_manager.values_list(lifecycle.field, flat=True))
        missing += [(entity, state) for state in lifecycle.states.values if state not in found]
    assert len(all_lifecycles()) >= 14
    assert set(missing) == set(EXCEPTED)


def test_the_open_call_has_every_state_that_it_knows(demo_site):
    states = Application.objects.filter(cycle__programme="VE", cycle__state="open").values_list("state", flat=True)
    assert set(states) == {"draft", "submitted", "screened", "under_review", "returned", "ineligible", "withdrawn"}
