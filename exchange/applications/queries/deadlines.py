"""Until when a person may submit in a cycle."""

from exchange.cycles.rules import takes_submissions

from ..models import SubmissionExtension


def extension_of(cycle, person):
    """The latest instant to which a person's time was extended, or None."""
    if person is None or getattr(person, "pk", None) is None:
        return None
    return (
        SubmissionExtension.objects.filter(cycle=cycle, person=person)
        .order_by("-until")
        .values_list("until", flat=True)
        .first()
    )


def deadline_of(cycle, person):
    """The instant that counts for a person: the call's, or their own later one."""
    extended = extension_of(cycle, person)
    return max(cycle.closes_at, extended) if extended else cycle.closes_at


def still_open(cycle, person, now):
    return takes_submissions(cycle, now, extension_of(cycle, person))
