"""What the worker does for the outbox: one mail at once, and whatever is due when the clock says so."""

from django_tasks import task

from portal.clock.system import system_now
from portal.queueing import ask_once

from .sending import deliver, deliver_all_due


@task(queue_name="mail")
def deliver_mail(message_pk):
    return deliver(message_pk, now=system_now)


@task(queue_name="mail")
def deliver_due():
    return deliver_all_due(now=system_now)


def ask_for_delivery():
    """Put one task for all that is due into the queue, unless one waits there already; whether one was put."""
    return ask_once(deliver_due)
