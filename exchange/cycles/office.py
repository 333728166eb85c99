"""Cycles in the office: planned by a form, then moved by acts."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.clock.system import system_now
from portal.office.acting import ActionForm
from portal.office.buttons import OfficeAction
from portal.office.columns import DayColumn, InstantColumn, StateColumn
from portal.office.views import OfficeCreateView, OfficeEditView
from portal.office.viewsets import OfficeViewSet, offer

from .actions import CannotOpen, change_cycle, close_cycle, open_cycle, plan_cycle, reopen_cycle
from .forms import CycleForm, NewCycleForm, ReopenFields
from .models import Criterion, Cycle

STATES = {
    "open": "good",
    "draft": "",
    "closed": "wait",
    "reviewing": "wait",
    "deciding": "wait",
    "cancelled": "stop",
}


class OpenCycle(OfficeAction):
    act = "open"
    label = _("Open the call")
    question = _("The call opens at the time that is set, the firm seats with it. The dates cannot be typed over then.")
    done_message = _("The call is open.")
    main = True

    def perform(self, cycle, data):
        try:
            return open_cycle(cycle=cycle, by=self.request.user, now=self.now)
        except CannotOpen as refusal:
            refusal.message = " ".join(str(reason) for reason in refusal.reasons)
            raise


class CloseCycle(OfficeAction):
    act = "close"
    label = _("Close the call now")
    question = _("Nobody can submit from this minute on, save with an extension.")
    done_message = _("The call is closed.")

    def perform(self, cycle, data):
        return close_cycle(cycle=cycle, by=self.request.user, now=self.now)


class ReopenForm(ReopenFields, ActionForm):
    pass


class ReopenCycle(OfficeAction):
    act = "reopen"
    label = _("Open the call again")
    question = _("Only with a later closing time, and a reason that the record keeps.")
    done_message = _("The call is open again.")
    form_class = ReopenForm

    def perform(self, cycle, data):
        return reopen_cycle(
            cycle=cycle,
            closes_at=data["closes_at"],
            by=self.request.user,
            now=self.now,
            reason=data["reason"],
        )


class PlanCycleView(OfficeCreateView):
    def get_form_class(self):
        return NewCycleForm

    def save_instance(self):
        data = self.form.cleaned_data
        return plan_cycle(
            cycle=self.form.save(commit=False),
            firm=data["firm"],
            reserve=data["reserve"],
            by=self.request.user,
            now=system_now,
        )


class ChangeCycleView(OfficeEditView):
    def save_instance(self):
        with transaction.atomic():
            self.refuse_if_overtaken()
            return change_cycle(cycle=self.form.save(commit=False), by=self.request.user, now=system_now)


class CyclesOffice(OfficeViewSet):
    model = Cycle
    icon = "calendar-check"
    menu_label = _("Cycles")
    menu_order = 20
    add_view_class = PlanCycleView
    edit_view_class = ChangeCycleView
    list_display = [
        "__str__",
        StateColumn("state", kinds=STATES),
        InstantColumn("closes_at", label=_("Closes"), sort_key="closes_at"),
        DayColumn("visit_from", label=_("Visits from")),
        DayColumn("visit_to", label=_("Visits to")),
    ]
    list_filter = ["programme", "state", "year"]
    list_export = ["programme", "year", "state", "opens_at", "closes_at", "visit_from", "visit_to"]
    actions = (OpenCycle, CloseCycle, ReopenCycle)
    inspect_view_fields = [
        "programme", "year", "state", "opens_at", "closes_at", "stop_promotion_at", "visit_from", "visit_to", "offer_days",
        "promotion", "reviews_wanted", "officer",
    ]  # fmt: skip

    def get_form_class(self, for_update=False):
        return CycleForm if for_update else NewCycleForm

    def list_queryset(self, queryset):
        return queryset.select_related("officer")


class CriteriaOffice(OfficeViewSet):
    model = Criterion
    icon = "order"
    menu_label = _("Criteria")
    menu_group = "setup"
    menu_order = 40
    list_display = ["label_en", "label_zh", "cycle", "weight", "order"]
    list_filter = ["cycle"]
    exclude_form_fields = []

    def list_queryset(self, queryset):
        return queryset.select_related("cycle")


offer(CyclesOffice("cycles"), CriteriaOffice("criteria"))
