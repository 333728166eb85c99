from django.apps import AppConfig
from django.db.backends.signals import connection_created

from portal.pages.keeping import watching
from portal.slices import load


class PortalConfig(AppConfig):
    """The site itself, and what the other two apps stand on."""

    name = "portal"
    label = "portal"
    # Bottom up: a slice imports only those before it (see docs/architecture.md).
    slices = (
        *("lifecycle", "clock", "access", "office", "files", "mail", "people"),
        *("hospital", "calendars", "translations", "pages", "digest", "contact", "operations"),
    )

    def ready(self):
        connection_created.connect(watching.begin)
        from portal.operations import checks  # noqa: F401  (registers Django's system checks)

        rooms = (
            "access",
            "messages",
            "worklist",
            "search",
            "public_search",
            "calendar_entries",
            "tasks",
            "menu",
            "noticing",
        )
        for room in rooms:
            load(room)
