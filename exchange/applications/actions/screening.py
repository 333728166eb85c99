"""What the office finds and decides at screening, and what it notes among itself."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from exchange.cycles.lock import take_turn
from exchange.cycles.states import CycleState
from portal.access.permissions import require
from portal.access.roles import STAFF_ROLES, roles_of
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.moving import move
from portal.lifecycle.refusals import ReasonMissing, Refusal

from .. import messages
from ..models import Application, InternalNote, Screening, SubmissionExtension
from ..states import Finding

register_act("exchange.application.findings", _("findings of the screening"))
register_act("exchange.application.note", _("internal note"))
register_act("exchange.application.take_charge", _("officer in charge changed"))
register_act("exchange.application.extend", _("more time given"))

BEFORE_RELEASE = (CycleState.OPEN, CycleState.CLOSED, CycleState.REVIEWING, CycleState.DECIDING)


def note_findings(*, application, by, now, europe, europe_why, specialty, specialty_why):
    """Whether the place of work is European and the specialty fits, as a person decided it, each with a reason.

    A finding that differs from the lists needs its reason; the form says so.
    """
    require(by, "screen findings", application)
    with transaction.atomic():
        at = now()
        found, _made = Screening.objects.update_or_create(
            application=application,
            defaults={
                "europe": europe, "europe_why": europe_why, "specialty": specialty, "specialty_why": specialty_why,
                "by": by, "at": at,
            },
        )  # fmt: skip
        record(application, "exchange.application.findings", by=by, at=at, europe=europe, specialty=specialty)
    return found


def screen(*, application, by, now, reason=""):
    """submitted → screened: both findings stand, and both are yes or say why it goes on all the same."""
    require(by, "screen", application)
    found = Screening.objects.filter(application=application).first()
    if found is None or not found.europe or not found.specialty:
        raise Refusal(_("Decide first whether the workplace is European and whether the specialty fits."))
    for finding, why in ((found.europe, found.europe_why), (found.specialty, found.specialty_why)):
        if finding == Finding.NO and not why.strip() and not reason.strip():
            raise ReasonMissing
    return decide(application, "screen", by, now, reason)


def screen_out(*, application, by, now, reason):
    """submitted → not eligible; the person is told at once, with this reason."""
    require(by, "screen_out", application)
    if not reason.strip():
        raise ReasonMissing
    return decide(application, "screen_out", by, now, reason)


def decide(application, act, by, now, reason):
    with transaction.atomic():
        take_turn(application.cycle_id)
        at = now()
        fresh = Application.objects.select_related("person", "cycle").get(pk=application.pk)
        move(fresh, act, by=by, at=at, reason=reason, officer=fresh.officer or by)
        Screening.objects.update_or_create(application=fresh, defaults={"reason": reason, "by": by, "at": at})
        if act == "screen_out":
            messages.ineligible(application=fresh, reason=reason, now=at)
    return fresh


def admit(*, application, by, now, reason):
    """not eligible → submitted, by the director, before the release."""
    require(by, "admit", application)
    with transaction.atomic():
        cycle = take_turn(application.cycle_id)
        at = now()
        fresh = Application.objects.select_related("person", "cycle").get(pk=application.pk)
        if cycle.state not in BEFORE_RELEASE:
            raise Refusal(_("The decisions are released. Amend the decision in place of this."))
        move(fresh, "admit", by=by, at=at, reason=reason)
        messages.admitted(application=fresh, reason=reason, now=at)
    return fresh


def add_note(*, application, text, by, now):
    """A note among staff; append-only, never shown to an applicant."""
    require(by, "add note", application)
    if not text.strip():
        raise Refusal(_("The note is empty."), field="text")
    with transaction.atomic():
        at = now()
        note = InternalNote.objects.create(application=application, author=by, at=at, text=text)
        record(application, "exchange.application.note", by=by, at=at)
    return note


def take_charge(*, application, officer, by, now):
    """Name the officer in charge, who must be of the office; None takes the name away."""
    require(by, "take charge", application)
    if officer is not None and not roles_of(officer) & STAFF_ROLES:
        raise Refusal(_("Choose somebody of the office."), field="officer")
    with transaction.atomic():
        at = now()
        Application.objects.filter(pk=application.pk).update(officer=officer)
        application.officer = officer
        record(
            application,
            "exchange.application.take_charge",
            by=by,
            at=at,
            officer=officer.pk if officer else None,
        )
    return application


def extend(*, application, until, by, now, reason):
    """More time for this person alone; may come after the call has closed, up to the release."""
    require(by, "extend", application)
    if not reason.strip():
        raise ReasonMissing
    with transaction.atomic():
        cycle = take_turn(application.cycle_id)
        at = now()
        if until <= at or until <= cycle.closes_at:
            raise Refusal(_("Set a time that is still to come and later than the call’s own."), field="until")
        given = SubmissionExtension.objects.create(
            cycle=cycle, person=application.person, until=until, reason=reason, given_by=by, given_at=at
        )
        record(application, "exchange.application.extend", by=by, at=at, why=reason, until=until.isoformat())
        messages.extended(application=application, until=until, now=at)
    return given
