"""What time does to the machine: the worker is asked whether it lives, and its finished tasks of a week ago go."""

from datetime import timedelta

from django_tasks_db.models import DBTaskResult

from .tasks import ask_worker

KEPT = timedelta(days=7)


def tick(now):
    ask_worker()
    gone, _by_model = DBTaskResult.objects.finished().filter(finished_at__lt=now() - KEPT).delete()
    return {"tasks cleared": gone}
