"""The worker's sign of life."""

from django_tasks import task

from portal.clock.system import system_now
from portal.queueing import ask_once

from .models import Heartbeat


@task
def worker_lives():
    Heartbeat.objects.update_or_create(part="worker", defaults={"at": system_now()})


def ask_worker():
    """Put one task that says "alive" into the queue, unless one waits there already."""
    ask_once(worker_lives)
