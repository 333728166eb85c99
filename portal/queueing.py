"""Asking the worker for work that one task does for everybody who asked."""

from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult


def ask_once(task):
    """Put a task without arguments into the queue, unless one waits there already; whether one was put."""
    waiting = DBTaskResult.objects.filter(task_path=task.module_path, status=TaskResultStatus.READY)
    if waiting.exists():
        return False
    task.enqueue()
    return True
