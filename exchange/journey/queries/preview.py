"""The mail that a pending decision would send, as its applicant will read it."""

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils import translation

from exchange.applications.models import Application
from exchange.offers.messages import MAIL, context_of, what_is_offered
from exchange.offers.queries.standing import standing
from exchange.offers.rules.seats import free_seats
from exchange.review.states import Outcome
from portal.clock.instants import short_pair
from portal.clock.rules import offer_ends
from portal.mail.rules import one_line

TEMPLATES = {Outcome.SELECT: "made", Outcome.WAITLIST: "waitlisted", Outcome.NOT_SELECTED: "not_selected"}


@dataclass(frozen=True)
class Preview:
    subject: str
    text: str
    language: str


def preview_of(application, decision, at):
    """The Preview, or None while nothing is decided. The seat is the first that is free; the clock runs from now."""
    if not decision or not decision.outcome:
        return None
    person = application.person
    with translation.override(person.language):
        values = {
            **context_of(application),
            **details_of(application, decision, at),
            "person": person, "now": at, "language": person.language, "zone": person.zone, "words": decision.words,
        }  # fmt: skip
        template = MAIL + TEMPLATES[decision.outcome]
        subject = one_line(render_to_string(f"{template}.subject.txt", values))
        text = render_to_string(f"{template}.txt", values).strip()
    return Preview(subject, text, person.language)


def details_of(application, decision, at):
    if decision.outcome == Outcome.WAITLIST:
        return {"rank": decision.rank}
    stand = standing(application.cycle, at)
    if decision.outcome == Outcome.NOT_SELECTED:
        people = Application.objects.filter(cycle=application.cycle, submitted_at__isnull=False).count()
        return {"people": people, "seats": sum(seat.is_open for seat in stand.seats)}
    expires = offer_ends(at, application.cycle.offer_days, stand.calendar)
    free = free_seats(stand.seats)
    return {
        "seat": free[0].number if free else "",
        "expires": expires,
        "short": short_pair(expires, application.zone or application.person.zone, application.person.language),
        "facts": what_is_offered(application),
    }
