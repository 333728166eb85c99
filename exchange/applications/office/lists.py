"""The office's lists: applications, invitations to apply, and the lists that screening is held against."""

import django_filters
from django.urls import path, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_countries import countries
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.widgets.button import HeaderButton

from exchange.cycles.models import Cycle
from portal.access.permissions import may
from portal.office.columns import InstantColumn, PersonColumn, StateColumn
from portal.office.search_terms import matching
from portal.office.views import OfficeIndexView
from portal.office.viewsets import OfficeViewSet, RecordViewSet, offer

from ..forms.office import staff
from ..models import Application, EuropeanCountry, InvitationToApply, ReadyReason, Specialty
from ..queries.names import fold
from ..states import ApplicationState
from . import acts
from .screening import ApplicationInspectView

KINDS = {
    "submitted": "wait", "returned": "wait", "under_review": "wait", "waitlisted": "wait", "selected": "good",
    "hosted": "good", "screened": "good", "ineligible": "stop", "not_selected": "stop", "lapsed": "stop",
}  # fmt: skip


class ApplicationFilters(WagtailFilterSet):
    cycle = django_filters.ModelChoiceFilter(label=_("Cycle"), queryset=Cycle.objects.all())
    state = django_filters.MultipleChoiceFilter(label=_("State"), choices=ApplicationState)
    country = django_filters.ChoiceFilter(
        label=_("Country or region"), choices=lambda: list(countries), method="at_work_in"
    )
    officer = django_filters.ModelChoiceFilter(label=_("Officer in charge"), queryset=lambda request: staff())

    class Meta:
        model = Application
        fields = ["cycle", "state", "country", "officer"]

    def at_work_in(self, queryset, name, value):
        return queryset.filter(affiliations__country=value).distinct()


class NameColumn(Column):
    def get_value(self, instance):
        return instance.named(get_language())


class HospitalColumn(Column):
    def get_value(self, instance):
        row = instance.sending_hospital
        if row is None:
            return ""
        parts = [row.name, row.city, str(row.country.name) if row.country else ""]
        return ", ".join(part for part in parts if part)


class WithModelAction:
    """A list whose header has a button for an act that has no row yet."""

    model_action = None

    @property
    def header_buttons(self):
        buttons = list(super().header_buttons)
        if may(self.request.user, self.model_action.act, self.model):
            url = self.model_action.address_for()
            buttons.append(HeaderButton(self.model_action.label, url=url, icon_name="plus"))
        return buttons


class ApplicationsIndexView(WithModelAction, OfficeIndexView):
    model_action = acts.EnterForSomebody

    def search_queryset(self, queryset):
        """Names without accents, so that "simunek" finds Šimůnek; numbers and addresses as they are."""
        if self.is_searching:
            return matching(queryset, self.search_fields, fold(self.search_query))
        return queryset

    def get_inspect_url(self, instance):
        return reverse("screening_one", args=[instance.pk])

    def as_spreadsheet(self, queryset, spreadsheet_format):
        """What somebody has not sent yet is in no file of the office."""
        return super().as_spreadsheet(queryset.exclude(state=ApplicationState.DRAFT), spreadsheet_format)


class ApplicationsOffice(RecordViewSet):
    model = Application
    index_view_class = ApplicationsIndexView
    inspect_view_class = ApplicationInspectView
    icon = "doc-full"
    menu_label = _("Applications")
    menu_order = 12
    filterset_class = ApplicationFilters
    ordering = "-begun_at"
    list_display = [
        NameColumn("name", label=_("Name"), sort_key="folded_name"),
        Column("number", label=_("Number"), sort_key="number"),
        StateColumn("state", kinds=KINDS),
        Column("cycle", label=_("Cycle"), accessor="cycle.code", sort_key="cycle"),
        HospitalColumn("hospital", label=_("Hospital")),
        InstantColumn("submitted_at", label=_("Submitted"), sort_key="submitted_at"),
        PersonColumn("officer", label=_("Officer in charge")),
    ]
    list_export = [
        "number", "state", "cycle", "surname", "given_names", "preferred_name", "chinese_name", "person.email",
        "nationality", "sending_hospital", "specialty", "post", "submitted_at", "language", "officer",
    ]  # fmt: skip
    search_fields = ["folded_name", "number", "person__email"]
    actions = (
        acts.ReturnForInformation, acts.Resume, acts.Admit, acts.Extend, acts.Withdraw, acts.Reinstate,
    )  # fmt: skip

    def list_queryset(self, queryset):
        return queryset.select_related("cycle", "person", "officer", "specialty").prefetch_related("affiliations")

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("enter/", acts.EnterForSomebody.bind(self), name="enter")]


class InvitationsIndexView(WithModelAction, OfficeIndexView):
    model_action = acts.InviteSomebody


class InvitationsOffice(RecordViewSet):
    model = InvitationToApply
    index_view_class = InvitationsIndexView
    icon = "mail"
    menu_label = _("Invitations to apply")
    menu_order = 14
    list_filter = ["cycle", "state"]
    list_display = [
        PersonColumn("person", label=_("Invited")),
        StateColumn("state", kinds={"started": "good", "declined": "stop", "expired": "stop", "opened": "wait"}),
        Column("cycle", label=_("Cycle"), accessor="cycle.code", sort_key="cycle"),
        InstantColumn("sent_at", label=_("Sent"), sort_key="sent_at"),
        InstantColumn("opened_at", label=_("Opened"), sort_key="opened_at"),
        InstantColumn("started_at", label=_("Started"), sort_key="started_at"),
        InstantColumn("declined_at", label=_("Declined"), sort_key="declined_at"),
    ]
    list_export = [
        "person",
        "person.email",
        "cycle",
        "state",
        "sent_at",
        "opened_at",
        "started_at",
        "declined_at",
    ]
    search_fields = ["person__surname", "person__given_names", "person__chinese_name", "person__email"]
    inspect_view_fields = [
        "person", "cycle", "state", "words", "invited_by", "sent_at", "opened_at", "started_at", "declined_at",
        "decline_reason",
    ]  # fmt: skip
    actions = (acts.SendInvitationAgain,)

    def list_queryset(self, queryset):
        return queryset.select_related("cycle", "person", "invited_by")

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("invite/", acts.InviteSomebody.bind(self), name="invite")]


class SetUpList(OfficeViewSet):
    icon = "list-ul"
    menu_group = "setup"
    exclude_form_fields = []


class EuropeanCountriesOffice(SetUpList):
    model = EuropeanCountry
    menu_label = _("European countries")
    menu_order = 50
    list_display = ["__str__", "country", "note"]


class SpecialtiesOffice(SetUpList):
    model = Specialty
    menu_label = _("Specialties")
    menu_order = 51
    list_display = ["name_en", "name_zh", BooleanColumn("within_scope", label=_("Within scope")), "order"]
    search_fields = ["name_en", "name_zh"]


class ReadyReasonsOffice(SetUpList):
    model = ReadyReason
    menu_label = _("Ready reasons")
    menu_order = 52
    list_display = ["__str__", "use", BooleanColumn("in_use", label=_("Offered"))]
    list_filter = ["use"]
    search_fields = ["text_en", "text_zh"]


offer(
    ApplicationsOffice("applications"),
    InvitationsOffice("invitations"),
    EuropeanCountriesOffice("european-countries"),
    SpecialtiesOffice("specialties"),
    ReadyReasonsOffice("ready-reasons"),
)
