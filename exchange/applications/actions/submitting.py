"""Submit: once, in time, complete; the number is given and the receipt goes out in the same transaction."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from exchange.cycles.lock import take_turn
from exchange.cycles.rules import takes_submissions
from portal.access.permissions import require
from portal.lifecycle.moving import move
from portal.lifecycle.refusals import Refusal

from .. import messages
from ..models import Application
from ..queries.answers import with_rows
from ..queries.completeness import lacks_of
from ..queries.deadlines import extension_of
from ..queries.numbers import next_number
from ..states import ApplicationState


class Incomplete(Refusal):
    """`lacks` says what is missing."""

    def __init__(self, lacks):
        self.lacks = lacks
        super().__init__(_("Something is still missing. The list says what."))


class TooLate(Refusal):
    def __init__(self):
        super().__init__(
            _(
                "The call has closed. Your draft is kept, with everything in it; the office can still give you more time."
            )
        )


class NoAccountYet(Refusal):
    def __init__(self):
        super().__init__(_("Confirm your e-mail address first, so that we can send you the receipt."))


def submit(*, application, by, now, wrong, consented):
    """draft → submitted. wrong: what the form finds wrong, see forms.opening.wrong_fields. Sending it twice changes nothing.

    Raises TooLate, Incomplete or NoAccountYet; the draft stays as it is.
    """
    if application.person_id is None:
        raise NoAccountYet
    if application.state != ApplicationState.DRAFT and application.submitted_at:
        return application
    require(by, "submit", application)
    with transaction.atomic():
        cycle = take_turn(application.cycle_id)
        at = now()
        fresh = with_rows(Application.objects.filter(pk=application.pk)).get()
        if fresh.state != ApplicationState.DRAFT and fresh.submitted_at:
            return fresh
        if not takes_submissions(cycle, at, extension_of(cycle, fresh.person)):
            raise TooLate
        missing = lacks_of(fresh, wrong)
        if missing:
            raise Incomplete(missing)
        if not consented:
            raise Refusal(_("Say that what you wrote is true."), field="consent")
        serial, number = next_number(cycle)
        move(
            fresh, "submit", by=by, at=at, serial=serial, number=number, submitted_at=at, consented_at=at,
            browser_digest=None, officer=fresh.officer or cycle.officer, note={"number": number},
        )  # fmt: skip
        name_the_person(fresh)
        messages.received(application=fresh, now=at)
    return fresh


def name_the_person(application):
    """The account takes the names of the passport from the first application, where it has none yet."""
    person, changed = application.person, []
    for name in ("surname", "given_names", "preferred_name", "chinese_name", "time_zone"):
        if not getattr(person, name) and getattr(application, name):
            setattr(person, name, getattr(application, name))
            changed.append(name)
    if changed:
        person.save(update_fields=changed)
