"""The one calendar of the office: a month or a list of everything that the sources give, filters kept in the address."""

from datetime import date
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET
from wagtail import hooks

from portal.access.roles import is_staff
from portal.clock.instants import month_name
from portal.clock.models import SpecialDay
from portal.clock.queries import working_calendar
from portal.clock.rules import SHANGHAI, is_working_day
from portal.clock.system import system_now
from portal.office import menu
from portal.office.heading import heading
from portal.office.refusing import refuses_openly
from portal.pages.months import weeks

from .month import bounds, by_day, month_entries, step
from .sources import address_of, entries_between, has_address, sources

VIEWS = ("month", "list")
FIRST_YEAR, LAST_YEAR = 2018, 2100


@require_GET
def office_calendar(request):
    if not is_staff(request.user):
        raise PermissionDenied
    today = system_now().astimezone(SHANGHAI).date()
    year, month = month_asked(request.GET.get("month", ""), today)
    chosen = [name for name in request.GET.getlist("show") if name in sources()]
    view = request.GET.get("view") if request.GET.get("view") in VIEWS else "month"
    language = get_language()
    entries = entries_between(*bounds(year, month), language, only=set(chosen) or None)
    context = {
        **heading(_("Calendar"), "calendar-alt"),
        "view": view,
        "month_label": month_name(date(year, month, 1), language),
        "links": links(view, year, month, chosen),
        "filters": [(name, source.label, name in chosen or not chosen) for name, source in sources().items()],
        "month_value": f"{year}-{month:02d}",
        "weekdays": weekday_names(language),
    }
    if view == "month":
        context["weeks"] = weeks(year, month, month_entries(entries, url_of), day_off=days_off(language), today=today)
    else:
        context["days"] = [
            (day, [(entry, url_of(entry)) for entry in rows]) for day, rows in by_day(entries, year, month)
        ]
    return render(request, "portal/calendars/office_calendar.html", context)


def month_asked(text, today):
    """The (year, month) of "2027-03", or this month where the address says nothing sensible."""
    try:
        year, month = (int(part) for part in text.split("-"))
    except ValueError:
        return today.year, today.month
    inside = FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12
    return (year, month) if inside else (today.year, today.month)


def links(view, year, month, chosen):
    """Addresses that keep the filters: the month before and after, this month, and the other view."""

    def address(**changes):
        query = [("view", changes.get("view", view)), *(("show", name) for name in chosen)]
        if changes.get("month", True):
            at = changes.get("at", (year, month))
            query.append(("month", f"{at[0]}-{at[1]:02d}"))
        return f"{reverse('office_calendar')}?{urlencode(query)}"

    return {
        "before": address(at=step(year, month, -1)),
        "after": address(at=step(year, month, 1)),
        "now": address(month=False),
        "as_month": address(view="month"),
        "as_list": address(view="list"),
    }


def days_off(language):
    """A function date → the holiday's name, "" for a plain day off, None for a working day; one query."""
    calendar = working_calendar()
    names = {row.day: row.name_zh if language.startswith("zh") else row.name_en for row in SpecialDay.objects.all()}

    def name(day):
        return None if is_working_day(day, calendar) else names.get(day, "")

    return name


def url_of(entry):
    if not has_address(entry.kind):
        return ""
    return reverse("office_calendar_entry", args=[entry.kind, entry.uid])


@require_GET
def office_calendar_entry(request, kind, uid):
    """From an entry to where it is kept."""
    if not is_staff(request.user):
        raise PermissionDenied
    found = address_of(kind, uid)
    if not found:
        raise Http404
    return redirect(found)


def weekday_names(language):
    from babel.dates import get_day_names

    names = get_day_names("abbreviated", locale="zh_Hans" if language.startswith("zh") else "en_GB")
    return [names[day] for day in range(7)]


@hooks.register("register_admin_urls")
def calendar_urls():
    return [
        path("calendar/", refuses_openly(office_calendar), name="office_calendar"),
        path("calendar/<slug:kind>/<str:uid>/", refuses_openly(office_calendar_entry), name="office_calendar_entry"),
    ]


menu.enter(_("Calendar"), "office_calendar", icon="calendar-alt", order=60, shown=is_staff)
