"""The frame of every act on a cycle's offers: lock, let time pass, act, give free seats on; all in one transaction."""

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from exchange.cycles import lock
from exchange.cycles.models import Cycle
from portal.lifecycle.refusals import Refusal

from .giving import give_free_seats
from .passing import let_time_pass


@dataclass(frozen=True)
class Turn:
    """What an act works on: the cycle as it was read after the lock, and the one instant of the act."""

    cycle: Cycle
    at: datetime


@contextmanager
def turn(cycle_pk, *, now, gives=True):
    """Run an act while nobody else touches the cycle's seats, offers or waiting list.

    now: callable, called once, straight after
    the lock. gives: whether free seats go on to the waiting list at the end.

    Whatever time has done (offers that ran out, a list that closed, seats that go on because of it) stays, even where the
    act itself is refused: its own writes fall with the refusal, and the refusal is raised after the rest is kept.
    """
    refusal = None
    with transaction.atomic():
        cycle = lock.take_turn(cycle_pk)
        at = now()
        let_time_pass(cycle, at)
        try:
            with transaction.atomic():
                yield Turn(cycle, at)
        except Refusal as refused:
            refusal = refused
            # What the act had changed in memory fell with its savepoint.
            cycle = Cycle.objects.get(pk=cycle_pk)
        if gives or refusal:
            give_free_seats(cycle, at)
    if refusal:
        raise refusal
