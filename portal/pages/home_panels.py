"""The home page's panels. Each slice registers its own in a room called home_panels.py, found at the first request.

    from portal.pages.home_panels import Travellers, register_panel, register_travellers

    register_panel(20, call_panel)        # call_panel(request, language) -> (template, context) or None
    register_travellers(who_came)         # who_came(language, year) -> Travellers(out=[…], back=[…])

A panel's template is a whole <section>, best with class "sheet" and a .fold in it; .axis above it, on three of them at
most. Orders: 20 the open call, 30 the current edition, 40 news, 50 give and take in figures, 60 partners and their map.
request.now is the instant as of which the page is shown.
Travellers are points on the year's loop: drawings.breath.Traveller(on, label, sub, lang).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from zoneinfo import ZoneInfo

from django.template.loader import render_to_string
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from portal.clock.cities import OFFICE_ZONE
from portal.clock.instants import is_chinese
from portal.slices import load

from .frame import frame
from .news import latest_stories

_panels = []
_sources = []


@dataclass
class Travellers:
    """Who went out and who came in within one year."""

    out: list = field(default_factory=list)
    back: list = field(default_factory=list)


@dataclass(frozen=True)
class Panel:
    order: int
    show: Callable


def register_panel(order, show):
    """show(request, language) gives (template, context), or None where there is nothing to show."""
    _panels.append(Panel(order, show))
    return show


def register_travellers(source):
    """source(language, year) gives the Travellers that a slice knows of."""
    _sources.append(source)
    return source


@cache
def load_rooms():
    load("home_panels")


def home_context(page, request):
    """The opening and the panels, rendered in their order."""
    load_rooms()
    language = get_language() or "en"
    panels = []
    for panel in sorted(_panels, key=lambda panel: panel.order):
        shown = panel.show(request, language)
        if shown is not None:
            template, context = shown
            panels.append(render_to_string(template, {**context, "page": page}, request))
    return {**opening(language, request.now.astimezone(ZoneInfo(OFFICE_ZONE)).year), "panels": panels}


def opening(language, this_year):
    """The year's loop: this year's travellers, or last year's as long as nobody has travelled this year."""
    for year in (this_year, this_year - 1):
        out, back = [], []
        for source in _sources:
            found = source(language, year)
            out += found.out
            back += found.back
        if out or back:
            return {"out": out, "back": back, "year": year, **titles(len(out), len(back), year)}
    return {"out": [], "back": [], "year": this_year, "out_title": "", "back_title": ""}


def titles(out, back, year):
    return {
        "out_title": ngettext(
            "Breathe out: %(count)s doctor in %(year)s", "Breathe out: %(count)s doctors in %(year)s", out
        )
        % {"count": out, "year": year},
        "back_title": ngettext(
            "Breathe in: %(count)s surgeon in %(year)s", "Breathe in: %(count)s surgeons in %(year)s", back
        )
        % {"count": back, "year": year},
    }


def news_panel(request, language):
    """The newest story with its picture, and four more."""
    stories = latest_stories(language, 5)
    if not stories:
        return None
    return "portal/pages/panels/news.html", {
        "first": stories[0],
        "stories": stories[1:],
        "news_url": frame(language).addresses.get("news", ""),
        "chinese": is_chinese(language),
        "label": _("News"),
    }


register_panel(40, news_panel)
