"""The instant at which a request came: one for all that its page shows."""

from .system import system_now


class InstantMiddleware:
    """Gives each request its `now` (aware, UTC), so that what reads for pages has the clock from its caller."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.now = system_now()
        return self.get_response(request)
