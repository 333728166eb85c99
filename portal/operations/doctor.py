"""What is wrong with this installation, in plain lines: each finding says what to do."""

import sqlite3
from datetime import timedelta

from django.conf import settings
from django.db import connection

from portal.access.roles import Role
from portal.clock.models import SpecialDay
from portal.mail.models import OutboxMessage
from portal.mail.states import STUCK, MailState
from portal.people.models import RoleAssignment, User

from . import maintenance
from .checks import FIXED_SQLITE, PATCHED_SQLITE
from .views import PROBES, attempt

ADVICE = {
    "database": "The database does not answer: check DATABASE_URL.",
    "cache": "The cache does not keep values: check CACHE_URL. Sign-in's rate limits count in it.",
    "storage": "Private files cannot be reached: check the storage settings.",
    "migrations": "Migrations are pending: run manage.py migrate.",
    "tick": "The clock has not ticked for five minutes: call manage.py tick every minute.",
    "worker": "The worker gives no sign of life: run manage.py db_worker --queue-name '*'.",
}
LATE = timedelta(minutes=15)


def examine(*, now):
    """Every finding as one line, worst first; an empty list means that nothing is wrong."""
    lines = [f"{ADVICE[name]} ({said})" for name, said in ((n, attempt(p)) for n, p in PROBES.items()) if said != "ok"]
    if any(line.startswith(ADVICE["database"]) or line.startswith(ADVICE["migrations"]) for line in lines):
        return lines
    return [*lines, *closed(), *database(), *people(), *calendar(now()), *mail(now())]


def closed():
    if maintenance.minutes_left() is not None:
        yield f"Maintenance is on: the public sees nothing else. Unset MAINTENANCE, and remove {settings.MAINTENANCE_FILE}."


def database():
    version = sqlite3.sqlite_version_info
    if connection.vendor == "sqlite" and version < FIXED_SQLITE and version not in PATCHED_SQLITE:
        yield (
            f"SQLite {sqlite3.sqlite_version} can lose commits when several processes write: it serves trials and the "
            "demo. Use PostgreSQL (DATABASE_URL) for a real site."
        )


def people():
    if not RoleAssignment.objects.filter(role=Role.ADMINISTRATOR, until=None, person__is_active=True).exists():
        yield "Nobody is administrator: run manage.py first_admin."
    if User.objects.filter(is_superuser=True).exists():
        yield "Somebody is a superuser, who passes every check of Wagtail: take the mark off in the shell, give a role."


def calendar(at):
    for year in (at.year, at.year + 1):
        days = SpecialDay.objects.filter(day__year=year)
        if not days.exists():
            yield f"There are no holidays for {year}: load them in the office, under Set-up, Holidays."
        elif year == at.year and days.filter(provisional=True).exists():
            yield f"Some holidays of {year} are provisional: load them again, or confirm them in the office."


def mail(at):
    waiting = OutboxMessage.objects.filter(state=MailState.QUEUED, not_before__lt=at - LATE).count()
    stuck = OutboxMessage.objects.filter(state__in=STUCK, settled_at=None, again=None).count()
    held = OutboxMessage.objects.filter(state=MailState.HELD).count()
    if waiting:
        yield f"{waiting} mails have been due for a quarter of an hour: is the worker running?"
    if stuck:
        yield f"{stuck} mails did not arrive: see the worklist in the office."
    if held and not settings.DEMO:
        yield f"{held} mails are held: staff let them go in the office, under Mail."
