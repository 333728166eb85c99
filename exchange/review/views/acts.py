"""Declare a conflict of interest, or open a finished review again: one page each."""

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.access.permissions import may
from portal.office.acting import ActionView

from ..actions.reviewing import recuse, reopen_review
from ..models import ReviewAssignment


class ReviewersAct(ActionView):
    model = ReviewAssignment

    def get_object(self):
        found = super().get_object()
        if not may(self.request.user, "write", found):
            raise Http404
        return found

    def get_back_url(self, review):
        return reverse("review_write", args=[review.pk])


class DeclareConflict(ReviewersAct):
    act = "recuse"
    label = title = _("Declare a conflict of interest")
    question = _(
        "You are shut out of this application at once, and what you scored counts no more. It cannot be undone."
    )
    done_message = _("Thank you. The office is told, and somebody else reviews it.")

    def perform(self, review, data):
        return recuse(review=review, by=self.request.user, now=self.now, reason=data["reason"])

    def get_success_url(self, review, result):
        return reverse("review_desk")


class ReopenReview(ReviewersAct):
    act = "reopen"
    label = title = _("Open the review again")
    question = _("It counts as unfinished until you finish it again.")

    def perform(self, review, data):
        return reopen_review(review=review, by=self.request.user, now=self.now)

    def get_success_url(self, review, result):
        return reverse("review_write", args=[review.pk])
