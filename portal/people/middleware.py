from zoneinfo import ZoneInfo

from django.utils import timezone

from portal.clock.cities import OFFICE_ZONE


class TimeZoneMiddleware:
    """Naive times that staff type and read are Shanghai's; a person's own pages name the city with every instant."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with timezone.override(ZoneInfo(OFFICE_ZONE)):
            return self.get_response(request)
