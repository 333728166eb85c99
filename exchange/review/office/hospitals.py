from django.utils.translation import gettext_lazy as _

from portal.office.columns import PersonColumn
from portal.office.viewsets import OfficeViewSet

from ..models import ReviewerHospital


class ReviewerHospitalsOffice(OfficeViewSet):
    """Where reviewers work or worked: what conflicts of interest are found by."""

    model = ReviewerHospital
    icon = "home"
    menu_label = _("Reviewers’ hospitals")
    menu_group = "house"
    menu_order = 60
    form_fields = ["person", "partner", "name"]
    list_display = [PersonColumn("person", label=_("Reviewer")), "partner", "name"]
    search_fields = ["person__surname", "person__chinese_name", "name"]

    def list_queryset(self, queryset):
        return queryset.select_related("person", "partner")
