"""Every public page with its translations, for search engines. Slices add the addresses that are no pages of the trees:

from portal.pages.sitemap import Listed, register_addresses

register_addresses(lambda: [Listed("session:2027/opening", "en", "/en/forum/2027/sessions/opening/", released_at)])
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from wagtail.models import Page

from .context import absolute
from .languages import CODES, html_lang
from .openness import open_pages
from .searching.sources import closed

_sources = []


@dataclass(frozen=True)
class Listed:
    """An address. family: the same for its translations. path: without the host. changed: an instant, or None."""

    family: str
    language: str
    path: str
    changed: datetime | None = None


def register_addresses(source):
    """In the room public_search.py.

    source() -> Listed of what anybody may read now, in a number of queries that does not grow with it.
    """
    _sources.append(source)
    return source


def entries(request):
    """[{"url", "changed", "alternates": [(hreflang, url)]}], in a number of queries that does not grow with the pages."""
    found = [*pages(request), *(row for source in _sources for row in source())]
    families = {}
    for row in found:
        alternate = (html_lang(row.language), request.build_absolute_uri(row.path))
        families.setdefault(row.family, []).append(alternate)
    return [
        {
            "url": request.build_absolute_uri(row.path),
            "changed": row.changed,
            "alternates": families[row.family] if len(families[row.family]) > 1 else [],
        }
        for row in found
    ]


def pages(request):
    """Of the trees, save what slices keep closed, such as the pages of an edition that is a draft."""
    shut = Q()
    for those in closed():
        shut |= Q(pk__in=those())
    rows = Page.objects.live().filter(open_pages(), ~shut, depth__gte=2, locale__language_code__in=CODES)
    for page in rows.select_related("locale").order_by("path"):
        url = absolute(page, request)
        if url:
            yield Listed(f"page:{page.translation_key}", page.locale.language_code, url, page.last_published_at)
