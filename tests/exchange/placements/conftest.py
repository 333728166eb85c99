"""A partner with a published place for two, an officer, and two doctors."""

from datetime import date, timedelta

import pytest
import seasons

from exchange.partners.models import Partner
from exchange.placements.actions import ask_for, leave, send_to_partner, step
from exchange.placements.models import Opportunity
from exchange.placements.states import OpportunityState
from portal.access.roles import Role
from portal.lifecycle.models import guarded_write
from portal.people.groups import make_groups, put_into_groups

FIRST, LAST = date(2027, 9, 6), date(2027, 12, 3)
WORDS = {"project": "Airway cases", "expected_result": "A talk"}


class Scene:
    def __init__(self):
        self.now = seasons.Clock()
        self.office = seasons.officer()
        make_groups()
        put_into_groups(self.office)
        self.doctor, self.other = seasons.person(Role.DOCTOR), seasons.person(Role.DOCTOR)
        self.partner = Partner.objects.create(
            name="Klinikum Lindenhof", slug="lindenhof", country="DE", city_en="Freiburg", city_zh="弗莱堡",
            time_zone="Europe/Berlin",
        )  # fmt: skip
        self.place = self.a_place(places=2)

    def a_place(self, state=OpportunityState.PUBLISHED, **fields):
        with guarded_write():
            return Opportunity.objects.create(
                partner=self.partner, state=state, purpose="research", from_day=date(2027, 8, 1), to_day=date(2028, 4, 30),
                months=3, recorded_at=self.now(), **{"title_en": "Airway surgery", "title_zh": "气道外科", **fields},
            )  # fmt: skip

    def ask(self, by=None, place=None, first_day=FIRST, last_day=LAST, **more):
        return ask_for(
            opportunity=place or self.place, by=by or self.doctor, now=self.now, first_day=first_day, last_day=last_day,
            **{**WORDS, **more},
        )  # fmt: skip

    def send(self, placement):
        due = self.now().date() + timedelta(days=14)
        return send_to_partner(placement=placement, answer_due=due, by=self.office, now=self.now)

    def steps(self, placement, *acts, by=None, reason="because"):
        for act in acts:
            step(placement=placement, act=act, by=by or self.office, now=self.now, reason=reason)
        return placement

    def abroad(self, placement=None, on=FIRST):
        placement = self.steps(self.send(placement or self.ask()), "verify", "approve", "make_ready")
        self.now.pass_(days=(on - self.now().date()).days)
        return leave(placement=placement, left_on=on, by=self.office, now=self.now)


@pytest.fixture
def scene(db):
    return Scene()
