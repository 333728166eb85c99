"""What a young doctor reads about their placement, in their language."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from exchange.applications.messages import address
from portal.clock.instants import plain_day, span_of_days
from portal.mail.outbox import post, register_kind

from .states import PlacementState as P

NOTICE = "exchange/placements/mail/notice"
register_kind("placements.asked", NOTICE, gettext_lazy("A place was asked for"))
register_kind("placements.moved", NOTICE, gettext_lazy("A placement went on"))

# state: subject, and what it means for the doctor
TOLD = {
    P.ASKED: (
        gettext_lazy("We have your request for a place abroad"),
        gettext_lazy("The office reads it and sends it to the partner. We write again at each step."),
    ),
    P.NOMINATED: (
        gettext_lazy("We nominate you for a place abroad"),
        gettext_lazy("The office sends your nomination to the partner. Tell us soon if you do not want it."),
    ),
    P.WITH_PARTNER: (
        gettext_lazy("Your request is with the partner"),
        gettext_lazy("One of the places is held for you until the partner has answered."),
    ),
    P.VERIFIED: (
        gettext_lazy("The partner takes you"),
        gettext_lazy("The hospital now approves the placement. Do not book a journey yet."),
    ),
    P.APPROVED: (
        gettext_lazy("Your placement is approved"),
        gettext_lazy("You can apply for the visa and book the journey. Tell the office once everything is there."),
    ),
    P.READY: (gettext_lazy("You are ready to leave"), gettext_lazy("Tell the office on the day on which you leave.")),
    P.ABROAD: (
        gettext_lazy("You have left for your placement"),
        gettext_lazy("We wish you a good stay. Tell the office when you are back."),
    ),
    P.BACK: (
        gettext_lazy("Welcome back"),
        gettext_lazy("Your stay is in our records with these days. The hospital recognises it on the ground of your report."),
    ),
    P.RECOGNISED: (
        gettext_lazy("Your placement is recognised"),
        gettext_lazy("Nothing is left for you to do. Thank you for the report."),
    ),
    P.REJECTED: (
        gettext_lazy("The partner cannot take you"),
        gettext_lazy("You may ask for another place at any time."),
    ),
    P.LAPSED: (
        gettext_lazy("The partner did not answer in time"),
        gettext_lazy("The place is no longer held for you. You may ask for another one."),
    ),
    P.DECLINED: (
        gettext_lazy("You took your request back"),
        gettext_lazy("It does not count against a later request."),
    ),
    P.CANCELLED: (
        gettext_lazy("Your placement is cancelled"),
        gettext_lazy("Calendars that follow your placement take it out."),
    ),
}  # fmt: skip


def asked(*, placement, now):
    return write("placements.asked", placement, now)


def moved(*, placement, now, reason=""):
    return write("placements.moved", placement, now, reason)


def write(kind, placement, now, reason=""):
    person = placement.person
    with override(person.language):
        subject, sentence = TOLD[placement.state]
        context = {
            "subject": str(subject),
            "paragraphs": [str(sentence)],
            "reason": reason,
            "facts": facts_of(placement, person.language),
            "button": _("To my placement"),
            "page": address("my_placements", language=person.language),
        }
    return post(kind=kind, to=person, now=now, about=placement, context=context)


def facts_of(placement, language):
    opportunity = placement.opportunity
    due = placement.answer_due if placement.state == P.WITH_PARTNER else None
    rows = [
        (_("Place"), opportunity.title(language)),
        (_("Partner"), f"{opportunity.partner.named(language)}, {opportunity.partner.city(language)}"),
        (_("Days"), span_of_days(placement.first_day, placement.last_day, language)),
        (_("Partner’s answer due"), plain_day(due, language) if due else ""),
    ]
    return [{"label": label, "value": value} for label, value in rows if value]
