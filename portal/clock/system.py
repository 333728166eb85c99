"""The system's clock. Views, commands and tick pass it down; nothing below them may read it (a test holds this)."""

from django.utils import timezone


def system_now():
    """The instant, aware, in UTC."""
    return timezone.now()
