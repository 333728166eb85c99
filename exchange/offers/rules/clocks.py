"""An offer's clock: when it has run out, and when its person is reminded."""

from datetime import timedelta

BEFORE = (3, 1)
"""Days before the end at which a reminder goes, once each."""


def has_run_out(expires_at, now):
    """The closing instant itself is too late: at 18:00:00 an offer until 18:00 has ended."""
    return now >= expires_at


def run_out(offers, now):
    """Of offers with `expires_at`, those whose clock has run out, in the order in which they did."""
    return sorted((offer for offer in offers if has_run_out(offer.expires_at, now)), key=lambda o: (o.expires_at, o.pk))


def reminder_due(now, made_at, expires_at, reminded):
    """How many days before its end the reminder is that is due now, or None.

    reminded: the days of the last one that went, or None. One that the clock missed is not made up for after the next
    has become due; an offer made, or extended, later than a reminder's instant is not reminded of it.
    """
    if has_run_out(expires_at, now):
        return None
    due = [days for days in BEFORE if expires_at - timedelta(days=days) <= now]
    if not due:
        return None
    nearest = min(due)
    if (reminded is not None and reminded <= nearest) or made_at > expires_at - timedelta(days=nearest):
        return None
    return nearest
