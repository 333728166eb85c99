from django.db import OperationalError
from django.shortcuts import render


class BusyDatabaseMiddleware:
    """ "database is locked" is a page that says so; the browser keeps what was typed, and sending it again is safe."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, OperationalError) and "locked" in str(exception):
            response = render(request, "portal/operations/busy.html", status=503)
            response["Retry-After"] = "5"
            return response
        return None
