"""The host desk, and the office's screens of visits."""

from django.urls import reverse

from .models import ItineraryItem, PastExpertsPage, Visit
from .states import ItemState, VisitState


def pages():
    under_way = Visit.objects.filter(state=VisitState.IN_PROGRESS).order_by("pk").first()
    ahead = Visit.objects.filter(state=VisitState.PLANNING, host__isnull=False).order_by("pk").first()
    confirmed = Visit.objects.filter(state=VisitState.CONFIRMED).order_by("pk").first()
    if not (under_way and ahead and confirmed):
        return {}
    item = ItineraryItem.objects.filter(visit=ahead, state=ItemState.TENTATIVE).first()
    public = {
        f"past_experts_{page.locale.language_code}": page.url
        for page in PastExpertsPage.objects.live().select_related("locale")
    }
    return public | {
        "hosting": reverse("hosting"),
        "hosting_arrival": reverse("hosting_arrival", args=[confirmed.pk]),
        "office_visits": reverse("visits:index"),
        "office_visit": reverse("visits:inspect", args=[under_way.pk]),
        "office_visit_change": reverse("visits:change", args=[ahead.pk]),
        "office_visit_plan": reverse("visits:plan-items", args=[ahead.pk]),
        "office_visit_confirm": reverse("visits:confirm", args=[ahead.pk]),
        "office_visit_complete": reverse("visits:complete", args=[under_way.pk]),
        "office_visit_postpone": reverse("visits:postpone", args=[ahead.pk]),
        "office_visit_place": reverse("visits:record-place", args=[under_way.pk]),
        "office_items": reverse("itinerary_items:index"),
        "office_item": reverse("itinerary_items:inspect", args=[item.pk]),
        "office_item_change": reverse("itinerary_items:change", args=[item.pk]),
    }
