"""The outbox in the office: every mail as it was, secrets as dots, with its state, its attempts and what may be done."""

import django_filters
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from portal.office.columns import InstantColumn, LinkColumn, StateColumn
from portal.office.viewsets import RecordViewSet, offer

from .models import OutboxMessage
from .office_actions import Bounced, GiveUp, Hold, LetGo, Recall, SendAgain, Settle
from .office_pages import MailView, kind_label, mail_html
from .outbox import all_kinds
from .states import MailState

KINDS = {
    MailState.SENT: "good",
    MailState.QUEUED: "wait",
    MailState.HELD: "wait",
    MailState.BOUNCED: "stop",
    MailState.GIVEN_UP: "stop",
}


def kind_choices():
    return [(kind.name, kind.label) for kind in all_kinds().values()]


class MailFilters(WagtailFilterSet):
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=kind_choices)
    language = django_filters.ChoiceFilter(label=_("Language"), choices=[("en", "English"), ("zh-hans", "简体中文")])

    class Meta:
        model = OutboxMessage
        fields = ["state", "kind", "language"]


class MailsOffice(RecordViewSet):
    model = OutboxMessage
    name = "mails"
    icon = "mail"
    inspect_view_class = MailView
    menu_label = _("Mail")
    menu_order = 90
    ordering = "-created_at"
    list_display = [
        LinkColumn("shown_subject", "mails:inspect", label=_("Subject"), sort_key="subject"),
        Column("address", label=pgettext_lazy("mail", "To"), sort_key="address"),
        Column("kind", label=_("Kind"), accessor=kind_label, sort_key="kind"),
        StateColumn("state", label=_("State"), kinds=KINDS),
        InstantColumn("created_at", label=_("Written"), sort_key="created_at"),
        InstantColumn("sent_at", label=_("Sent"), sort_key="sent_at"),
    ]
    filterset_class = MailFilters
    list_export = [
        "shown_subject",
        "address",
        "kind",
        "state",
        "language",
        "created_at",
        "sent_at",
        "attempts",
        "problem",
    ]
    export_headings = {"shown_subject": _("Subject")}
    search_fields = ["address", "subject"]
    actions = (SendAgain, LetGo, Hold, Recall, Bounced, GiveUp, Settle)

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("<int:pk>/html/", mail_html, name="html")]


offer(MailsOffice())
