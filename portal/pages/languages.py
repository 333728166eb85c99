"""The two languages: which one "/" leads to, and the same page in the other one."""

import re

from django.conf import settings
from django.http import HttpResponseRedirect
from django.urls import translate_url
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_safe

CODES = [code for code, _name in settings.LANGUAGES]
PREFIX = re.compile(r"(?<=/)(" + "|".join(CODES) + r")/")


def html_lang(code):
    """A language code of the site as the lang attribute wants it: "zh-hans" is "zh-Hans"."""
    return "zh-Hans" if str(code).lower().startswith("zh") else "en"


@require_safe
def choose_language(request):
    """ "/" chooses a language once, by the browser's wish, and remembers it; below it the address says the language."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    if chosen not in CODES:
        chosen = request.user.language if request.user.is_authenticated else get_language_from_request(request)
    if chosen not in CODES:
        chosen = CODES[0]
    with translation.override(chosen):
        response = HttpResponseRedirect(f"/{chosen}/")
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        chosen,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,
        secure=request.is_secure(),
    )
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


def twins_of(page):
    """{language code: page} of every live translation of a page, itself included, in one query."""
    from wagtail.models import Page

    twins = Page.objects.filter(translation_key=page.translation_key, live=True).select_related("locale")
    return {twin.locale.language_code: twin for twin in twins}


def alternates(request, page=None, twins=None):
    """[(language code, address of the same page in it)] for every language.

    request: the request; page: the Wagtail page shown, or None for a view of ours; twins: `twins_of(page)` where it
    is known already. Where there is no translation the address is the one at which the page is shown in the frame of
    that language, with a notice that says so (see views.serve).
    """
    if page is None:
        return [(code, translate_url(request.get_full_path(), code)) for code in CODES]
    twins = twins_of(page) if twins is None else twins
    found = {code: twins[code].get_url(request) for code in CODES if code in twins}
    own = found.get(page.locale.language_code) or request.path
    return [(code, found.get(code) or in_frame_of(own, code)) for code in CODES]


def in_frame_of(address, code):
    """The address with another language's prefix."""
    return PREFIX.sub(f"{code}/", address, count=1)
