"""What the clock does to offers: end those that ran out, give free seats on, close lists, remind."""

from django.db import transaction

from exchange.cycles.lock import take_turn
from exchange.cycles.models import Cycle

from .. import messages
from ..models import Offer
from ..parts.passing import LIST_IS_KEPT
from ..parts.turns import turn
from ..rules.clocks import reminder_due
from ..states import OfferState


def pass_time(*, now):
    """A turn for every cycle whose outcomes are out. Returns how many turns were taken."""
    keys = list(Cycle.objects.filter(state__in=LIST_IS_KEPT).order_by("pk").values_list("pk", flat=True))
    for pk in keys:
        with turn(pk, now=now):
            pass
    return len(keys)


def remind(*, now):
    """A mail three days and one day before an open offer ends. Returns how many went."""
    sent = 0
    for pk, cycle_pk in list(Offer.objects.filter(state=OfferState.OPEN).values_list("pk", "seat__cycle_id")):
        with transaction.atomic():
            take_turn(cycle_pk)
            at = now()
            offer = Offer.objects.select_related("seat__cycle__officer", "application__person", "entry").get(pk=pk)
            if offer.state != OfferState.OPEN:
                continue
            days = reminder_due(at, offer.made_at, offer.expires_at, offer.reminded)
            if days is None:
                continue
            offer.reminded = days
            offer.save(update_fields=["reminded"])
            messages.offer_reminder(offer, days=days, now=at)
            sent += 1
    return sent
