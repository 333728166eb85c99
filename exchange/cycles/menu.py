"""The visiting plan in the public menu; its address is kept for some minutes, since every page asks for it."""

from django.core.cache import cache
from django.utils.translation import gettext_lazy as _

from portal.pages.menu import FORUM, MenuItem, register

KEPT_FOR = 300


def plan_address(language):
    return address("plan", language)


def apply_address(language):
    return address("call", language)


def address(which, language):
    key = f"exchange.cycles.menu.{which}.{language}"
    found = cache.get(key)
    if found is None:
        found = look_up(which, language)
        cache.set(key, found, KEPT_FOR)
    return found


def look_up(which, language):
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
