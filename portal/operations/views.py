from datetime import timedelta

from django.conf import settings
from django.core.cache import cache
from django.core.files.storage import storages
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from portal.clock.system import system_now

from .mailbox import read_mailbox, read_one
from .models import Heartbeat

TICK_IS_LATE = timedelta(minutes=5)


@require_GET
@never_cache
def healthz(request):
    """The process answers."""
    return JsonResponse({"status": "ok"})


@require_GET
@never_cache
def readyz(request):
    """Whether the site can work: database, cache, storage, migrations, and the heartbeats of clock and worker."""
    parts = {name: attempt(probe) for name, probe in PROBES.items()}
    ready = all(value == "ok" for value in parts.values())
    return JsonResponse(
        {"status": "ok" if ready else "not ready", **parts},
        status=200 if ready else 503,
    )


def attempt(probe):
    try:
        return probe() or "ok"
    except Exception as failed:  # whatever is wrong, this page says so instead of failing itself
        return type(failed).__name__


def database_answers():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def cache_answers():
    cache.set("readyz", "1", 10)
    return None if cache.get("readyz") == "1" else "does not keep"


def storage_answers():
    storages["private"].exists("readyz")


def migrations_ran():
    executor = MigrationExecutor(connection)
    return "pending" if executor.migration_plan(executor.loader.graph.leaf_nodes()) else None


def clock_ticks():
    beat = Heartbeat.objects.filter(part="tick").first()
    return None if beat and system_now() - beat.at < TICK_IS_LATE else "late"


def worker_works():
    beat = Heartbeat.objects.filter(part="worker").first()
    return None if beat and system_now() - beat.at < TICK_IS_LATE else "late"


PROBES = {
    "database": database_answers,
    "cache": cache_answers,
    "storage": storage_answers,
    "migrations": migrations_ran,
    "tick": clock_ticks,
    "worker": worker_works,
}


# A mail's HTML is shown in a frame of its own that can do nothing.
FRAME_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def mail_in_box(name):
    """A mail of the mailbox; 404 on every site but one with the development settings."""
    mail = read_one(name) if settings.DEBUG else None
    if mail is None:
        raise Http404
    return mail


@require_GET
@never_cache
def mailbox(request, name=None):
    """Every mail of the demo, with its codes and links. Exists with the development settings alone."""
    if not settings.DEBUG:
        raise Http404
    context = {"shown": mail_in_box(name)} if name else {"mails": read_mailbox()}
    response = render(request, "portal/operations/mailbox.html", context)
    response._csp_update = {"frame-src": ["'self'"]}
    return response


@require_GET
@never_cache
def mailbox_html(request, name):
    """The HTML of one mail, for the frame on its page."""
    response = HttpResponse(mail_in_box(name).html)
    response["Content-Security-Policy"] = FRAME_POLICY
    return response
