"""The office's screens of seats and offers."""

from django.urls import reverse

from portal.operations.models import DemoRow

from .models import Offer
from .states import OfferState


def pages():
    row = DemoRow.objects.filter(key="cycle.this").first()
    offer = row and Offer.objects.filter(seat__cycle_id=row.object_id, state=OfferState.OPEN).first()
    if not offer:
        return {}
    reserve = row.obj.seats.order_by("-number").first()
    return {
        "office_seats": reverse("seats"),
        "office_cycle_seats": reverse("cycle_seats", args=[row.object_id]),
        "office_open_seat": reverse("seat_open", args=[reserve.pk]),
        "office_add_seat": reverse("seat_add", args=[row.object_id]),
        "office_move_stop": reverse("stop_move", args=[row.object_id]),
        "office_offers": reverse("offers:index"),
        "office_offer": reverse("offers:inspect", args=[offer.pk]),
        "office_offer_extend": reverse("offers:extend", args=[offer.pk]),
        "office_offer_rescind": reverse("offers:rescind", args=[offer.pk]),
    }
