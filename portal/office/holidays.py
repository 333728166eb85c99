"""Holidays and make-up workdays: a list that staff edit, filled from a kept library on demand; and the office hours."""

from zoneinfo import ZoneInfo

from django.urls import path, reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.widgets.button import HeaderButton

from portal.access.permissions import may, require
from portal.clock.actions import load_special_days
from portal.clock.cities import OFFICE_ZONE
from portal.clock.models import SpecialDay
from portal.clock.special_days import SOURCE
from portal.lifecycle.audit import record, register_act

from .columns import DayColumn
from .model_actions import OfficeModelAction
from .views import OfficeIndexView
from .viewsets import OfficeViewSet

LOADED = "portal.specialday.load"
register_act(LOADED, _("holidays loaded"), says=lambda data: ", ".join(str(year) for year in data.get("years", ())))


def fill_calendar(*, years, by, now):
    """Load the special days of these years; recorded with the person. Returns how many were added, confirmed, dropped."""
    require(by, "load", SpecialDay)
    at = now()
    done = load_special_days(years=years)
    record(by, LOADED, by=by, at=at, years=list(years), **done)
    return done


class LoadHolidays(OfficeModelAction):
    act = "load"
    slug = "load"
    label = _("Load holidays")
    question = _(
        "Adds the holidays and make-up workdays of this year and the next from a kept library. Days that somebody "
        "entered or confirmed stay as they are. A year that the State Council has not announced is marked provisional."
    )

    def get_facts(self, obj):
        return [{"label": _("Source"), "value": SOURCE}]

    def perform(self, obj, data):
        year = self.now().astimezone(ZoneInfo(OFFICE_ZONE)).year
        return fill_calendar(years=(year, year + 1), by=self.request.user, now=self.now)

    def get_done_message(self, obj, result):
        return _now("%(added)s days added, %(confirmed)s confirmed, %(dropped)s dropped.") % result


class HolidaysIndexView(OfficeIndexView):
    load_url_name = None

    @property
    def header_buttons(self):
        buttons = list(super().header_buttons)
        if may(self.request.user, "load", SpecialDay):
            buttons.append(HeaderButton(LoadHolidays.label, url=reverse(self.load_url_name), icon_name="download"))
        return buttons


class HolidaysOffice(OfficeViewSet):
    model = SpecialDay
    index_view_class = HolidaysIndexView
    icon = "calendar"
    menu_label = _("Holidays")
    menu_group = "setup"
    menu_order = 10
    ordering = "-day"
    list_display = [
        "__str__",
        DayColumn("day", label=_("Date"), sort_key="day"),
        "kind",
        "name_zh",
        BooleanColumn("provisional", label=_("provisional"), sort_key="provisional"),
    ]
    list_filter = {"day": ["year"], "kind": ["exact"], "provisional": ["exact"]}
    list_export = ["day", "kind", "name_en", "name_zh", "provisional", "source"]
    search_fields = ["name_en", "name_zh", "source"]

    def get_index_view_kwargs(self, **kwargs):
        return super().get_index_view_kwargs(**{"load_url_name": self.get_url_name("load"), **kwargs})

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("load/", LoadHolidays.bind(self), name="load")]
