"""What a start-up must refuse: settings under which a promise of the design cannot be kept."""

import sqlite3
from pathlib import Path

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register

# SQLite 3.7.0 to 3.51.2 can lose commits after a WAL reset, save in the releases that had the fix ported back.
FIXED_SQLITE = (3, 51, 3)
PATCHED_SQLITE = {(3, 50, 7), (3, 44, 6)}


@register(Tags.database, deploy=True)
def production_database(app_configs, **kwargs):
    engine = settings.DATABASES["default"]["ENGINE"]
    if not engine.endswith("sqlite3"):
        return []
    if sqlite3.sqlite_version_info < FIXED_SQLITE and sqlite3.sqlite_version_info not in PATCHED_SQLITE:
        return [
            Error(
                f"SQLite {sqlite3.sqlite_version} can lose commits when several processes write.",
                hint="Use PostgreSQL (DATABASE_URL), or SQLite 3.51.3 or newer.",
                id="portal.E001",
            )
        ]
    return [
        Warning(
            "SQLite serves trials and the demo; use PostgreSQL for a real site.",
            id="portal.W001",
        )
    ]


@register(Tags.security)
def outbox_is_the_backend(app_configs, **kwargs):
    if settings.EMAIL_BACKEND not in (
        "portal.mail.backend.OutboxBackend",
        "django.core.mail.backends.locmem.EmailBackend",
    ):
        return [
            Error(
                "EMAIL_BACKEND must be the outbox, or mails bypass it.",
                id="portal.E002",
            )
        ]
    return []


@register(Tags.database)
def read_committed(app_configs, databases=None, **kwargs):
    options = settings.DATABASES["default"].get("OPTIONS", {})
    if options.get("isolation_level") not in (None, 2):  # 2 is psycopg's READ COMMITTED
        return [Error("PostgreSQL must run at READ COMMITTED.", id="portal.E003")]
    return []


@register(Tags.translation)
def translations_are_compiled(app_configs, **kwargs):
    """A checkout holds catalogues as text alone; without their compiled form every Chinese page would be English."""
    lacking = [
        source
        for folder in settings.LOCALE_PATHS
        for source in Path(folder).glob("*/LC_MESSAGES/*.po")
        if not source.with_suffix(".mo").exists()
    ]
    hint = "python deploy/catalogues.py"
    return [Error(f"{source.parent.parent.name} is not compiled.", hint=hint, id="portal.E004") for source in lacking]
