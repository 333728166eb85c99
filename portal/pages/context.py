"""What every page type gives to its template: its twin, its crumbs, its addresses."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from portal.translations.queries import newer_pages, with_standing

from .keeping.marks import depend_on_page, family_mark, of_family
from .languages import CODES, alternates


def page_context(page, request):
    """The context of any page.

    twin, twin_code: the title in the other language, where that page exists.
    crumbs: (label, address) for components/breadcrumbs.html.
    missing: the page is shown in the frame of a language that it is not written in.
    canonical: the address under which search engines keep it.
    newer: the page of the other language where this one is out of date, with its address and the day of its change.
    """
    depend_on_page(page)
    family = relatives(page)
    family_mark.given(lambda: of_family(family, page.pk), page.pk)
    twins = {
        row.locale.language_code: row for row in family if row.translation_key == page.translation_key and row.live
    }
    written_in = page.locale.language_code
    here = get_language() or written_in
    twin_code = next((code for code in CODES if code != written_in and code in twins), "")
    return {
        "alternates": alternates(request, page, twins),
        "written": [(code, absolute(twins[code], request)) for code in CODES if code in twins],
        "x_default": x_default(page, twins, request),
        "twin": twins[twin_code].title if twin_code else "",
        "twin_code": twin_code,
        "crumbs": crumbs_of(page, family, request),
        "written_in": written_in,
        "missing": written_in != here,
        "canonical": absolute(page, request),
        "newer": newer_than(page, twins, request),
    }


def newer_than(page, twins, request):
    """The page of the other language where it was changed after this one, as {"code", "url", "changed"}, or None."""
    newer = newer_pages(twins.values()).get(page.pk)
    if newer is None:
        return None
    return {"code": newer.locale.language_code, "url": absolute(newer, request), "changed": newer.last_published_at}


def x_default(page, twins, request):
    """For a reader of neither language: the door that chooses one for a home page, else the English page."""
    if page.depth == 2:
        return request.build_absolute_uri(reverse("choose_language"))
    return absolute(twins[CODES[0]], request) if CODES[0] in twins else ""


def absolute(page, request):
    """The page's address with the host that was asked; "" where it has none."""
    url = page.get_url(request)
    return request.build_absolute_uri(url) if url else ""


def relatives(page):
    """The page's translations, itself and its ancestors below the root, as its address was found or else in one query."""
    family = getattr(page, "family", None)
    if family is not None:
        return family
    above = [page.path[: page.steplen * depth] for depth in range(2, page.depth)]
    kin = Q(translation_key=page.translation_key)
    if above:
        kin |= Q(path__in=above)
    return list(with_standing(Page.objects.filter(kin)).select_related("locale").order_by("depth"))


def crumbs_of(page, family, request):
    """From the home page down to the page's parent."""
    above = [row for row in family if page.path.startswith(row.path) and row.depth < page.depth]
    return [(_("Home") if row.depth == 2 else row.title, row.get_url(request) or "/") for row in above]
