"""When a draft is reminded of its deadline: seven days and one day before, once each."""

from datetime import timedelta

BEFORE = (7, 1)


def reminder_due(now, closes_at, begun_at, sent):
    """How many days before closing the reminder is that is due now, or None.

    sent: days of the reminders that have gone. One that was missed while the clock stood still is not made up for
    after the next has become due; a draft begun after its instant is not reminded of it.
    """
    if now >= closes_at:
        return None
    due = [days for days in BEFORE if closes_at - timedelta(days=days) <= now]
    if not due:
        return None
    nearest = min(due)
    if nearest in sent or begun_at > closes_at - timedelta(days=nearest):
        return None
    return nearest
