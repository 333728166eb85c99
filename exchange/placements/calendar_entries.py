"""Placements as calendar entries of whole days, and the doctor's own feed."""

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.calendars.entries import CANCELLED, CONFIRMED, SHANGHAI, TENTATIVE, CalendarEntry
from portal.calendars.feeds import register_feed
from portal.calendars.sources import register_source

from .models import Placement
from .states import PlacementState as P

STATUS = {P.WITH_PARTNER: TENTATIVE, P.VERIFIED: TENTATIVE} | dict.fromkeys(
    (P.APPROVED, P.READY, P.ABROAD, P.BACK, P.RECOGNISED), CONFIRMED
)
# What is only asked for stands in nobody's calendar, nor what ended before it did.
NOT_SHOWN = (P.ASKED, P.NOMINATED, P.DECLINED)


def entry_of(placement, language, *, own=False):
    """own: for the doctor's own calendar, where their name says nothing."""
    partner = placement.opportunity.partner
    with translation.override(language):
        words = {"name": placement.person.named(language), "city": partner.city(language)}
        return CalendarEntry(
            uid=f"placement-{placement.pk}@exchange",
            starts=placement.first_day,
            ends=placement.last_day,
            summary=_("Placement in %(city)s") % words if own else _("%(name)s in %(city)s") % words,
            sequence=placement.sequence,
            location=f"{partner.named(language)}, {partner.city(language)}",
            description=placement.opportunity.title(language),
            status=STATUS.get(placement.state, CANCELLED),
            last_modified=placement.changed_at,
            people=frozenset({placement.person_id}),
            kind="placement",
            busy=False,
        )


def with_partner(rows):
    return rows.exclude(state__in=NOT_SHOWN).select_related("person", "opportunity__partner")


def placements(first, last, language):
    days = {"first_day__lte": last.astimezone(SHANGHAI).date(), "last_day__gte": first.astimezone(SHANGHAI).date()}
    return [entry_of(row, language) for row in with_partner(Placement.objects.filter(**days))]


def my_placement(person, language, now):
    return [entry_of(row, language, own=True) for row in with_partner(Placement.objects.filter(person=person))]


register_source("placements", placements, gettext_lazy("Placements"))
register_feed(
    "my-placement",
    gettext_lazy("My placement abroad"),
    lambda person: Placement.objects.filter(person=person).exists(),
    my_placement,
)
