"""How often something may be done from one place: counted in the database, and named to nobody."""

from datetime import timedelta

import pytest
from django.test import RequestFactory

from portal.access.limits import KEPT, Limit, forget_old, network_of, place_of, take
from portal.access.models import Tally

THREE = Limit("test.three", 3, timedelta(hours=1))


def test_so_many_and_no_more_until_the_time_is_over(db, noon):
    assert [take(THREE, "a", now=noon) for _time in range(5)] == [True, True, True, False, False]
    assert take(THREE, "b", now=noon), "another place is counted for itself"
    assert take(Limit("test.other", 3, THREE.within), "a", now=noon), "and so is another limit"
    assert not take(THREE, "a", now=noon + timedelta(minutes=59))
    assert [take(THREE, "a", now=noon + timedelta(hours=1)) for _time in range(4)] == [True, True, True, False]


def test_a_limit_of_nothing_lets_nothing_pass(db, noon):
    shut = Limit("test.shut", 0, timedelta(hours=1))
    assert [take(shut, "a", now=noon + timedelta(hours=hours)) for hours in (0, 0, 2)] == [False, False, False]


def test_the_table_names_nobody(db, noon):
    take(THREE, "198.51.100.7", now=noon)
    assert "198.51" not in repr(list(Tally.objects.values()))


def test_old_counts_go(db, noon):
    take(THREE, "a", now=noon)
    assert forget_old(now=noon + KEPT) == 0
    assert forget_old(now=noon + KEPT + timedelta(seconds=1)) == 1


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("198.51.100.7", "198.51.100.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("::ffff:198.51.100.7", "198.51.100.7"),
    ],
)
def test_a_place_is_a_household(address, place):
    assert network_of(address) == place


def test_a_header_that_nobody_vouches_for_is_no_place(settings):
    request = RequestFactory().get("/", REMOTE_ADDR="198.51.100.7", HTTP_X_FORWARDED_FOR="203.0.113.9")
    assert place_of(request) == "198.51.100.7"
