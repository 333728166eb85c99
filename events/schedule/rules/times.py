"""Whether a session can stand at these times in its edition."""

from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


def what_is_wrong(starts, ends, first_day, last_day):
    """The name of what is wrong with a session's times, or None.

    starts, ends: aware instants. first_day, last_day: dates of the edition.
    """
    begins, finishes = starts.astimezone(SHANGHAI), ends.astimezone(SHANGHAI)
    if finishes <= begins:
        return "no time"
    if begins.date() != finishes.date():
        return "past midnight"
    if not first_day <= begins.date() <= last_day:
        return "not on its days"
    return None
