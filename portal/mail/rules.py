"""Secrets apart from text, and when a message is tried again. Pure."""

import re
from datetime import timedelta

MASK = "••••"
_MARK = re.compile(r"\u27e6[a-z0-9_]+\u27e7")

BACK_OFF = (60, 300, 1800, 7200, 21600, 43200)
"""Seconds to wait after the first, second … failed attempt; after the last the message is given up."""

LOST_AFTER = timedelta(minutes=5)
"""A message that has been "sending" for so long was lost by its worker and goes back into the queue."""


def mark(name):
    """What stands in the kept text in a secret's place."""
    return f"\u27e6{name}\u27e7"


def without_secrets(text):
    return _MARK.sub(MASK, text)


def with_secrets(text, secrets):
    """The text as it leaves the house. secrets: dict of mark name → value."""
    for name, value in secrets.items():
        text = text.replace(mark(name), value)
    return text


def take_out(text, secrets):
    """Put marks in the place of values, longest first so that a code inside a link does not break the link."""
    for name, value in sorted(secrets.items(), key=lambda item: -len(item[1])):
        text = text.replace(value, mark(name))
    return text


def wait_after(attempts):
    """How long to wait after so many failed attempts, or None when it is time to give up."""
    return timedelta(seconds=BACK_OFF[attempts - 1]) if attempts <= len(BACK_OFF) else None


def one_line(text):
    """A header's value: whatever was typed, it is one line and no other header."""
    return " ".join(text.split())
