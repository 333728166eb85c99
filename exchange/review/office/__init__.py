"""The office's screens of this slice: who reviews what and how far it is, reviewers' hospitals, the two steps of a cycle."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from portal.access.permissions import may
from portal.office import menu
from portal.office.refusing import refuses_openly
from portal.office.viewsets import offer

from ..models import ReviewAssignment
from . import progress, steps
from .hospitals import ReviewerHospitalsOffice

menu.enter(_("Review"), "reviews", icon="list-ol", order=34, shown=lambda person: may(person, "list", ReviewAssignment))
offer(ReviewerHospitalsOffice("reviewer_hospitals"))


@hooks.register("register_admin_urls")
def urls():
    return [
        path("reviews/", refuses_openly(progress.reviews), name="reviews"),
        path("reviews/<int:pk>/", refuses_openly(progress.cycle_reviews), name="cycle_reviews"),
        path("reviews/<int:pk>/evenly/", refuses_openly(steps.AssignEvenly.as_view()), name="reviews_evenly"),
        path("reviews/<int:pk>/begin/", refuses_openly(steps.BeginReview.as_view()), name="cycle_begin_review"),
        path("reviews/<int:pk>/decide/", refuses_openly(steps.BeginDeciding.as_view()), name="cycle_begin_deciding"),
        path(
            "reviews/one/<int:pk>/recuse/", refuses_openly(steps.RecuseReviewer.as_view()), name="review_recuse_office"
        ),
        path(
            "reviews/one/<int:pk>/reopen/",
            refuses_openly(steps.ReopenForReviewer.as_view()),
            name="review_reopen_office",
        ),
    ]
