"""Answers with a kept page before anything else is asked, and keeps what may be kept."""

from django.conf import settings
from django.core.exceptions import DisallowedHost

from . import entries, marks
from .watching import Seen, seeing, world_and


class KeptPagesMiddleware:
    """Stands behind what serves files and adds security headers, before sessions and everything that knows people."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        key = self.key_of(request)
        if key is None:
            return self.get_response(request)
        entry, world = entries.look_up(key, request.now)
        if entry is None:
            with seeing(Seen()) as seen:
                response = self.get_response(request)
            if not entries.may_be_kept(response, seen):
                return response
            marks.close(seen)
            entry = entries.entry_of(response, seen, world, request.now)
            # Something was written while the page was made: it may show the old or the new, so nobody else sees it.
            if world_and(key)[0] == world:
                entries.keep(key, entry, request.now)
        return entries.answer(request, entry)

    def key_of(self, request):
        if not settings.PAGES_KEPT_FOR:
            return None
        try:
            return entries.key_of(request)
        except DisallowedHost:
            return None
