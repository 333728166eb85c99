"""What would be handed over if somebody left now: the handover is rehearsed, and nothing of it stays."""

from django.db import transaction

from portal.slices import load


def rehearse(*, person, successor, by, now):
    """The lines that leaving would give, from each slice's handover room, in a transaction that is rolled back."""
    with transaction.atomic():
        at = now()
        lines = [
            str(line)
            for room in load("handover")
            for line in room.hand_over(person=person, successor=successor, by=by, at=at, reason="?")
        ]
        transaction.set_rollback(True)
    return lines
