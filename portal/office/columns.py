"""Columns of the office's lists."""

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn

from portal.clock.instants import plain_day, short_here


class InstantColumn(Column):
    """An instant on the office's clock, with the city."""

    def get_value(self, instance):
        value = super().get_value(instance)
        return short_here(value, get_language()) if value else ""


class DayColumn(Column):
    """A date in words."""

    def get_value(self, instance):
        value = super().get_value(instance)
        return plain_day(value, get_language()) if value else ""


class StateColumn(Column):
    """A state as a word in its tag. kinds: {state: "good" | "wait" | "stop"}; the others are neutral."""

    cell_template_name = "portal/office/state_cell.html"

    def __init__(self, name="state", *, kinds=None, **kwargs):
        super().__init__(name, **{"label": _("State"), "sort_key": name, **kwargs})
        self.kinds = kinds or {}

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        context["label"] = getattr(instance, f"get_{self.name}_display")()
        context["kind"] = self.kinds.get(context["value"], "")
        return context


class PersonColumn(Column):
    """The name of a person or a hospital in the reader's language; the accessor gives whatever is `named`."""

    cell_template_name = "portal/office/person_cell.html"

    def get_value(self, instance):
        person = super().get_value(instance)
        return person.named(get_language()) if person else ""


class LeadingColumn(TitleColumn):
    """Another column's value as the title of the row. get_url: callable row → address."""

    def __init__(self, column, **kwargs):
        super().__init__(column.name, label=column.label, sort_key=column.sort_key, **kwargs)
        self.column = column

    def get_value(self, instance):
        return self.column.get_value(instance)


class LinkColumn(TitleColumn):
    """The column that leads to the row's page: url_name is "cycles:inspect" or its like."""

    def __init__(self, name, url_name, **kwargs):
        super().__init__(name, get_url=lambda row: reverse(url_name, args=[quote(row.pk)]), **kwargs)
