"""Giving a seat to the next in the queue: the offer, its clock, its mail."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from exchange.applications import parts as application_parts
from portal.clock.rules import offer_ends
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.moving import move

from .. import messages
from ..models import Offer
from ..queries.standing import standing
from ..rules.promotion import next_for, promotions
from ..states import LIVE, OfferState

register_act("exchange.offer.make", _("offer made"))


def make_offer(*, seat, application, calendar, by, at, entry=None, delay=None):
    """The one place where an offer is born. Inside a turn, for a seat that the rules found free. Returns the Offer."""
    before = Offer.objects.filter(seat=seat).exclude(state=OfferState.VOID).order_by("-ended_at", "-pk").first()
    offer = Offer.objects.create(
        seat=seat,
        application=application,
        entry=entry,
        follows=before,
        made_at=at,
        made_by=by,
        expires_at=offer_ends(at, seat.cycle.offer_days, calendar),
    )
    if seat.awaits_click_since is not None:
        seat.awaits_click_since = None
        seat.save(update_fields=["awaits_click_since"])
    record(
        offer,
        "exchange.offer.make",
        by=by,
        at=at,
        seat=seat.number,
        application=application.number,
        rank=entry.rank if entry else None,
        follows=before.pk if before else None,
    )
    messages.offer_made(offer, now=at, delay=delay)
    return offer


def give(stand, seat_key, claim_key, *, by, at, delay=None):
    """A seat to a claim of the standing: from the list with all that belongs to it, or to one carried over."""
    seat = stand.rows[seat_key]
    seat.cycle = stand.cycle
    if claim_key in stand.carried:
        return make_offer(
            seat=seat, application=stand.carried[claim_key], calendar=stand.calendar, by=by, at=at, delay=delay
        )
    entry = stand.entries[claim_key]
    application_parts.promote(application=entry.application, by=by, at=at)
    move(entry, "offer", by=by, at=at, note={"seat": seat.number})
    return make_offer(
        seat=seat, application=entry.application, calendar=stand.calendar, by=by, at=at, entry=entry, delay=delay
    )


def give_free_seats(cycle, at, *, delay=None, at_once=False):
    """Every seat that goes on by itself goes on now, in order. Returns the offers made.

    at_once: also where the cycle gives seats on in office hours only (a release is an act of the office itself).
    """
    stand = standing(cycle, at)
    if at_once:
        stand = replace(stand, rules=replace(stand.rules, next_office_hour=None))
    return [
        give(stand, seat.key, claim.key, by=None, at=at, delay=delay)
        for seat, claim in promotions(stand.seats, stand.claims, stand.rules)
    ]


def give_to_next(stand, seat_key, *, by, at):
    """One seat, by a click of the office, to whoever is next and to nobody else."""
    return give(stand, seat_key, next_for(stand.claims).key, by=by, at=at)


def live_offers(cycle):
    return Offer.objects.filter(seat__cycle=cycle, state__in=LIVE).select_related(
        "seat", "application__person", "entry"
    )
