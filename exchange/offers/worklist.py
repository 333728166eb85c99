"""What waits from this slice: offers that end soon, and seats that wait for a click."""

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from exchange.cycles.models import Seat
from portal.access.roles import is_staff
from portal.office.worklist import WorkItem, register

from .models import Offer
from .queries.standing import OUT
from .states import OCCUPYING, OfferState

SOON = timedelta(days=3)


@register
def offers_that_end_soon(person, now):
    if not is_staff(person):
        return []
    offers = Offer.objects.filter(state=OfferState.OPEN, expires_at__lte=now + SOON)
    return [
        WorkItem(
            title=_("Offer of seat %(seat)s is not answered") % {"seat": offer.seat.number},
            who=offer.application.named(get_language()),
            since=offer.made_at,
            due=offer.expires_at,
            url=reverse("offers:inspect", args=[offer.pk]),
            kind=_("Offer"),
        )
        for offer in offers.select_related("seat", "application__person").order_by("expires_at")
    ]


@register
def seats_that_await_a_click(person, now):
    if not is_staff(person):
        return []
    seats = Seat.objects.filter(awaits_click_since__isnull=False, shut_at=None, cycle__state__in=OUT)
    held = Offer.objects.filter(state__in=OCCUPYING).values("seat")
    return [
        WorkItem(
            title=_("Seat %(seat)s waits for your click") % {"seat": seat.number},
            who=str(seat.cycle),
            since=seat.awaits_click_since,
            due=None,
            url=reverse("cycle_seats", args=[seat.cycle_id]),
            kind=_("Seats and offers"),
            urgent=True,
        )
        for seat in seats.exclude(pk__in=held).select_related("cycle").order_by("awaits_click_since")
    ]
