"""Enter an application for somebody who wrote by mail; it counts as submitted once the person confirms it by a link."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.access import links
from portal.access.permissions import require
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.refusals import NotPossibleNow, Refusal
from portal.people.models import User

from .. import messages
from ..models import Application
from ..queries.completeness import lacks_of
from ..states import ApplicationState
from .answering import begin
from .submitting import Incomplete, submit

register_act("exchange.application.enter", _("entered by the office"))
register_act("exchange.application.ask_to_confirm", _("confirmation asked for"))

PURPOSE = "applications.confirm"
LASTS = timedelta(days=14)


def enter(*, cycle, email, by, now, language="en", **names):
    """A draft in the name of a person, written by the office. Returns it."""
    require(by, "add", Application)
    at = now()
    with transaction.atomic():
        address = User.objects.clean_address(email)
        person = User.objects.filter(email=address).first()
        if person is None:
            person = User.objects.create_user(email=address, language=language, **names)
        draft = begin(cycle=cycle, by=person, now=lambda: at, language=language)
        if draft.begun_at != at:
            raise Refusal(_("This person has an application in this call already."), field="email")
        draft.entered_by = by
        draft.save(update_fields=["entered_by"])
        record(draft, "exchange.application.enter", by=by, at=at)
    return draft


def ask_to_confirm(*, application, by, now, wrong):
    """Send the person a link under which they read everything and say that it is theirs. Returns the mail."""
    require(by, "ask to confirm", application)
    if application.entered_by_id is None or application.state != ApplicationState.DRAFT:
        raise NotPossibleNow(_("There is nothing to confirm here."))
    missing = lacks_of(application, wrong)
    if missing:
        raise Incomplete(missing)
    with transaction.atomic():
        at = now()
        Application.objects.filter(pk=application.pk).update(confirmation_asked_at=at)
        application.confirmation_asked_at = at
        record(application, "exchange.application.ask_to_confirm", by=by, at=at)
        return send_link(application, at)


def send_link(application, at):
    token = links.issue(purpose=PURPOSE, person=application.person, about=application, now=at, lasts=LASTS)
    return messages.confirm_entered(application=application, token=token, expires=at + LASTS, now=at)


def confirm(*, application, now, wrong):
    """The person says by their link that it is theirs: it is submitted, in time or not at all."""
    return submit(application=application, by=application.person, now=now, wrong=wrong, consented=True)
