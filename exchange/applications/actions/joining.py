"""A draft that was begun before there was an account moves to the account that proved its address."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.access.permissions import require
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.moving import move
from portal.lifecycle.refusals import Refusal

from ..models import Application
from ..states import ApplicationState
from .answering import live_of

register_act("exchange.application.join", _("draft taken into the account"))


class TwoDrafts(Refusal):
    """The account has an application in this cycle already; `theirs` is it. Nothing was changed."""

    def __init__(self, theirs):
        self.theirs = theirs
        super().__init__(_("You already have an application for this call."))


def take_into_account(*, application, browser, person, now, instead=False):
    """Give the draft of a browser to a person who signed in. instead: it takes the place of the draft that they have.

    Raises TwoDrafts while the person has a live application and nobody said which to keep.
    """
    require(browser, "change answers", application)
    with transaction.atomic():
        at = now()
        theirs = live_of(person, application.cycle)
        if theirs is not None:
            if not instead or theirs.state != ApplicationState.DRAFT:
                raise TwoDrafts(theirs)
            reason = str(_("The person kept the draft of another browser in its place."))
            move(theirs, "withdraw", by=person, at=at, reason=reason, state_before=theirs.state)
        taken = Application.objects.filter(
            pk=application.pk, person=None, browser_digest=browser.digest, state=ApplicationState.DRAFT
        ).update(person=person, browser_digest=None)
        if taken:
            application.refresh_from_db()
            record(application, "exchange.application.join", by=person, at=at)
    return application
