"""Which of our partner hospitals an applicant comes from, said by a person where the name alone does not say it."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from exchange.applications.models import Application
from exchange.cycles.lock import take_turn
from exchange.partners.models import LedgerEntry
from exchange.visits.models import Visit
from exchange.visits.states import OVER
from portal.access.permissions import require
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.refusals import Refusal

from .visit_ends import book, source_of

register_act("exchange.application.name_partner", gettext_lazy("partner hospital named"))


def name_partner(*, application, partner, by, now):
    """Set (or, with None, unset) the partner that the sending hospital is. A stay that is over already is booked now.

    Raises Refusal where no hospital is given, or where the stay is in another partner's ledger.
    """
    require(by, "name partner", application)
    with transaction.atomic():
        take_turn(application.cycle_id)
        at = now()
        fresh = Application.objects.select_related("person", "cycle").get(pk=application.pk)
        hospital = fresh.sending_hospital
        if hospital is None:
            raise Refusal(_("The application names no hospital yet."))
        visit = Visit.objects.filter(application=fresh, state__in=OVER).first()
        times, booked = bookings_of(visit) if visit else (0, None)
        if booked and booked.partner != partner:
            raise Refusal(
                _("The stay is in the ledger of %(partner)s. Reverse it there first: nothing that is booked is moved.")
                % {"partner": booked.partner.named(get_language() or "en")},
                field="partner",
            )
        before, hospital.partner = hospital.partner, partner
        hospital.partner_said = True
        hospital.save(update_fields=["partner", "partner_said"])
        record(
            fresh, "exchange.application.name_partner", by=by, at=at,
            before=str(before or ""), partner=str(partner or ""), hospital=hospital.name,
        )  # fmt: skip
        if visit and partner and not booked:
            book(visit, fresh, by, at, again=times)
    return fresh


def bookings_of(visit):
    """How often the stay was booked, and an entry that stands: booked, and not reversed; or None."""
    name = source_of(visit)
    rows = LedgerEntry.objects.filter(Q(source=name) | Q(source__startswith=f"{name}:"), reverses=None)
    standing = rows.filter(reversed_by=None).select_related("partner").first()
    return rows.values("source").distinct().count(), standing
