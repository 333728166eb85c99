"""The one lock that SQLite and PostgreSQL both honour: an UPDATE of the cycle's row at the start of the transaction."""

from django.db import transaction
from django.db.models import F

from .models import Cycle


def take_turn(*cycle_pks):
    """Lock one or more cycles until the transaction ends, and return them freshly read, in the order asked for.

    Several are locked in the order of their ids, so that two acts on the same two cannot wait for each other. Read
    nothing about offers, seats or the waiting list before this.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("take_turn() belongs at the start of a transaction")
    for pk in sorted(set(cycle_pks)):
        Cycle.objects.filter(pk=pk).update(turn=F("turn") + 1)
    fresh = Cycle.objects.in_bulk(cycle_pks)
    found = [fresh[pk] for pk in cycle_pks]
    return found[0] if len(found) == 1 else found
