"""Fixtures about databases. Every worker has a copy of a migrated template; every transactional test gets it anew.

db, transactional_db      as in pytest-django; after a transactional test the copy is made again, so that what
                          migrations put in (the home page, the languages) is there for the next one
demo_site                 the test's database is a copy that holds the demo; gives what `manage.py demo --json` says
fresh_sqlite_url, fresh_postgres_url    addresses of migrated databases of the test's own, for real processes
database_url              both of them, one after the other
"""

import os
import uuid

import pytest

from . import postgres, rundir, templates


def engine():
    from django.db import connection

    return templates.Postgres() if connection.vendor == "postgresql" else templates.Sqlite()


def worker_name():
    return f"worker_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}_{os.getpid()}"


def restore(kind="migrated"):
    """Put a copy of a template in the place of this worker's database."""
    from django.contrib.contenttypes.models import ContentType
    from django.db import connections

    connections.close_all()
    connections.settings["default"]["NAME"] = engine().copy(kind, worker_name())
    ContentType.objects.clear_cache()


def lacking(what):
    """Skip for want of something; in CI nothing may be wanting."""
    (pytest.fail if rundir.in_ci() else pytest.skip)(f"{what} is missing on this machine")


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """Instead of Django's creation and flushing: copies of one template."""
    from django.test import TransactionTestCase

    with django_db_blocker.unblock():
        restore()
    original = TransactionTestCase._fixture_teardown
    TransactionTestCase._fixture_teardown = lambda case: restore()
    yield
    TransactionTestCase._fixture_teardown = original


@pytest.fixture
def demo_site(transactional_db):
    restore("demo")
    return templates.demo_listing(engine().vendor)


@pytest.fixture
def fresh_sqlite_url():
    databases = templates.Sqlite()
    return databases.url(databases.copy("migrated", f"fresh_{uuid.uuid4().hex[:8]}"))


@pytest.fixture
def fresh_postgres_url():
    if not postgres.available():
        lacking("PostgreSQL's server")
    databases = templates.Postgres()
    name = databases.copy("migrated", f"fresh_{uuid.uuid4().hex[:8]}")
    yield databases.url(name)
    databases.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request):
    return request.getfixturevalue(f"fresh_{request.param}_url")
