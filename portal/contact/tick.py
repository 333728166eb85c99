"""What time does to messages of readers: the old ones go."""

from .actions import forget_old


def tick(now):
    return {"messages forgotten": forget_old(now=now)}
