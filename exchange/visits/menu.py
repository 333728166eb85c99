"""Where hosts begin, and their entry in the menu."""

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from portal.access.roles import Role, roles_of
from portal.pages.menu import MenuItem, register
from portal.people.starts import register_start


def address(language):
    with translation.override(language):
        return reverse("hosting")


register(MenuItem(60, _("My guests"), address, roles=frozenset({Role.HOST})))
register_start(30, lambda person: Role.HOST in roles_of(person), lambda person: reverse("hosting"))
