"""What a reader does: write to the office. No account, no row of ours but the mail itself."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.access.limits import Limit, take
from portal.lifecycle.refusals import Refusal
from portal.mail.forgetting import forget_older

from . import messages

FROM_ONE_PLACE = Limit("contact.place", 8, timedelta(hours=1))
FROM_ONE_SENDER = Limit("contact.sender", 5, timedelta(days=1))
FROM_ALL = Limit("contact.all", 100, timedelta(hours=1))
SAME_AGAIN = Limit("contact.same", 1, timedelta(days=1))
"""The same words of the same sender within a day are one message: its form was sent twice."""
KEPT = timedelta(days=180)


class TooManyMessages(Refusal):
    """The place, the sender or everybody together has written too often for now."""


def write(*, name, address, subject, text, language, place, now):
    """Put a reader's message into the outbox, to the office. Raises TooManyMessages; what was typed is the caller's to keep.

    Returns the OutboxMessage, None where the same message came just before and lies there.

    address: a checked e-mail address. subject: a value of Subject. place: from where it comes (portal.access.limits.place_of).
    """
    at = now()
    with transaction.atomic():
        if not take(SAME_AGAIN, repr((name, address.lower(), subject, text)), now=at):
            return None
        check_limits(address, place, at)
        return messages.to_the_office(name=name, address=address, subject=subject, text=text, language=language, now=at)


def check_limits(address, place, at):
    if not take(FROM_ONE_PLACE, place, now=at) or not take(FROM_ALL, "", now=at):
        raise TooManyMessages(
            _("Many messages came from your connection within an hour. Try again in an hour, or write to us by e-mail.")
        )
    if not take(FROM_ONE_SENDER, address.lower(), now=at):
        raise TooManyMessages(
            _("You wrote to us several times today, and we have it all. Write by e-mail, or again tomorrow."),
            field="email",
        )


def forget_old(*, now):
    """Messages of half a year ago go. Returns how many."""
    return forget_older(kind=messages.KIND, before=now() - KEPT)
