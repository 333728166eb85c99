"""Return an application for information, and take it up again."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from exchange.cycles.lock import take_turn
from portal.access.permissions import require
from portal.lifecycle.moving import move
from portal.lifecycle.refusals import NotPossibleNow, ReasonMissing, Refusal

from .. import messages
from ..models import Application, InformationRequest
from ..queries.answers import with_rows
from ..states import ApplicationState, Section


def return_for_information(*, application, sections, words, due_at, by, now):
    """Open the named sections again until an instant; the person is told what is asked, in a mail."""
    require(by, "return", application)
    if not sections or set(sections) - set(Section.values):
        raise Refusal(_("Choose at least one section to open."), field="sections")
    if not words.strip():
        raise ReasonMissing
    with transaction.atomic():
        take_turn(application.cycle_id)
        at = now()
        fresh = Application.objects.select_related("person", "cycle").get(pk=application.pk)
        if due_at <= at:
            raise Refusal(_("Set a time to come."), field="due_at")
        before = fresh.state
        move(
            fresh,
            "return",
            by=by,
            at=at,
            reason=words,
            state_before=before,
            note={"sections": list(sections)},
        )
        asked = InformationRequest.objects.create(
            application=fresh, sections=list(sections), words=words, due_at=due_at, asked_by=by, asked_at=at
        )
        messages.returned(application=fresh, asked=asked, now=at)
    return asked


def give_information(*, application, by, now, wrong=()):
    """The person gives what was asked: the application goes back to where it was. wrong: see forms.opening.wrong_fields."""
    return resume(application=application, by=by, now=now, answered=True, wrong=wrong)


def resume_with_what_is_there(*, application, by, now):
    """The office takes the application up again, once the time it gave is over."""
    return resume(application=application, by=by, now=now, answered=False)


def resume(*, application, by, now, answered, wrong=()):
    if application.state != ApplicationState.RETURNED:
        raise NotPossibleNow(_("This application is not waiting for information."))
    require(by, f"resume_{application.state_before}", application)
    with transaction.atomic():
        take_turn(application.cycle_id)
        at = now()
        fresh = with_rows(Application.objects.filter(pk=application.pk)).get()
        asked = fresh.information_requests.filter(closed_at=None).first()
        if not answered and asked and at < asked.due_at:
            raise Refusal(_("The person still has time. Wait until then, or until they answer."))
        if answered:
            refuse_incomplete(fresh, asked, wrong)
        move(fresh, f"resume_{fresh.state_before}", by=by, at=at, state_before="")
        if asked:
            asked.closed_at, asked.answered = at, answered
            asked.save(update_fields=["closed_at", "answered"])
        messages.resumed(application=fresh, answered=answered, now=at)
    return fresh


def refuse_incomplete(application, asked, wrong):
    from ..queries.completeness import lacks_of
    from .submitting import Incomplete

    missing = [lack for lack in lacks_of(application, wrong) if asked and lack.section in asked.sections]
    if missing:
        raise Incomplete(missing)
