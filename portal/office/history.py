"""The history of one object, as the audit record has it."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.history import HistoryView, LogEntryUserColumn

from portal.lifecycle.audit import history

from .columns import InstantColumn
from .objects import ObjectOfTheLayer


class RecordHistoryView(ObjectOfTheLayer, HistoryView):
    """Who did what, when, from which state to which, and why."""

    act = "view"
    any_permission_required = ["view"]
    header_buttons = []

    @cached_property
    def columns(self):
        return [
            InstantColumn("timestamp", label=_("When")),
            Column("message", label=_("What")),
            Column("comment", label=_("Why")),
            LogEntryUserColumn("user", label=_("Who"), width="25%"),
        ]

    def get_base_queryset(self):
        return history(self.object).select_related("user__wagtail_userprofile")

    def get_edit_url(self, instance):
        return self.back_to(instance)
