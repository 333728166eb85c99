"""What the office reads on its first page of placements, from the request to the way back."""

from datetime import date, timedelta

from exchange.placements.actions import leave
from portal.office.worklist import work_of


def lines(scene, at=None):
    found = work_of(scene.office, at or scene.now())
    return [(row.title, row.due) for row in found if row.url.startswith("/admin/placements/")]


def test_a_request_waits_for_the_office_and_then_for_the_partner(scene):
    placement = scene.ask()
    assert lines(scene) == [("Send the request to the partner", None)]
    scene.send(placement)
    assert lines(scene) == []
    due = scene.now().date() + timedelta(days=14)
    assert lines(scene, scene.now() + timedelta(days=12)) == [("Ask the partner for an answer", due)]
    scene.steps(placement, "verify")
    assert [title for title, _due in lines(scene)] == ["Decide on the placement within the house"]


def test_departure_and_return_are_recorded_by_somebody(scene):
    placement = scene.steps(scene.send(scene.ask()), "verify", "approve", "make_ready")
    assert lines(scene) == []
    scene.now.pass_(days=(date(2027, 9, 6) - scene.now().date()).days)
    assert lines(scene) == [("Record the departure", date(2027, 9, 6))]
    leave(placement=placement, left_on=date(2027, 9, 6), by=scene.office, now=scene.now)
    assert lines(scene) == []
    scene.now.pass_(days=100)
    assert lines(scene) == [("Record the return", date(2027, 12, 3))]


def test_nobody_else_reads_it(scene):
    scene.ask()
    assert work_of(scene.doctor, scene.now()) == []
