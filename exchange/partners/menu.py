"""The partner hospitals in the public menu."""

from django.utils.translation import gettext_lazy as _

from portal.pages.frame import offer_address
from portal.pages.menu import MenuItem, register

from .queries import look_up_page, page_address

offer_address("partners", look_up_page)
register(MenuItem(40, _("Partner hospitals"), page_address))
