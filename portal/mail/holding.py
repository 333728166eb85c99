"""A stretch of work whose mails are born held: the demo, whose past must not be sent."""

from contextlib import contextmanager
from contextvars import ContextVar

_held = ContextVar("mails are born held", default=False)


@contextmanager
def hold_everything():
    token = _held.set(True)
    try:
        yield
    finally:
        _held.reset(token)


def born_held():
    return _held.get()
