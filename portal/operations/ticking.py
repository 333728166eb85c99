"""What time does, every minute: each slice's tick room in the order of the slices, one failing alone."""

import logging

from portal.slices import load

from .models import Heartbeat

logger = logging.getLogger("portal.tick")


def tick_once(*, now):
    """Run every slice's `tick(now)`. now: callable returning the aware instant. Returns {slice: what it did}."""
    done = {}
    for room in load("tick"):
        name = room.__name__.rpartition(".")[0]
        try:
            done[name] = room.tick(now)
        except Exception:  # one slice's fault must not stop the clock of the others
            logger.exception("tick of %s failed", name)
            done[name] = {"failed": True}
    Heartbeat.objects.update_or_create(part="tick", defaults={"at": now(), "note": done})
    return done
