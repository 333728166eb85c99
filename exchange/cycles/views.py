from django.http import Http404
from django.utils.translation import override
from django.views.decorators.http import require_safe

from portal.calendars.ics import calendar_bytes
from portal.calendars.serving import calendar_response
from portal.pages.languages import CODES

from .calendar_entries import deadlines_of
from .models import CallPage, Cycle


@require_safe
def call_calendar(request, code):
    """The dates of a call that the public may read, as a calendar file."""
    programme, _, year = code.partition("-")
    cycle = Cycle.objects.filter(programme=programme, year=year).first() if year.isdecimal() else None
    if cycle is None or not CallPage.objects.live().filter(cycle=cycle).exists():
        raise Http404
    asked = request.GET.get("lang", "en")
    language = asked if asked in CODES else "en"
    with override(language):
        name = str(cycle)
    body = calendar_bytes(deadlines_of(cycle, language), name=name, language=language, today=cycle.visit_from)
    return calendar_response(request, body, filename=f"{code}.ics", cache="public, max-age=300")
