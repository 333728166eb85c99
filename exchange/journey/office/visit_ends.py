"""How a visit goes on or ends, as buttons on its page in the office."""

from django import forms
from django.utils.translation import gettext_lazy as _

from exchange.visits.forms import DayField
from exchange.visits.states import CancelledBy
from portal.clock.rules import SHANGHAI
from portal.office.acting import ActionForm
from portal.office.buttons import OfficeAction

from .. import visit_ends


class LastDayForm(ActionForm):
    left_on = DayField(label=_("Last day"), help_text=_("The real one, also where the visit was cut short."))


class CancelForm(ActionForm):
    cancelled_by = forms.ChoiceField(label=_("Cancelled by"), choices=CancelledBy)


class NewDaysForm(ActionForm):
    first_day = DayField(label=_("First day"))
    last_day = DayField(label=_("Last day"))


class CompleteVisit(OfficeAction):
    act = "complete"
    label = _("Record the end of the visit")
    question = _("The seat counts as used, and the real days go into the ledger.")
    done_message = _("The visit is completed.")
    form_class = LastDayForm
    main = True

    def get_initial(self, visit):
        return {"left_on": min(visit.last_day, self.now().astimezone(SHANGHAI).date())}

    def perform(self, visit, data):
        return visit_ends.complete_visit(visit=visit, left_on=data["left_on"], by=self.request.user, now=self.now)


class PostponeVisit(OfficeAction):
    act = "postpone"
    label = _("Postpone the visit")
    question = _("The itinerary is cancelled and the seat is kept. New days are looked for within this cycle.")
    done_message = _("The visit is postponed.")

    def perform(self, visit, data):
        return visit_ends.postpone_visit(visit=visit, by=self.request.user, now=self.now, reason=data["reason"])


class PlanVisitAgain(OfficeAction):
    act = "plan_again"
    label = _("Plan the visit again")
    question = _("New days within the visit window of this cycle. Later days are a deferral to the next cycle.")
    done_message = _("The visit has new days.")
    form_class = NewDaysForm
    main = True

    def perform(self, visit, data):
        days = {name: data[name] for name in ("first_day", "last_day")}
        return visit_ends.plan_visit_again(visit=visit, by=self.request.user, now=self.now, **days)


class DeferVisit(OfficeAction):
    act = "defer"
    label = _("Move to the next cycle")
    question = _(
        "The seat is free at once. A new application is born selected in the next cycle, where its offer comes first."
    )
    done_message = _("The visit is moved to the next cycle.")

    def perform(self, visit, data):
        return visit_ends.defer_visit(visit=visit, by=self.request.user, now=self.now, reason=data["reason"])

    def get_success_url(self, visit, result):
        return super().get_success_url(visit, None)


class CancelVisit(OfficeAction):
    act = "cancel"
    label = _("Cancel the visit")
    question = _("The seat is free at once, and the next on the waiting list gets it. This cannot be undone.")
    done_message = _("The visit is cancelled.")
    form_class = CancelForm

    def perform(self, visit, data):
        return visit_ends.cancel_visit(
            visit=visit, cancelled_by=data["cancelled_by"], by=self.request.user, now=self.now, reason=data["reason"]
        )


class MissVisit(OfficeAction):
    act = "no_show"
    label = _("The guest did not come")
    question = _("The seat is free at once, and the next on the waiting list gets it. This cannot be undone.")
    done_message = _("Kept in the record.")

    def perform(self, visit, data):
        return visit_ends.miss_visit(visit=visit, by=self.request.user, now=self.now, reason=data["reason"])
