"""What this slice mails: to the person in their language, answers to the cycle's person to ask; and to that person."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from exchange.applications.messages import address, reply_to
from exchange.applications.queries.answers import with_rows
from exchange.applications.reading import list_of
from portal.clock.instants import short_pair, span_of_days
from portal.mail.actions import renews
from portal.mail.outbox import post, register_kind

from .states import Because, OfferState

MAIL = "exchange/offers/mail/"
for name, label in {
    "made": _("Offer"),
    "promoted": _("Offer from the waiting list"),
    "reminder": _("Reminder of an offer"),
    "extended": _("More time to answer an offer"),
    "accepted": _("Receipt of an acceptance"),
    "declined": _("Receipt of a refusal"),
    "given_back": _("Receipt of a seat given back"),
    "expired": _("Offer expired"),
    "rescinded": _("Offer taken back"),
    "mistake": _("Offer made by mistake"),
    "waitlisted": _("On the waiting list"),
    "not_selected": _("Not selected"),
    "list_closed": _("Waiting list closed"),
    "list_open": _("Waiting list open again"),
    "amended": _("Decision amended"),
    "office_told": _("To the office: what became of an offer"),
}.items():
    register_kind(f"offers.{name}", MAIL + name, label)

OF_THE_RELEASE = ("offers.made", "offers.promoted", "offers.waitlisted", "offers.not_selected")
"""Kinds that a release sends; while none of them has left, it can be taken back."""


def context_of(application):
    """What every mail to an applicant reads, in their language."""
    person, cycle = application.person, application.cycle
    language = person.language
    return {
        "application": application,
        "cycle": cycle,
        "year": cycle.year,
        "name": application.named(language) or person.named(language),
        "number": application.number,
        "officer_name": cycle.officer.named(language) if cycle.officer else "",
        "page": address("my_visit", language=language),
        "stop": cycle.stop_promotion_at,
    }


def send(kind, application, now, *, about, delay=None, **context):
    return post(
        kind=f"offers.{kind}",
        to=application.person,
        now=now,
        about=about,
        delay=delay,
        reply_to=reply_to(application.cycle),
        context={**context_of(application), **context},
    )


def of_offer(kind, offer, now, *, delay=None, **context):
    application = offer.application
    zone, language = application.zone or application.person.zone, application.person.language
    return send(
        kind,
        application,
        now,
        about=offer,
        delay=delay,
        offer=offer,
        seat=offer.seat.number,
        expires=offer.expires_at,
        short=short_pair(offer.expires_at, zone, language),
        rank=offer.entry.rank if offer.entry else None,
        **context,
    )


def what_is_offered(application):
    """Facts for the mail, in the person's language: participation, the windows that they named, what they hope to give."""
    language = application.person.language
    full = with_rows(type(application).objects.filter(pk=application.pk)).get()
    with override(language):
        windows = [
            span_of_days(row.first_day, row.last_day, language)
            for row in full.windows.all()
            if row.first_day and row.last_day and row.first_day <= row.last_day
        ]
        wanted = [str(value.label) for value in full.participation]
        facts = [
            (_("Participation"), list_of(wanted, language)),
            (_("Days that you named"), list_of(windows, language)),
        ]
        if full.place_offered == "yes":
            facts.append((_("In return, as you proposed"), in_return(full)))
        return [{"label": str(label), "value": str(value)} for label, value in facts if value]


def in_return(application):
    return ", ".join(
        str(part) for part in (application.get_place_purpose_display(), application.place_department) if part
    )


def offer_made(offer, *, now, delay=None):
    kind = "promoted" if offer.entry else "made"
    return of_offer(kind, offer, now, delay=delay, facts=what_is_offered(offer.application))


def offer_reminder(offer, *, days, now):
    return of_offer("reminder", offer, now, days=days)


def offer_extended(offer, *, now):
    return of_offer("extended", offer, now)


def offer_accepted(offer, *, now):
    tell_the_office(offer, now)
    return of_offer("accepted", offer, now)


def offer_declined(offer, *, now):
    tell_the_office(offer, now)
    return of_offer("declined", offer, now)


def seat_given_back(offer, *, now):
    tell_the_office(offer, now)
    return of_offer("given_back", offer, now)


def offer_expired(offer, *, now):
    tell_the_office(offer, now)
    return of_offer("expired", offer, now)


def offer_rescinded(offer, *, reason, now):
    return of_offer("mistake" if offer.because == Because.MISTAKE else "rescinded", offer, now, reason=reason)


def waitlisted(entry, *, now, words="", delay=None):
    return send("waitlisted", entry.application, now, about=entry, delay=delay, rank=entry.rank, words=words)


def not_selected(decision, *, people, seats, now, delay=None):
    application = decision.application
    return send(
        "not_selected", application, now, about=decision, delay=delay, people=people, seats=seats, words=decision.words
    )


def list_closed(entry, *, now):
    return send("list_closed", entry.application, now, about=entry, rank=entry.rank)


def list_open(entry, *, now):
    return send("list_open", entry.application, now, about=entry, rank=entry.rank)


def amended(entry, *, reason, now):
    return send("amended", entry.application, now, about=entry, rank=entry.rank, reason=reason)


def tell_the_office(offer, now):
    """The cycle's person to ask learns what became of an offer that they did not end themselves; where there is none,
    the office's own mailbox does.
    """
    officer = offer.seat.cycle.officer
    if officer is not None and not (officer.is_active and officer.email):
        officer = None
    language = officer.language if officer else settings.LANGUAGE_CODE
    with override(language):
        url = settings.WAGTAILADMIN_BASE_URL.rstrip("/") + reverse("cycle_seats", args=[offer.seat.cycle_id])
        became = str(offer.get_state_display())
    return post(
        kind="offers.office_told",
        to=officer,
        address=None if officer else settings.MAIL_REPLY_TO,
        now=now,
        about=offer,
        context={
            "offer": offer,
            "seat": offer.seat.number,
            "who": offer.application.named(language),
            "number": offer.application.number,
            "became": became,
            "words": offer.words,
            "page": url,
        },
    )


@renews("offers.made")
@renews("offers.promoted")
def offer_again(message, *, now, by):
    """The same offer once more, while it is open: a bounced mail ends nothing."""
    offer = message.about
    if offer is None or offer.state != OfferState.OPEN or offer.expires_at <= now:
        return None
    return offer_made(offer, now=now)
