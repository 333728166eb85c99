from datetime import date

import pytest
import seasons

from exchange.partners.models import Direction, Partner
from exchange.partners.parts import book_stay


class Scene:
    def __init__(self):
        self.now = seasons.Clock()
        self.partner = Partner.objects.create(
            name="Klinikum",
            slug="klinikum",
            country="DE",
            city_en="Freiburg",
            city_zh="弗莱堡",
            time_zone="Europe/Berlin",
        )

    def book(self, source="placement:1", direction=Direction.OUT):
        entries = book_stay(
            partner=self.partner, direction=direction, source=source, first_day=date(2027, 12, 20),
            last_day=date(2028, 1, 10), by=None, at=self.now(),
        )  # fmt: skip
        return entries[0]


@pytest.fixture
def scene(db):
    return Scene()
