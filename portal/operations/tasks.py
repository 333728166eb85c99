"""The worker's sign of life."""

from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from portal.clock.system import system_now

from .models import Heartbeat


@task
def worker_lives():
    Heartbeat.objects.update_or_create(part="worker", defaults={"at": system_now()})


def ask_worker():
    """Put one task that says "alive" into the queue, unless one waits there already."""
    waiting = DBTaskResult.objects.filter(task_path=worker_lives.module_path, status=TaskResultStatus.READY)
    if not waiting.exists():
        worker_lives.enqueue()
