"""Lists as files: what people typed stays words in a spreadsheet, instants carry their zone, each export is recorded."""

import codecs
import datetime
from zoneinfo import ZoneInfo

from django.db import models
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from portal.clock.cities import OFFICE_ZONE, city
from portal.clock.system import system_now
from portal.lifecycle.audit import record, register_act

EXPORTED = "portal.office.export"
register_act(EXPORTED, _("list exported"), says=lambda data: f"{data.get('what')}, {data.get('rows')}")

# A spreadsheet takes a cell that begins so for a formula, or for the end of the cell before it.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def as_words(value):
    """A cell of a CSV file that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def office_clock(value):
    """An instant as the clock of the office reads it."""
    return value.astimezone(ZoneInfo(OFFICE_ZONE)) if value.tzinfo else value


class RecordedExport(SpreadsheetExportMixin):
    """For an index view with `list_export`. The rows are those that the list shows to this person."""

    custom_value_preprocess = {
        datetime.datetime: {
            "xlsx": lambda value: office_clock(value).replace(tzinfo=None),
            "csv": lambda value: office_clock(value).isoformat(sep=" ", timespec="minutes"),
        },
        **{kind: how for kind, how in SpreadsheetExportMixin.custom_value_preprocess.items()
           if kind is not datetime.datetime},
    }  # fmt: skip

    def as_spreadsheet(self, queryset, spreadsheet_format):
        record(
            self.request.user,
            EXPORTED,
            by=self.request.user,
            at=system_now(),
            what=self.model._meta.label_lower,
            rows=len(queryset),
            format=spreadsheet_format,
            query=self.request.GET.urlencode()[:500],
        )
        return super().as_spreadsheet(queryset, spreadsheet_format)

    def get_heading(self, queryset, field):
        heading = super().get_heading(queryset, field)
        if self.holds_instants(field):
            return gettext("%(heading)s (%(city)s)") % {
                "heading": heading, "city": city(OFFICE_ZONE, get_language()),
            }  # fmt: skip
        return heading

    def holds_instants(self, field):
        known = {column.name: column for column in self.model._meta.concrete_fields}
        return isinstance(known.get(field), models.DateTimeField)

    def stream_csv(self, queryset):
        yield codecs.BOM_UTF8
        yield from super().stream_csv(queryset)

    def write_csv_row(self, writer, row_dict):
        cells = {field: self.preprocess_field_value(field, value, "csv") for field, value in row_dict.items()}
        return writer.writerow({field: as_words(value) for field, value in cells.items()})

    def write_csv_response(self, queryset):
        response = super().write_csv_response(queryset)
        response["Content-Type"] = "text/csv; charset=utf-8"
        return response
