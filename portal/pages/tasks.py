"""What the worker does for the pages: the search's index, made anew where something went by it."""

from django_tasks import task

from portal.queueing import ask_once

from .searching.index import renew_all


@task
def renew_search():
    return {name: list(done) for name, done in renew_all().items()}


def ask_to_renew_search():
    """Put one task into the queue, unless one waits there already; whether one was put."""
    return ask_once(renew_search)
