"""The numbers that people quote: VE-2027-014. Counted within a cycle, whose turn the caller has taken."""

from django.db.models import Max

from ..models import Application


def next_number(cycle):
    """(serial, number) of the next application of a cycle. Call it after `take_turn`, or two could be given the same."""
    last = Application.objects.filter(cycle=cycle).aggregate(last=Max("serial"))["last"] or 0
    return last + 1, f"{cycle.code}-{last + 1:03d}"
