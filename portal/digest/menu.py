"""The news by mail in the footer, beside the feed."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from portal.pages.menu import FOLLOW, MenuItem, register


def form_address(language):
    with override(language):
        return reverse("digest_subscribe")


register(MenuItem(20, _("News by e-mail"), form_address, place=FOLLOW))
