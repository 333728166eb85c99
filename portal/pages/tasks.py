"""What the worker does for the pages: the search's index, made anew where something went by it."""

from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from .searching.index import renew_all


@task
def renew_search():
    return {name: list(done) for name, done in renew_all().items()}


def ask_to_renew_search():
    """Put one task into the queue, unless one waits there already; whether one was put."""
    waiting = DBTaskResult.objects.filter(task_path=renew_search.module_path, status=TaskResultStatus.READY)
    if waiting.exists():
        return False
    renew_search.enqueue()
    return True
