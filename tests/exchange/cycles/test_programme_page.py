"""The page of a programme: each part that is written stands there and in the list of parts; dates come from the cycle."""

import re

import pytest
import seasons

from exchange.cycles.models import CallPage, ProgrammePage
from exchange.cycles.states import CycleState
from portal.pages.founding import found_site

pytestmark = pytest.mark.django_db
PARTS = {
    "body": [("paragraph", "<p>A call opens once a year.</p>")],
    "who_can_apply": "<p>Surgeons at work in Europe.</p>",
    "what_we_offer": "<p>A host team.</p>",
    "questions": [("question", {"question": "May I <operate>?", "answer": "<p>With a licence.</p>"})],
}
IDS = {"body": "how", "who_can_apply": "who", "what_we_offer": "offer", "questions": "questions"}


@pytest.fixture
def write(db):
    home = found_site(seasons.Clock())["en"]
    return lambda **fields: home.add_child(instance=ProgrammePage(title="Visiting plan", slug="plan", **fields))


def read(client):
    return client.get("/en/plan/").content.decode()


def test_an_empty_page_has_its_calls_alone(client, write):
    write()
    page = read(client)
    assert "No call is announced" in page
    assert re.findall(r'href="#(\w+)"', page.split("<main")[1]) == ["calls"]


@pytest.mark.parametrize("part", PARTS)
def test_a_part_stands_where_it_is_written(client, write, part):
    write(**{part: PARTS[part]})
    page = read(client)
    assert re.findall(r'href="#(\w+)"', page.split("<main")[1]) == [IDS[part], "calls"]
    assert page.count(f'id="{IDS[part]}"') == 1


def test_questions_stand_as_they_were_typed(client, write):
    write(**PARTS)
    page = read(client)
    assert "<h3>May I &lt;operate&gt;?</h3>" in page
    assert "With a licence." in page


def test_dates_and_seats_are_those_of_the_call(client, write):
    plan = write(**PARTS)
    cycle = seasons.a_cycle(CycleState.OPEN, officer=seasons.officer())
    plan.add_child(instance=CallPage(title="Call for 2027", slug="call-2027", cycle=cycle))
    page = read(client)
    assert 'id="dates"' in page
    assert "which is" in page[page.index('id="dates"') :]
    assert f"/{cycle.code}" in page or cycle.code in page
    assert "Call for 2027" in page
