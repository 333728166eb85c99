"""Maintenance: the whole site answers with one page, which needs neither database nor cache nor template engine.

It is on while MAINTENANCE is set in the environment, or while the file MAINTENANCE_FILE exists: `touch` begins it and
`rm` ends it, without a restart. A number in the file is how many minutes it is expected to take.
"""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpResponse

PAGE = Path(settings.BASE_DIR) / "templates" / "maintenance.html"
MINUTES = 10
"""When machines are told to ask again, where nobody said how long it takes."""
LONGEST = 24 * 60
# Monitors must tell a site that is closed from one that is down.
OPEN = ("/healthz", "/readyz")


@cache
def page():
    """The page's bytes; the first process that needs them keeps them."""
    return PAGE.read_bytes()


def minutes_left():
    """Minutes that maintenance is expected to take, or None where the site is open."""
    try:
        words = Path(settings.MAINTENANCE_FILE).read_text(encoding="utf-8", errors="replace").strip()
    except FileNotFoundError:
        return MINUTES if settings.MAINTENANCE else None
    return min(int(words), LONGEST) if words.isdecimal() and int(words) else MINUTES


class MaintenanceMiddleware:
    """Stands before everything that reads the cache, a session, a language or a table; after what serves static files."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        minutes = None if request.path in OPEN else minutes_left()
        return self.get_response(request) if minutes is None else closed(minutes)


def closed(minutes):
    """503: closed on purpose, for so many minutes."""
    response = HttpResponse(page(), status=503)
    response["Retry-After"] = str(minutes * 60)
    response["Cache-Control"] = "no-store"
    # The site's own policy is added further in.
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'"
    return response
