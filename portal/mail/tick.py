"""What time does to the outbox: lost messages go back, and the worker is told of what is due and unsent."""

from .sending import due, sweep
from .tasks import ask_for_delivery


def tick(now):
    swept = sweep(now=now)
    waiting = len(due(now=now))
    return {"swept": swept, "due": waiting, "asked": bool(waiting) and ask_for_delivery()}
