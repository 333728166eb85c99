"""Loading the table of holidays: announced years, provisional ones, and what people entered."""

from datetime import date

import pytest

from portal.clock.actions import load_special_days
from portal.clock.models import SpecialDay

pytestmark = pytest.mark.django_db


def test_a_year_is_loaded_in_both_languages_with_its_make_up_days():
    done = load_special_days(years=[2026])
    assert done == {"added": 28, "confirmed": 0, "dropped": 0}
    spring = SpecialDay.objects.get(day=date(2026, 2, 17))
    assert (spring.kind, spring.name_zh, spring.provisional) == ("holiday", "春节", False)
    makeup = SpecialDay.objects.get(day=date(2026, 10, 10))
    assert (makeup.kind, makeup.name_zh) == ("makeup", "调休上班（换2026年10月7日）")
    assert makeup.name_en == "Worked for 7 October 2026"


def test_a_year_that_is_not_announced_is_provisional():
    load_special_days(years=[2027])
    assert set(SpecialDay.objects.values_list("provisional", flat=True)) == {True}


def test_loading_twice_changes_nothing():
    load_special_days(years=[2026])
    assert load_special_days(years=[2026]) == {"added": 0, "confirmed": 0, "dropped": 0}


def test_what_somebody_entered_stays():
    SpecialDay.objects.create(day=date(2026, 10, 1), kind="makeup", name_en="Typhoon", name_zh="台风")
    load_special_days(years=[2026])
    assert SpecialDay.objects.get(day=date(2026, 10, 1)).name_en == "Typhoon"


def test_provisional_days_give_way_to_the_announced_ones():
    for day in (date(2026, 2, 17), date(2026, 7, 7)):
        SpecialDay.objects.create(day=day, kind="holiday", name_en="?", name_zh="?", provisional=True)
    done = load_special_days(years=[2026])
    assert done == {"added": 27, "confirmed": 1, "dropped": 1}
    assert not SpecialDay.objects.filter(provisional=True).exists()
