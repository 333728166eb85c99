"""What time does to the doors: counts of long ago are forgotten."""

from .limits import forget_old


def tick(now):
    return {"counts forgotten": forget_old(now=now())}
