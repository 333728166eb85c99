"""The review desk, and the office's screens of reviews."""

from django.urls import reverse

from portal.operations.models import DemoRow

from .models import ReviewAssignment
from .states import ReviewState


def pages():
    cycle = DemoRow.objects.filter(key="cycle.next").first()
    mine = ReviewAssignment.objects.filter(reviewer__email__startswith="reviewer@").order_by("pk")
    of_next = mine.filter(application__cycle_id=cycle.object_id) if cycle else mine.none()
    begun, done = of_next.filter(state=ReviewState.BEGUN).first(), of_next.filter(state=ReviewState.DONE).first()
    if not begun or not done:
        return {}
    return {
        "review_desk": reverse("review_desk"),
        "review_write": reverse("review_write", args=[begun.pk]),
        "review_conflict": reverse("review_recuse", args=[begun.pk]),
        "review_reopen": reverse("review_reopen", args=[done.pk]),
        "office_reviews": reverse("reviews"),
        "office_cycle_reviews": reverse("cycle_reviews", args=[cycle.object_id]),
        "office_review_recuse": reverse("review_recuse_office", args=[begun.pk]),
        "office_reviewer_hospitals": reverse("reviewer_hospitals:index"),
    }
