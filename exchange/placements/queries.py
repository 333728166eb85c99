"""What the doctor's page and the office's lists read, in a constant number of queries."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, F, Q
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry

from portal.calendars.entries import SHANGHAI
from portal.clock.instants import plain_day, span_of_days

from .models import Opportunity, Placement
from .states import LIVE, TAKES_A_PLACE, OpportunityState
from .states import PlacementState as P

PATH = (P.ASKED, P.WITH_PARTNER, P.VERIFIED, P.APPROVED, P.READY, P.ABROAD, P.BACK, P.RECOGNISED)


def with_places(opportunities):
    """Opportunities with `taken`, how many of their places are held or used."""
    taken = Count("placements", filter=Q(placements__state__in=TAKES_A_PLACE), distinct=True)
    return opportunities.select_related("partner", "department").annotate(taken=taken)


def for_list(placements):
    return placements.select_related("person", "opportunity__partner")


def opportunities_for(person, today, language):
    """Published ones that still have a place and days to come."""
    asked = set(Placement.objects.filter(person=person, state__in=LIVE).values_list("opportunity_id", flat=True))
    rows = with_places(Opportunity.objects.filter(state=OpportunityState.PUBLISHED, to_day__gte=today))
    return [
        {
            "opportunity": row,
            "title": row.title(language),
            "partner": row.partner.named(language),
            "city": row.partner.city(language),
            "days": span_of_days(row.from_day, row.to_day, language),
            "left": row.places - row.taken,
            "asked": row.pk in asked,
        }
        for row in rows.filter(taken__lt=F("places"))
    ]


def mine(person, language):
    """The person's placements, those that stand first, each with its timeline."""
    rows = list(for_list(Placement.objects.filter(person=person)))
    reached = days_reached(rows)
    cards = [
        {
            "placement": row,
            "title": row.opportunity.title(language),
            "partner": row.opportunity.partner.named(language),
            "city": row.opportunity.partner.city(language),
            "days": span_of_days(row.first_day, row.last_day, language),
            "live": row.state in LIVE,
            "steps": steps_of(row, reached.get(row.pk, {}), language),
        }
        for row in rows
    ]
    return sorted(cards, key=lambda card: (not card["live"], card["placement"].first_day))


def days_reached(placements):
    """{placement's key: {state: date on which it was reached}}, from the record; one query."""
    lines = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Placement), object_id__in=[str(row.pk) for row in placements]
    )
    found = {}
    for line in lines.order_by("timestamp", "pk"):
        if "to" in line.data:
            found.setdefault(int(line.object_id), {})[line.data["to"]] = line.timestamp.astimezone(SHANGHAI).date()
    return found


def steps_of(placement, reached, language):
    """Steps for components/timeline.html: what is done, what is next, what comes later."""
    reached = {P.ASKED: placement.asked_at.astimezone(SHANGHAI).date(), **reached}
    done = [step("done", plain_day(reached[state], language), state) for state in PATH if state in reached]
    if placement.state not in PATH and placement.state != P.NOMINATED:
        return [*done, step("missed", plain_day(reached[placement.state], language), placement.state)]
    at = PATH.index(placement.state) if placement.state in PATH else 0
    coming = [step("later", "", state) for state in PATH[at + 1 :]]
    if coming:
        coming[0] |= {"state": "next", "text": what_happens_next(placement, language)}
    return [*done, *coming]


def step(state, when, reached):
    return {"state": state, "when": when, "title": P(reached).label}


def what_happens_next(placement, language):
    due = plain_day(placement.answer_due, language) if placement.answer_due else ""
    first, last = plain_day(placement.first_day, language), plain_day(placement.last_day, language)
    return {
        P.ASKED: _("The office reads your request and sends it to the partner."),
        P.NOMINATED: _("The office sends your nomination to the partner."),
        P.WITH_PARTNER: _("The partner answers until %(day)s. If it does not, the place is no longer held.")
        % {"day": due},
        P.VERIFIED: _("The hospital approves the placement. Do not book a journey yet."),
        P.APPROVED: _("You get the visa and book the journey; tell the office once everything is there."),
        P.READY: _("You leave on %(day)s. Tell the office on that day.") % {"day": first},
        P.ABROAD: _("You come back on %(day)s. Tell the office when you are back.") % {"day": last},
        P.BACK: _("The hospital recognises the stay on the ground of your report."),
    }[placement.state]
