"""What waits for me: collected from what each slice's worklist.py registers."""

from dataclasses import dataclass
from datetime import date, datetime

_sources = []


@dataclass(frozen=True)
class WorkItem:
    """One thing that waits.

    title: what is to be done, in words. who: whose case it is. since: instant since which it waits. due: instant or date
    by which it is to be done, or None. url: where it is done. kind: a word that names the sort of work. urgent: shown
    first and marked (a bounced mail, something overdue).
    """

    title: str
    who: str
    since: datetime
    due: datetime | date | None
    url: str
    kind: str
    urgent: bool = False

    def is_overdue(self, now):
        if self.due is None:
            return False
        if isinstance(self.due, datetime):
            return self.due < now
        return self.due < now.date()


def register(source):
    """Decorator for a function(person, now) -> list of WorkItem, for whomever the work is for; else an empty list."""
    if source not in _sources:
        _sources.append(source)
    return source


def work_of(person, now):
    """All that waits for a person: what is urgent or overdue first, then by due time, then the longest waiting."""
    items = [item for source in _sources for item in source(person, now)]
    return sorted(items, key=lambda item: order_of(item, now))


def order_of(item, now):
    due = item.due.isoformat() if item.due else "9999"
    return (not (item.urgent or item.is_overdue(now)), due[:10], due, item.since)
