"""What time does to the digest: it is made at its hour, its mails are asked for until all are written, and what is not kept
goes."""

from .actions.keeping import erase_lapsed, forget_old, pause_those_that_came_back
from .actions.sending import make_issue
from .queries import open_issues
from .tasks import ask_for_writing


def tick(now):
    paused = pause_those_that_came_back(now=now)
    made = make_issue(now=now)
    return {
        "paused": paused,
        "made": str(made) if made else "",
        "asked": bool(open_issues()) and ask_for_writing(),
        "erased": erase_lapsed(now=now),
        "mails forgotten": forget_old(now=now),
    }
