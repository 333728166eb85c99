"""The visiting plan in the public menu; its address is remembered, since every page asks for it."""

from django.utils.translation import gettext_lazy as _

from portal.pages.keeping.values import remembered
from portal.pages.menu import FORUM, MenuItem, register


def plan_address(language):
    return address("plan", language)


def apply_address(language):
    return address("call", language)


@remembered
def address(which, language):
    from .models import CallPage, ProgrammePage
    from .states import Programme

    pages = ProgrammePage if which == "plan" else CallPage
    found = pages.objects.live().filter(locale__language_code=language)
    if which == "plan":
        page = found.filter(programme=Programme.VISITING_EXPERT).first()
    else:
        page = found.filter(cycle__programme=Programme.VISITING_EXPERT).order_by("-cycle__year").first()
    return page.get_url() or "" if page else ""


register(MenuItem(30, _("Visiting plan"), plan_address))
register(MenuItem(20, _("Apply to visit"), apply_address, place=FORUM))
