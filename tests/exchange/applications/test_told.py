"""What an applicant reads before and after the form: the editor's words of the call, and days as Shanghai counts them."""

from datetime import UTC, datetime

import pytest

from exchange.applications.actions.answering import begin
from exchange.applications.queries.callwords import words_of
from exchange.applications.queries.timeline import steps_of
from exchange.cycles.models import CallPage, ProgrammePage
from portal.pages.founding import found_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def call_page(cycle):
    home = found_site(lambda: datetime(2027, 2, 1, tzinfo=UTC))["en"]
    programme = home.add_child(instance=ProgrammePage(title="Plan", slug="plan", programme=cycle.programme))
    return programme.add_child(
        instance=CallPage(
            title="Call", slug="call", cycle=cycle, who_can_apply="<p>Surgeons of the <b>airway</b>.</p>",
            time_needed="An hour.",
        )
    )  # fmt: skip


def test_the_editors_words_of_the_call_stand_before_the_form(call_page, cycle, client):
    page = client.get(f"/en/apply/{cycle.code}/").content.decode()
    assert "Surgeons of the <b>airway</b>." in page
    assert "An hour." in page
    # Nobody wrote who pays: the standing words say it.
    assert "Your own hospital goes on paying your salary." in page
    assert "Cardiothoracic surgeons and physicians" not in page


def test_without_a_page_in_the_language_the_standing_words_are_said(call_page, cycle):
    assert [sorted(row) for row in words_of(cycle, "zh-hans")] == [["text", "title"]] * 5


def test_days_are_counted_in_shanghai(cycle, expert):
    late = datetime(2027, 2, 1, 23, 30, tzinfo=UTC)
    draft = begin(cycle=cycle, by=expert, now=lambda: late, zone="Europe/Prague")
    assert steps_of(draft, "en", late)[0]["when"] == "2 February 2027"
