"""The two languages: which one "/" leads to, and the same page in the other one."""

from django.conf import settings
from django.http import HttpResponseRedirect
from django.urls import translate_url
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_safe

CODES = [code for code, _name in settings.LANGUAGES]


@require_safe
def choose_language(request):
    """ "/" chooses a language once, by the browser's wish, and remembers it; below it the address says the language."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    if chosen not in CODES:
        chosen = (
            request.user.language if request.user.is_authenticated else get_language_from_request(request)
        )
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


def alternates(request, page=None):
    """[(language code, address of the same page in it)] for every language; the home page where there is none.

    request: the request; page: the Wagtail page shown, or None for a view of ours.
    """
    found = []
    for code in CODES:
        if page is None:
            found.append((code, translate_url(request.get_full_path(), code)))
            continue
        twin = page if page.locale.language_code == code else page.get_translations().live().filter(
            locale__language_code=code
        ).first()  # fmt: skip
        found.append((code, twin.get_url(request) if twin else f"/{code}/"))
    return found
