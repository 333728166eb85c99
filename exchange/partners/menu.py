"""The partner hospitals in the public menu."""

from django.utils.translation import gettext_lazy as _

from portal.pages.menu import MenuItem, register

from .queries import page_address

register(MenuItem(40, _("Partner hospitals"), page_address))
