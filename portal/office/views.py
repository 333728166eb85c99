"""Wagtail's generic views as the office uses them: what is listed is visible, what is done is asked for per object."""

from datetime import date, datetime

from django.contrib.admin.utils import quote
from django.db.models import ManyToManyField
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.ordering import ReorderView
from wagtail.admin.views.generic.usage import UsageView
from wagtail.admin.widgets.button import Button

from portal.access.permissions import get_visible_or_404, may, require, visible_to
from portal.clock.instants import plain_day, short_here

from .columns import LeadingColumn
from .editing import NotOverwritten
from .export import RecordedExport
from .objects import ObjectOfTheLayer
from .search_terms import clean, matching


def in_words(value):
    """Instants on the office's clock, dates in words, rows with a name in each language by the reader's; else as it is."""
    if isinstance(value, datetime):
        return short_here(value, get_language())
    if isinstance(value, date):
        return plain_day(value, get_language())
    return (value.named(get_language()) or value) if hasattr(value, "named") else value


class OfficeIndexView(RecordedExport, generic.IndexView):
    """The list of what this person may see. `enrich` adds select_related, annotations and the like."""

    any_permission_required = ["view"]
    enrich = None
    history_url_name = None

    def get_base_queryset(self):
        queryset = visible_to(self.request.user, self.model)
        return self.enrich(queryset) if self.enrich else queryset

    @cached_property
    def search_query(self):
        return clean(super().search_query)

    def search_queryset(self, queryset):
        if self.search_fields and self.is_searching:
            return matching(queryset, self.search_fields, self.search_query)
        return super().search_queryset(queryset)

    @cached_property
    def columns(self):
        """Whatever column a list begins with leads to the row, and has the row's acts beside it."""
        first, *others = super().columns
        if not isinstance(first, TitleColumn):
            kind = self._get_title_column_class(LeadingColumn)
            first = kind(first, get_url=lambda row: self.get_edit_url(row) or self.get_inspect_url(row))
        return [first, *others]

    def address(self, name, instance, act):
        if name and may(self.request.user, act, instance):
            return reverse(name, args=[quote(instance.pk)])
        return None

    def get_edit_url(self, instance):
        return self.address(self.edit_url_name, instance, "change")

    def get_delete_url(self, instance):
        return self.address(self.delete_url_name, instance, "delete")

    def get_inspect_url(self, instance):
        return reverse(self.inspect_url_name, args=[quote(instance.pk)]) if self.inspect_url_name else None


class OfficeCreateView(generic.CreateView):
    """Making a row: asked of the model."""


class OfficeCopyView(ObjectOfTheLayer, generic.CopyView):
    """A new row that begins as a copy of a visible one."""


class OfficeEditView(ObjectOfTheLayer, NotOverwritten, generic.EditView):
    """Changing a row: asked for the row, and refused once where somebody else saved it meanwhile."""

    act = "change"
    # Asked of the object, so that one that is hidden answers 404 before anything else.
    permission_required = None

    def get_inspect_url(self):
        return self.address(self.inspect_url_name, self.object, "view")


class OfficeDeleteView(ObjectOfTheLayer, generic.DeleteView):
    act = "delete"
    permission_required = None


class OfficeUsageView(ObjectOfTheLayer, UsageView):
    act = "view"
    permission_required = None
    any_permission_required = ["view"]

    def get_edit_url(self, instance):
        return self.address(self.edit_url_name, instance, "change")


class OfficeInspectView(ObjectOfTheLayer, generic.InspectView):
    """The page of one row, with the acts that this person may do to it now as buttons."""

    template_name = "portal/office/inspect.html"
    any_permission_required = ["view"]
    history_url_name = None
    actions = ()

    def get_edit_url(self):
        return self.address(self.edit_url_name, self.object, "change")

    def get_delete_url(self):
        return self.address(self.delete_url_name, self.object, "delete")

    def get_field_display_value(self, field_name, field):
        if isinstance(field, ManyToManyField):
            rows = getattr(self.object, field_name).all()
            return pgettext("between items of a list", ", ").join(str(in_words(row)) for row in rows) or "-"
        return in_words(super().get_field_display_value(field_name, field))

    def buttons(self):
        """(label, address) of each act that is possible now, in the viewset's order."""
        return [
            {"label": action.label, "url": action.address_for(self.object), "main": action.main}
            for action in self.actions
            if action.is_offered(self.request.user, self.object)
        ]

    @cached_property
    def header_more_buttons(self):
        buttons = list(super().header_more_buttons)
        if self.history_url_name:
            url = reverse(self.history_url_name, args=[quote(self.object.pk)])
            buttons.append(Button(_("History"), url=url, icon_name="history", priority=30))
        return buttons

    def get_context_data(self, **kwargs):
        return super().get_context_data(buttons=self.buttons(), **kwargs)


class OfficeReorderView(ReorderView):
    """Moving a row in its order: the row is asked about, and only visible rows make room."""

    def get_queryset(self):
        return visible_to(self.request.user, self.model).order_by(self.sort_order_field)

    def post(self, request, *args, **kwargs):
        require(request.user, "change", get_visible_or_404(request.user, self.model, pk=kwargs["pk"]))
        return super().post(request, *args, **kwargs)
