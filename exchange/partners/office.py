from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn

from portal.access.permissions import may
from portal.office.buttons import OfficeAction
from portal.office.columns import InstantColumn
from portal.office.views import OfficeInspectView
from portal.office.viewsets import OfficeViewSet, RecordViewSet, offer

from .actions import reverse
from .models import LedgerEntry, Partner, PartnerContact, PartnerDepartment
from .queries import ledger_of


class PartnerPage(OfficeInspectView):
    """The partner, and the balance with it: booked beside expected, then every line."""

    template_name = "exchange/partners/office/partner.html"

    def get_context_data(self, **kwargs):
        ledger = ledger_of(self.object) if may(self.request.user, "list", LedgerEntry) else None
        return super().get_context_data(ledger=ledger, **kwargs)


class PartnersOffice(OfficeViewSet):
    model = Partner
    icon = "site"
    inspect_view_class = PartnerPage
    menu_label = _("Partner hospitals")
    menu_group = "house"
    menu_order = 30
    list_display = [
        "name", "name_zh", "city_en", "country", BooleanColumn("published", label=_("Shown to the public")),
    ]  # fmt: skip
    list_filter = ["country", "published"]
    list_export = ["name", "name_zh", "city_en", "city_zh", "country", "time_zone", "website"]
    search_fields = ["name", "name_zh", "city_en", "city_zh"]
    exclude_form_fields = []
    inspect_view_fields = [
        "name", "name_zh", "country", "city_en", "city_zh", "time_zone", "website", "since", "latitude", "longitude", "note_en",
        "note_zh", "exchange_en", "exchange_zh", "published",
    ]  # fmt: skip


class PartnerDepartmentsOffice(OfficeViewSet):
    model = PartnerDepartment
    icon = "list-ul"
    menu_label = _("Departments of partners")
    menu_group = "house"
    menu_order = 31
    list_display = ["name", "partner", "name_zh"]
    list_filter = ["partner"]
    search_fields = ["name", "name_zh", "partner__name"]
    exclude_form_fields = []

    def list_queryset(self, queryset):
        return queryset.select_related("partner")


class PartnerContactsOffice(OfficeViewSet):
    model = PartnerContact
    icon = "mail"
    menu_label = _("Contacts at partners")
    menu_group = "house"
    menu_order = 32
    list_display = ["person", "partner", "function", "until"]
    list_filter = ["partner"]
    search_fields = ["person__surname", "person__email", "partner__name"]
    exclude_form_fields = []

    def list_queryset(self, queryset):
        return queryset.select_related("partner", "person")


class ReverseEntry(OfficeAction):
    act = "reverse"
    label = _("Reverse this entry")
    question = _("A second entry takes it back. Both stay in the ledger, with your reason.")
    done_message = _("The entry is reversed.")
    asks_reason = True

    def perform(self, entry, data):
        return reverse(entry=entry, by=self.request.user, now=self.now, reason=data["reason"])


class LedgerOffice(RecordViewSet):
    model = LedgerEntry
    icon = "list-ol"
    menu_label = _("Ledger")
    menu_group = "house"
    menu_order = 33
    actions = (ReverseEntry,)
    list_display = [
        "__str__", "partner", "year", "direction", "persons", "days", InstantColumn("booked_at", label=_("Booked")),
    ]  # fmt: skip
    list_filter = ["year", "direction", "partner"]
    list_export = ["partner", "year", "direction", "persons", "days", "source", "why", "booked_at"]
    search_fields = ["partner__name", "partner__name_zh", "source"]
    inspect_view_fields = [
        "partner", "year", "direction", "persons", "days", "source", "why", "reverses", "booked_at", "booked_by",
    ]  # fmt: skip

    def list_queryset(self, queryset):
        return queryset.select_related("partner")


offer(
    LedgerOffice("ledger"),
    PartnersOffice("partners"),
    PartnerDepartmentsOffice("partner_departments", url_prefix="partner-departments"),
    PartnerContactsOffice("partner_contacts", url_prefix="partner-contacts"),
)
