"""Every public page with its translations, for search engines."""

from wagtail.models import Page

from .context import absolute
from .languages import CODES, html_lang

_further = []


def register_addresses(source):
    """source(request) -> [(family, language code, address)] of what a slice serves below a page of its own. In the room
    public_search.py."""
    _further.append(source)
    return source


def entries(request):
    """[{"url", "changed", "alternates": [(hreflang, url)]}], in a number of queries that does not grow with the pages."""
    pages = Page.objects.live().public().filter(depth__gte=2, locale__language_code__in=CODES)
    found = []
    families = {}
    for page in pages.select_related("locale").order_by("path"):
        url = absolute(page, request)
        if url:
            row = {"url": url, "changed": page.last_published_at}
            families.setdefault(page.translation_key, []).append((html_lang(page.locale.language_code), url))
            found.append((page.translation_key, row))
    for source in _further:
        for family, code, url in source(request):
            families.setdefault(family, []).append((html_lang(code), url))
            found.append((family, {"url": url, "changed": None}))
    for key, row in found:
        row["alternates"] = families[key] if len(families[key]) > 1 else []
    return [row for _key, row in found]
