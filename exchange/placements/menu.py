"""Where young doctors begin, and their entry in the menu."""

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from portal.access.roles import Role, roles_of
from portal.pages.menu import MenuItem, register
from portal.people.starts import register_start


def address(language):
    with translation.override(language):
        return reverse("my_placements")


register(MenuItem(60, _("My placement"), address, roles=frozenset({Role.DOCTOR})))
register_start(40, lambda person: Role.DOCTOR in roles_of(person), lambda person: reverse("my_placements"))
