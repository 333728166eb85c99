"""What stands in a calendar, whoever put it there. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")

CONFIRMED, TENTATIVE, CANCELLED = "CONFIRMED", "TENTATIVE", "CANCELLED"
STATUSES = (CONFIRMED, TENTATIVE, CANCELLED)


@dataclass(frozen=True)
class CalendarEntry:
    """One entry.

    uid: the same for ever. sequence: raised by every change. starts, ends: aware datetimes; or dates, for a
    stay or a day off, where `ends` is the last day itself. summary, location, description: words in the
    reader's language. url: absolute. status: one of STATUSES. last_modified: aware instant of the last
    change. people: ids of the persons it takes. room: id of the room it takes, or None. kind: what it is,
    such as "session". busy: False for what takes nobody's time, such as a deadline or the frame of a stay:
    it overlaps with nothing.
    """

    uid: str
    starts: object
    ends: object
    summary: str
    sequence: int = 0
    location: str = ""
    description: str = ""
    url: str = ""
    status: str = CONFIRMED
    last_modified: datetime | None = None
    people: frozenset = frozenset()
    room: object = None
    kind: str = ""
    busy: bool = True

    @property
    def all_day(self):
        return is_day(self.starts)

    @property
    def takes(self):
        """From when until when it takes people and rooms, as aware instants; a date is that day in
        Shanghai."""
        if not self.all_day:
            return self.starts, self.ends
        return (
            datetime.combine(self.starts, time(), tzinfo=SHANGHAI),
            datetime.combine(self.ends + timedelta(days=1), time(), tzinfo=SHANGHAI),
        )


def is_day(value):
    """Whether a value is a date and not an instant (every datetime is a date to Python)."""
    return isinstance(value, date) and not isinstance(value, datetime)
