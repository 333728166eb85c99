"""Places offered and placements in the office; and the place that a visit's hospital offers, from the visit's page."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from exchange.applications.states import PlaceOffered
from exchange.visits.models import Visit
from exchange.visits.office import VisitsOffice
from portal.access.permissions import may, require
from portal.calendars.entries import SHANGHAI
from portal.calendars.sources import register_address
from portal.clock.system import system_now
from portal.office.buttons import OfficeAction
from portal.office.columns import DayColumn, PersonColumn, StateColumn
from portal.office.views import OfficeCreateView, OfficeEditView
from portal.office.viewsets import OfficeViewSet, RecordViewSet, offer

from . import actions
from . import expected as _stays_to_come  # noqa: F401  (registers what the partners' page expects)
from .forms import AnswerDueForm, CameBackForm, LeftForm, NominateForm, OfferedPlaceForm, OpportunityForm
from .models import Opportunity, Placement
from .queries import for_list, with_places

OPPORTUNITY_STATES = {"published": "good", "withdrawn": "stop"}
PLACEMENT_STATES = {
    "asked": "wait", "nominated": "wait", "with_partner": "wait", "verified": "good", "approved": "good", "ready": "good",
    "abroad": "good", "rejected": "stop", "lapsed": "stop", "cancelled": "stop",
}  # fmt: skip


class OpportunityStep(OfficeAction):
    def perform(self, opportunity, data):
        return actions.act_on_opportunity(
            opportunity=opportunity, act=self.act, by=self.request.user, now=self.now, reason=data.get("reason", "")
        )


class Publish(OpportunityStep):
    act = "publish"
    label = _("Publish to young doctors")
    question = _("Young doctors read it at once and may ask for a place.")
    main = True


class Fill(OpportunityStep):
    act = "fill"
    label = _("Mark as filled")
    question = _("Nobody can ask for it any more. Placements that stand go on.")


class Withdraw(OpportunityStep):
    act = "withdraw"
    label = _("Withdraw")
    question = _("Nobody can ask for it any more. Placements that stand go on.")


class Nominate(OfficeAction):
    act = "nominate"
    label = _("Nominate a young doctor")
    question = _("Agree it with the doctor first: they get a mail, and may decline.")
    form_class = NominateForm

    def perform(self, opportunity, data):
        return actions.nominate(opportunity=opportunity, by=self.request.user, now=self.now, **data)

    def get_success_url(self, opportunity, result):
        if isinstance(result, Placement):
            return reverse("placements:inspect", args=[result.pk])
        return super().get_success_url(opportunity, result)


class Record(OfficeCreateView):
    def save_instance(self):
        return actions.record_opportunity(
            opportunity=self.form.save(commit=False), by=self.request.user, now=system_now
        )


class Change(OfficeEditView):
    def save_instance(self):
        with transaction.atomic():
            self.refuse_if_overtaken()
            return actions.change_opportunity(
                opportunity=self.form.save(commit=False), by=self.request.user, now=system_now
            )


class OpportunitiesOffice(OfficeViewSet):
    model = Opportunity
    icon = "globe"
    menu_label = _("Places abroad")
    menu_order = 54
    add_view_class = Record
    edit_view_class = Change
    actions = (Publish, Nominate, Fill, Withdraw)
    list_display = [
        "title_en",
        PersonColumn("partner", label=_("Partner"), sort_key="partner__name"),
        StateColumn("state", kinds=OPPORTUNITY_STATES),
        "purpose",
        DayColumn("from_day", label=_("Not before"), sort_key="from_day"),
        DayColumn("to_day", label=_("Not after"), sort_key="to_day"),
        "places",
    ]
    list_filter = ["state", "purpose", "partner"]
    list_export = ["title_en", "title_zh", "partner", "state", "purpose", "from_day", "to_day", "months", "places"]
    search_fields = ["title_en", "title_zh", "partner__name", "partner__name_zh"]
    inspect_view_fields = [
        "title_en", "title_zh", "partner", "department", "state", "purpose", "details", "from_day", "to_day", "months",
        "places", "visit", "recorded_at",
    ]  # fmt: skip

    def get_form_class(self, for_update=False):
        return OpportunityForm

    def list_queryset(self, queryset):
        return with_places(queryset)


class PlacementStep(OfficeAction):
    def perform(self, placement, data):
        return actions.step(
            placement=placement, act=self.act, by=self.request.user, now=self.now, reason=data.get("reason", "")
        )

    def today(self):
        return self.now().astimezone(SHANGHAI).date()


class SendToPartner(PlacementStep):
    act = "send_to_partner"
    label = _("Send to the partner")
    question = _(
        "It holds one of the places from now on. If no answer is recorded by the day, the place is free again."
    )
    form_class = AnswerDueForm
    main = True

    def perform(self, placement, data):
        return actions.send_to_partner(
            placement=placement, answer_due=data["answer_due"], by=self.request.user, now=self.now
        )


class Verify(PlacementStep):
    act = "verify"
    label = _("Record the partner’s yes")
    main = True


class Reject(PlacementStep):
    act = "reject"
    label = _("Record the partner’s no")
    question = _("The place is free again. The doctor reads the reason.")


class Approve(PlacementStep):
    act = "approve"
    label = _("Approve")
    question = _("The hospital lets the doctor go on these days.")
    main = True


class MakeReady(PlacementStep):
    act = "make_ready"
    label = _("Everything is there: ready to leave")
    question = _("Visa, insurance and leave are settled.")
    main = True


class Leave(PlacementStep):
    act = "leave"
    label = _("Record the departure")
    question = _("The doctor has left, as somebody of us knows. The clock never does this.")
    form_class = LeftForm
    main = True

    def get_initial(self, placement):
        return {"left_on": self.today()}

    def perform(self, placement, data):
        return actions.leave(placement=placement, left_on=data["left_on"], by=self.request.user, now=self.now)


class ComeBack(PlacementStep):
    act = "come_back"
    label = _("Record the return")
    question = _("The real days go into the ledger with this partner.")
    form_class = CameBackForm
    asks_reason = "if you like"
    main = True

    def get_initial(self, placement):
        return {"came_back_on": min(placement.last_day, self.today())}

    def perform(self, placement, data):
        return actions.come_back(
            placement=placement, came_back_on=data["came_back_on"], by=self.request.user, now=self.now,
            reason=data["reason"],
        )  # fmt: skip


class Recognise(PlacementStep):
    act = "recognise"
    label = _("Recognise")
    question = _("Say on what ground: the report, the certificate of the partner.")
    main = True


class Cancel(PlacementStep):
    act = "cancel"
    label = _("Cancel the placement")
    question = _("The place is free again. The doctor reads the reason.")


class PlacementsOffice(RecordViewSet):
    model = Placement
    icon = "globe"
    menu_label = _("Placements")
    menu_order = 55
    actions = (SendToPartner, Verify, Reject, Approve, MakeReady, Leave, ComeBack, Recognise, Cancel)
    list_display = [
        PersonColumn("person", label=_("Young doctor"), sort_key="person__surname"),
        PersonColumn("partner", label=_("Partner")),
        StateColumn("state", kinds=PLACEMENT_STATES),
        DayColumn("first_day", label=_("First day"), sort_key="first_day"),
        DayColumn("last_day", label=_("Last day"), sort_key="last_day"),
        DayColumn("answer_due", label=_("Partner’s answer due"), sort_key="answer_due"),
    ]
    ordering = "-first_day"
    list_filter = ["state", "opportunity__partner", "opportunity__purpose"]
    list_export = [
        "person", "opportunity", "state", "first_day", "last_day", "answer_due", "left_on", "came_back_on",
    ]  # fmt: skip
    search_fields = ["person__surname", "person__given_names", "person__chinese_name", "opportunity__partner__name"]
    inspect_view_fields = [
        "person", "opportunity", "state", "project", "expected_result", "first_day", "last_day", "asked_at", "answer_due",
        "left_on", "came_back_on",
    ]  # fmt: skip

    def list_queryset(self, queryset):
        return for_list(queryset)


class RecordPlace(OfficeAction):
    """On a visit: what its expert offered when applying is there already."""

    act = "view"
    slug = "record-place"
    label = _("Record the place that this hospital offers")
    form_class = OfferedPlaceForm
    asks_reason = False
    done_message = _("The place is recorded as a draft. Publish it when it is complete.")

    def get_object(self):
        visit = super().get_object()
        require(self.request.user, "add", Opportunity)
        return visit

    def get_initial(self, visit):
        application, hospital = visit.application, visit.application.sending_hospital
        partner = hospital.partner if hospital else None
        department = application.place_department
        found = partner and partner.departments.filter(name__iexact=department).first()
        with override("en"):
            purpose = str(application.get_place_purpose_display())
        return {
            "partner": partner,
            "department": found or None,
            "purpose": application.place_purpose,
            "title_en": f"{purpose}: {department}".strip(": "),
            "details": application.place_note,
            "months": application.place_months,
            "places": application.places or 1,
        }

    def perform(self, visit, data):
        return actions.record_opportunity(
            opportunity=Opportunity(visit=visit, **data), by=self.request.user, now=self.now
        )

    def get_success_url(self, visit, result):
        if isinstance(result, Opportunity):
            return reverse("opportunities:inspect", args=[result.pk])
        return super().get_success_url(visit, result)

    @classmethod
    def is_offered(cls, person, visit):
        offered = visit.application.place_offered in (PlaceOffered.YES, PlaceOffered.PERHAPS)
        return offered and isinstance(visit, Visit) and may(person, "add", Opportunity)


VisitsOffice.actions = (*VisitsOffice.actions, RecordPlace)
offer(OpportunitiesOffice("opportunities"), PlacementsOffice("placements"))
register_address(
    "placement", lambda uid: reverse("placements:inspect", args=[uid.split("@")[0].removeprefix("placement-")])
)
