"""What the worker does for the digest: write the mails of those that are open."""

from django_tasks import task

from portal.clock.system import system_now
from portal.queueing import ask_once

from .actions.sending import post_copies
from .queries import open_issues


@task
def write_digests():
    return [post_copies(issue=issue, now=system_now) for issue in open_issues()]


def ask_for_writing():
    """Put one task into the queue, unless one waits there already; whether one was put."""
    return ask_once(write_digests)
