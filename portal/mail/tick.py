"""What time does to the outbox: lost messages go back, and whatever is due and unsent gets a task again."""

from .sending import due, sweep
from .tasks import deliver_mail


def tick(now):
    swept = sweep(now=now)
    waiting = due(now=now)
    for message_pk in waiting:
        deliver_mail.enqueue(message_pk)
    return {"swept": swept, "enqueued": len(waiting)}
