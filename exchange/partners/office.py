from django.utils.translation import gettext_lazy as _

from portal.office.viewsets import OfficeViewSet, offer

from .models import Partner, PartnerContact, PartnerDepartment


class PartnersOffice(OfficeViewSet):
    model = Partner
    icon = "site"
    menu_label = _("Partner hospitals")
    menu_group = "house"
    menu_order = 30
    list_display = ["name", "city_en", "country", "published"]
    list_filter = ["country", "published"]
    list_export = ["name", "name_zh", "city_en", "city_zh", "country", "time_zone", "website"]
    search_fields = ["name", "name_zh", "city_en", "city_zh"]
    exclude_form_fields = []


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


offer(
    PartnersOffice("partners"),
    PartnerDepartmentsOffice("partner_departments", url_prefix="partner-departments"),
    PartnerContactsOffice("partner_contacts", url_prefix="partner-contacts"),
)
