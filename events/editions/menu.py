"""The forum's place in the menus."""

from django.utils.translation import gettext_lazy as _

from events.editions.queries import forum_page
from portal.pages import menu
from portal.pages.frame import frame, offer_address


def forum_address(language):
    page = forum_page(language)
    return page.url or "" if page else ""


offer_address("forum", forum_address)
menu.register(menu.MenuItem(20, _("Forum"), lambda language: frame(language).addresses.get("forum", "")))
