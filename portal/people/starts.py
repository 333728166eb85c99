"""Where each role begins. Slices add their own start; the first that fits, by order, is taken."""

from django.urls import reverse

from portal.access.roles import OFFICE_DOOR, roles_of

_starts = []


def register_start(order, fits, address):
    """order: int, lower first. fits(person) -> bool. address(person) -> path."""
    _starts.append((order, fits, address))
    _starts.sort(key=lambda row: row[0])


def start_of(person):
    for _order, fits, address in _starts:
        if fits(person):
            return address(person)
    return reverse("my_data")


register_start(
    10,
    lambda person: bool(roles_of(person) & OFFICE_DOOR),
    lambda person: reverse("wagtailadmin_home"),
)
