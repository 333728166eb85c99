"""Buttons of the review's screen."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.widgets import AdminDateTimeInput

from exchange.cycles.models import Cycle
from portal.access.permissions import require
from portal.office.acting import ActionForm

from ..actions.assigning import assign_evenly
from ..actions.reviewing import recuse, reopen_review
from ..actions.stages import begin_deciding, begin_review
from ..models import ReviewAssignment
from .frame import CycleScreenAct


class ReviewScreenAct(CycleScreenAct):
    screen, screen_title = "cycle_reviews", _("Review")

    def cycle_of(self, obj):
        return obj.application.cycle if isinstance(obj, ReviewAssignment) else obj


class BeginReview(ReviewScreenAct):
    model, act = Cycle, "begin_review"
    label = title = _("Begin the review")
    question = _("The call has closed. Reviewers may have begun already; from now on the cycle says so.")

    def perform(self, cycle, data):
        return begin_review(cycle=cycle, by=self.request.user, now=self.now)


class BeginDeciding(ReviewScreenAct):
    model, act = Cycle, "begin_deciding"
    label = title = _("Begin deciding")
    question = _("Finished reviews are opened no more. Late ones can still be finished until the release.")

    def perform(self, cycle, data):
        return begin_deciding(cycle=cycle, by=self.request.user, now=self.now)


class DueForm(ActionForm):
    due_at = forms.DateTimeField(
        label=_("Due"), required=False, help_text=_("Shanghai time."), widget=AdminDateTimeInput
    )


class AssignEvenly(ReviewScreenAct):
    """Of the cycle's screen, but asked about reviews: whoever may assign may spread evenly."""

    model, act = Cycle, "view"
    label = title = _("Spread evenly")
    question = _("Each application is brought to its number of reviews; nobody gets one with a conflict of interest.")
    form_class = DueForm
    asks_reason = False

    def get_object(self):
        require(self.request.user, "assign", ReviewAssignment)
        return super().get_object()

    def perform(self, cycle, data):
        return assign_evenly(cycle=cycle, by=self.request.user, now=self.now, due_at=data["due_at"])

    def get_done_message(self, cycle, made):
        return ngettext("%(count)s review was asked for.", "%(count)s reviews were asked for.", len(made)) % {
            "count": len(made)
        }


class RecuseReviewer(ReviewScreenAct):
    model, act = ReviewAssignment, "recuse"
    label = title = _("Recuse the reviewer")
    question = _("They are shut out of the application at once, and what they scored counts no more.")

    def perform(self, review, data):
        return recuse(review=review, by=self.request.user, now=self.now, reason=data["reason"])


class ReopenForReviewer(ReviewScreenAct):
    model, act = ReviewAssignment, "reopen"
    label = title = _("Open the review again")
    question = _("The reviewer can change it, and it counts as unfinished until they finish it again.")

    def perform(self, review, data):
        return reopen_review(review=review, by=self.request.user, now=self.now)
