"""Booking a stay: part of the acts that end a visit or a placement."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from portal.lifecycle.audit import record, register_act
from portal.lifecycle.refusals import ReasonMissing, Refusal

from .models import LedgerEntry
from .rules import lines_of_stay

register_act("exchange.partner.book", _("stay booked in the ledger"))
register_act("exchange.partner.reverse", _("ledger entry reversed"))


def book_stay(*, partner, direction, source, first_day, last_day, by, at):
    """Book one person's stay, by its real dates. A stay that is booked already is refused. Returns the entries."""
    try:
        with transaction.atomic():
            entries = [
                LedgerEntry.objects.create(
                    partner=partner,
                    year=year,
                    direction=direction,
                    persons=persons,
                    days=days,
                    source=source,
                    booked_at=at,
                    booked_by=by,
                )
                for year, persons, days in lines_of_stay(first_day, last_day)
            ]
    except IntegrityError as twice:
        raise Refusal(_("This stay is in the ledger already.")) from twice
    record(partner, "exchange.partner.book", by=by, at=at, source=source, days=sum(entry.days for entry in entries))
    return entries


def reverse_entry(*, entry, by, at, why):
    """A second entry that takes the first back; both stay."""
    if not why.strip():
        raise ReasonMissing
    if entry.reverses_id or hasattr(entry, "reversed_by"):
        raise Refusal(_("This entry is reversed already, or reverses another."))
    opposite = LedgerEntry.objects.create(
        partner=entry.partner,
        year=entry.year,
        direction=entry.direction,
        persons=-entry.persons,
        days=-entry.days,
        source=entry.source,
        why=why,
        reverses=entry,
        booked_at=at,
        booked_by=by,
    )
    record(entry.partner, "exchange.partner.reverse", by=by, at=at, why=why, entry=entry.pk)
    return opposite
