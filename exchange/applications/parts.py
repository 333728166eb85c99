"""Steps of acts that live further right: each is the application's own part, called inside their transaction.

None asks for permission, takes the cycle's turn or writes a mail: the act that calls it does. All take the application
as it was read after `take_turn`, who acts (None for the clock), the instant, and a reason where the table asks for one.
"""

from django.utils.translation import gettext_lazy as _

from portal.lifecycle.audit import record, register_act
from portal.lifecycle.moving import move

from .models import Application
from .states import ApplicationState

register_act("exchange.application.defer", _("deferred from the cycle before"))


def put_under_review(*, application, by, at, reason=""):
    """With the first assignment; an application that is under review already stays as it is."""
    if application.state == ApplicationState.UNDER_REVIEW:
        return application
    return move(application, "put_under_review", by=by, at=at, reason=reason)


def select(*, application, by, at, reason=""):
    return move(application, "select", by=by, at=at, reason=reason)


def waitlist(*, application, by, at, reason=""):
    return move(application, "waitlist", by=by, at=at, reason=reason)


def not_select(*, application, by, at, reason=""):
    return move(application, "not_select", by=by, at=at, reason=reason)


def promote(*, application, by, at, reason=""):
    """waitlisted → selected, in the transaction that makes its offer."""
    return move(application, "promote", by=by, at=at, reason=reason)


def close_list(*, application, by, at, reason=""):
    return move(application, "close_list", by=by, at=at, reason=reason)


def back_to_list(*, application, by, at, reason):
    return move(application, "back_to_list", by=by, at=at, reason=reason)


def reopen_list(*, application, by, at, reason):
    return move(application, "reopen_list", by=by, at=at, reason=reason)


def amend(*, application, by, at, reason):
    """Not selected or not eligible → waitlisted, by the director after the release."""
    return move(application, "amend", by=by, at=at, reason=reason)


def take_back(*, application, by, at, reason):
    return move(application, "take_back", by=by, at=at, reason=reason)


def host(*, application, by, at, reason=""):
    return move(application, "host", by=by, at=at, reason=reason)


def end(*, application, by, at, reason):
    return move(application, "end", by=by, at=at, reason=reason)


def lapse(*, application, by, at, reason=""):
    return move(application, "lapse", by=by, at=at, reason=reason)


def withdraw(*, application, by, at, reason=""):
    """Where an offer, an entry or a visit hangs on it, the act in `journey` ends those in the same transaction."""
    return move(
        application,
        "withdraw",
        by=by,
        at=at,
        reason=reason,
        state_before=application.state,
    )


def reinstate(*, application, by, at, reason):
    """Back to the state it was withdrawn from."""
    return move(
        application,
        f"reinstate_{application.state_before}",
        by=by,
        at=at,
        reason=reason,
        state_before="",
    )


CARRIED = (
    "language", "time_zone", "surname", "given_names", "preferred_name", "chinese_name", "birth_date", "nationality",
    "second_nationality", "phone", "folded_name", "specialty", "specialty_detail", "post", "post_since", "qualified_in",
    "training", "registered_with", "registration_number", "observes", "lectures", "operates", "proposal", "knows_here",
    "place_offered", "place_purpose", "place_months", "places", "place_department", "place_note",
)  # fmt: skip


def born_selected(*, person, cycle, from_application, by, at, reason=""):
    """The application of somebody deferred into the next cycle: born selected, with the answers and hospitals it had."""
    from .queries.numbers import next_number

    serial, number = next_number(cycle)
    carried = {name: getattr(from_application, name) for name in CARRIED}
    born = Application.objects.create(
        cycle=cycle,
        person=person,
        state=ApplicationState.SELECTED,
        serial=serial,
        number=number,
        begun_at=at,
        submitted_at=at,
        officer=cycle.officer,
        deferred_from=from_application,
        **carried,
    )
    for row in from_application.affiliations.all():
        row.pk, row.application, row._state.adding = None, born, True
        row.save()
    record(
        born,
        "exchange.application.defer",
        by=by,
        at=at,
        why=reason,
        **{"from": from_application.number},
    )
    return born
