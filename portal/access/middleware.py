"""The door of the office, and what browsers may keep of a personal page."""

from csp.constants import SELF, UNSAFE_INLINE
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import resolve_url
from django.utils import translation

from .roles import OFFICE_DOOR, roles_of

OFFICE_PATH = "/admin/"
# Sign-in and sign-out stand before the door.
BEFORE_THE_DOOR = ("/admin/login/", "/admin/logout/")

# Wagtail's admin writes inline scripts and styles; nothing outside its path gets this.
OFFICE_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "connect-src": [SELF],
}


class LanguageMiddleware(LocaleMiddleware):
    """Django's, save that "not found" stays so where a view has answered it.

    Django sends every 404 without a language in its path on to the same path below one, and the pages' catch-all would
    take any path: an object that somebody may not see would answer with a redirect.
    """

    def process_response(self, request, response):
        if response.status_code == 404 and getattr(request, "resolver_match", None) is not None:
            response.headers.setdefault("Content-Language", translation.get_language())
            return response
        return super().process_response(request, response)


class OfficeDoorMiddleware:
    """Nobody enters the office's path without a role that opens it, whatever the view behind it would ask."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        path = request.path_info
        if not path.startswith(OFFICE_PATH) or path in BEFORE_THE_DOOR:
            return self.get_response(request)
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), resolve_url(settings.LOGIN_URL))
        if not roles_of(request.user) & OFFICE_DOOR:
            raise PermissionDenied
        # The office's addresses name no language: its screens speak the person's own.
        with translation.override(request.user.language):
            response = self.get_response(request)
        response._csp_update = {**OFFICE_POLICY, **(getattr(response, "_csp_update", None) or {})}
        return response


class PersonalPagesMiddleware:
    """What was made for a person who is signed in is kept by nobody on the way, nor by the browser."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            response["Cache-Control"] = "private, no-store"
        return response
