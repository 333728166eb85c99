"""What this slice mails. Answers go to the cycle's person to ask, in the person's language always."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from portal.clock.instants import sentence, two_cities
from portal.mail.actions import renews
from portal.mail.outbox import post, register_kind

MAIL = "exchange/applications/mail/"
for name, label in {
    "invited": _("Invitation to apply"),
    "draft_reminder": _("Reminder of a draft"),
    "received": _("Receipt of an application"),
    "returned": _("Return for information"),
    "resumed": _("Information taken up"),
    "withdrawn": _("Withdrawal"),
    "cycle_cancelled": _("Cancelled call"),
    "ineligible": _("Not eligible"),
    "admitted": _("Admitted after all"),
    "extended": _("More time"),
    "confirm_entered": _("Confirmation of an application entered by the office"),
}.items():
    register_kind(f"applications.{name}", MAIL + name, label)


def address(name, *args, language):
    """Full address of a page in a language."""
    with translation.override(language):
        return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + reverse(name, args=args)


def reply_to(cycle):
    """The person to ask, if there is one with an address; else the office's own."""
    officer = cycle.officer
    reachable = officer is not None and officer.is_active and officer.email
    return f"{officer.named('en')} <{officer.email}>" if reachable else None


def send(kind, application, now, context=None, secrets=None, about=None):
    person, cycle = application.person, application.cycle
    language = person.language
    page = address("my_application", application.pk, language=language)
    return post(
        kind=f"applications.{kind}",
        to=person,
        now=now,
        about=about or application,
        reply_to=reply_to(cycle),
        secrets=secrets,
        context={
            "application": application,
            "cycle": cycle,
            "officer": cycle.officer,
            "officer_name": cycle.officer.named(language) if cycle.officer else "",
            "name": application.named(language) or person.named(language),
            "page": page,
            **(context or {}),
        },
    )


def when(instant, application):
    """A deadline for a mail: the sentence for the text, the two readings for the table."""
    person = application.person
    zone, language = application.zone or person.zone, person.language
    return {"by": sentence(instant, zone, language), "readings": two_cities(instant, zone, language)}


def received(*, application, now):
    return send("received", application, now, {"closes": when(application.cycle.closes_at, application)})


def draft_reminder(*, application, days, now):
    link = address("apply_start", application.cycle.code, language=application.person.language)
    due = when(application.cycle.closes_at, application)
    return send("draft_reminder", application, now, {"days": days, "link": link, "due": due})


def returned(*, application, asked, now):
    from .states import Section

    language = application.person.language
    with translation.override(language):
        names = ("、" if language.startswith("zh") else ", ").join(str(Section(name).label) for name in asked.sections)
    due = when(asked.due_at, application)
    return send("returned", application, now, {"asked": asked, "section_names": names, "due": due})


def resumed(*, application, answered, now):
    return send("resumed", application, now, {"answered": answered})


def withdrawn(*, application, now):
    return send("withdrawn", application, now)


def cycle_cancelled(*, application, reason, now):
    return send("cycle_cancelled", application, now, {"reason": reason})


def ineligible(*, application, reason, now):
    return send("ineligible", application, now, {"reason": reason})


def admitted(*, application, reason, now):
    return send("admitted", application, now, {"reason": reason})


def extended(*, application, until, now):
    link = address("apply_start", application.cycle.code, language=application.person.language)
    return send("extended", application, now, {"due": when(until, application), "link": link})


def confirm_entered(*, application, token, expires, now):
    link = address("apply_confirm", token, language=application.person.language)
    due = when(min(expires, application.cycle.closes_at), application)
    return send("confirm_entered", application, now, {"due": due}, secrets={"link": link})


def invited(*, invitation, token, now):
    person, cycle = invitation.person, invitation.cycle
    language = person.language
    zone = person.zone
    return post(
        kind="applications.invited",
        to=person,
        now=now,
        about=invitation,
        reply_to=reply_to(cycle),
        context={
            "invitation": invitation,
            "cycle": cycle,
            "by": invitation.invited_by,
            "by_name": invitation.invited_by.named(language) if invitation.invited_by else "",
            "officer_name": cycle.officer.named(language) if cycle.officer else "",
            "name": person.named(language),
            "due": {
                "by": sentence(cycle.closes_at, zone, language),
                "readings": two_cities(cycle.closes_at, zone, language),
            },
        },
        secrets={"link": address("apply_invited", token, language=language)},
    )


@renews("applications.invited")
def invite_again(message, *, now, by):
    from .actions.inviting import send_again

    return send_again(invitation=message.about, by=by, now=lambda: now) if message.about else None


@renews("applications.confirm_entered")
def ask_again(message, *, now, by):
    from .actions.entering import send_link
    from .states import ApplicationState

    application = message.about
    if application is None or application.state != ApplicationState.DRAFT:
        return None
    return send_link(application, now)


@renews("applications.received")
def receipt_again(message, *, now, by):
    return received(application=message.about, now=now) if message.about else None
