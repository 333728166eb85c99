"""Fixtures that hold for every test: the run's folder, messages compiled, the outbox as mail backend, an empty cache."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from . import rundir, templates


def pytest_configure(config):
    from django.conf import settings

    if not os.environ.get(rundir.VARIABLE):
        rundir.claim(settings.TEST_RUN_DIR)
    if not hasattr(config, "workerinput"):
        compile_messages()


def pytest_unconfigure(config):
    if not hasattr(config, "workerinput") and rundir.owned_here():
        templates.leave_no_trace()
        rundir.clear()


def compile_messages():
    """Bring the compiled catalogues up to date, so that a page in Chinese is one."""
    subprocess.run([sys.executable, str(rundir.ROOT / "deploy" / "catalogues.py")], check=True)


@pytest.fixture(scope="session", autouse=True)
def outbox_is_the_mail_backend(django_test_environment):
    """Django's test set-up puts its own backend in place; the site's mails must take their real way."""
    from django.conf import settings

    settings.EMAIL_BACKEND = "portal.mail.backend.OutboxBackend"
    # Workers must not read one another's letters.
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    settings.EMAIL_FILE_PATH = Path(settings.EMAIL_FILE_PATH) / worker


@pytest.fixture(autouse=True)
def empty_cache():
    """Rate limits count in the cache: one test's tries must not refuse another's."""
    from django.core.cache import cache

    cache.clear()


@pytest.fixture(autouse=True)
def writes_are_told_at_once():
    """Most tests stand in a transaction that is never committed: what they write is to be seen all the same."""
    from django.db import connection

    from portal.pages.keeping import watching

    def tell(execute, sql, params, many, context):
        result = execute(sql, params, many, context)
        written = watching.WRITTEN.match(sql)
        if written and connection.in_atomic_block and not watching.NOT_SHOWN.match(written[1]):
            watching.tell([written[1]])
        return result

    with connection.execute_wrapper(tell):
        yield


@pytest.fixture(autouse=True)
def everything_begins_in_english():
    """A request in Chinese leaves its language behind; the next test would speak it."""
    from django.conf import settings
    from django.utils import translation

    translation.activate(settings.LANGUAGE_CODE)
