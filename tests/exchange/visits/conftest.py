"""A confirmed visit from 6 to 17 September 2027 with a host, an officer, a room; its week holds no holiday."""

from datetime import date, datetime

import pytest
import seasons

from exchange.journey.acceptance import accept_offer
from exchange.visits.actions.itinerary import plan_item
from exchange.visits.actions.staying import change_visit, confirm
from exchange.visits.models import Visit
from portal.access.roles import Role
from portal.clock.rules import SHANGHAI
from portal.hospital.models import Department, Room

FIRST, LAST = date(2027, 9, 6), date(2027, 9, 17)


def at(day, hour, minute=0):
    """An instant of September 2027 by Shanghai's clock."""
    return datetime(2027, 9, day, hour, minute, tzinfo=SHANGHAI)


class Scene:
    def __init__(self, person_with):
        self.now = seasons.Clock()
        self.office = person_with(Role.OFFICE)
        self.director = person_with(Role.DIRECTOR)
        self.host = person_with(
            Role.HOST, surname="Lu", given_names="Wenlan", chinese_name="陆文澜", language="zh-hans"
        )
        self.other_host = person_with(Role.HOST)
        self.season = seasons.a_season(visit_from=date(2027, 8, 1), visit_to=date(2027, 11, 30))
        self.department = Department.objects.create(name_en="Thoracic Surgery", name_zh="胸外科")
        self.room = Room.objects.create(name_en="Theatre 6", name_zh="6号手术室")
        self.visit = self.a_visit(0)
        self.expert = self.visit.person

    def offer(self, number):
        """An open offer; beyond the season's own, of seasons that are made for it."""
        offers = self.season.offers
        while number >= len(offers):
            more = {"year": 2030 + len(offers), "visit_from": date(2027, 8, 1), "visit_to": date(2027, 11, 30)}
            offers += seasons.a_season(firm=10, held=10, reserve=0, list_=0, **more).offers
        return offers[number]

    def a_visit(self, number, *, first=FIRST, last=LAST, host=None, confirmed=True):
        offer = self.offer(number)
        # As of the day on which the offers stood open, whatever day it is now.
        by, days = offer.application.person, (first, last)
        accept_offer(offer=offer, by=by, now=seasons.Clock(), confirmed=True, days=days)
        visit = Visit.objects.get(offer=offer)
        host = host or self.host
        visit = self.change(visit, department=self.department, host=host)
        return confirm(visit=visit, by=self.office, now=self.now) if confirmed else visit

    def change(self, visit, **fields):
        seen = Visit.objects.values_list("sequence", flat=True).get(pk=visit.pk)
        return change_visit(visit=visit, by=self.office, now=self.now, **{"seen_sequence": seen, **fields})

    def item(self, visit=None, *, day=7, hours=(9, 11), people=None, **fields):
        fields = {"kind": "theatre", "title_en": "Sleeve lobectomy", "title_zh": "袖式肺叶切除", **fields}
        return plan_item(
            visit=visit or self.visit, by=self.office, now=self.now, people=[self.host] if people is None else people,
            starts_at=at(day, hours[0]), ends_at=at(day, hours[1]), **fields,
        )  # fmt: skip


@pytest.fixture
def scene(person_with):
    return Scene(person_with)
