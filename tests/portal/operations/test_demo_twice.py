"""A second loading changes nothing; a renewal makes the demo anew, and leaves alone what people made."""

from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.core.management import call_command
from django.utils import timezone

from exchange.applications.actions.answering import begin
from exchange.applications.models import Application
from exchange.cycles.models import Cycle
from portal.operations.models import DemoRow
from portal.pages.models import StoryPage
from portal.people.models import User

pytestmark = pytest.mark.django_db(transaction=True)


def counts():
    own = [model for model in apps.get_models() if model._meta.app_label in ("portal", "exchange", "events")]
    return {model._meta.label: model._base_manager.count() for model in own}


def typed():
    """A story's title by the editor, and a draft by somebody who has just signed up."""
    story = StoryPage.objects.get(slug="an-airway-week", locale__language_code="en")
    story.title = "Mine"
    story.save_revision(user=User.objects.get(email__startswith="editor@"), log_action=True).publish()
    person = User.objects.create_user(email="somebody@elsewhere.example", surname="Newman")
    call = DemoRow.objects.get(key="cycle.next").obj
    return story, call, begin(cycle=call, by=person, now=timezone.now)


def test_a_second_loading_changes_nothing_and_a_renewal_keeps_what_was_typed(demo_site):
    story, call, draft = typed()
    before = counts()
    call_command("demo")
    assert counts() == before
    this_year = DemoRow.objects.get(key="cycle.this").obj
    call_command("demo", "--renew")
    assert StoryPage.objects.get(pk=story.pk).title == "Mine"
    assert StoryPage.objects.live().count() == 24
    assert Application.objects.get(pk=draft.pk).cycle == call
    assert Application.objects.filter(cycle=call).count() == 61
    # What nobody touched went; the new call stands beside the one that somebody applies to.
    assert not Cycle.objects.filter(pk=this_year.pk).exists()
    fresh = DemoRow.objects.get(key="cycle.next").obj
    assert fresh.year > call.year
    assert Application.objects.filter(cycle=fresh).count() == 60
    assert sorted(Cycle.objects.filter(programme="VE").values_list("state", flat=True)) == [
        "archived", "open", "open", "running",
    ]  # fmt: skip


def test_a_stale_demo_says_so(demo_site, capsys):
    long_ago = datetime(2026, 1, 5, tzinfo=UTC).date()
    DemoRow.objects.update(loaded_for=long_ago)
    call_command("demo")
    assert "`make demo` renews it" in capsys.readouterr().out
