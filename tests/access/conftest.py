"""The demo's people, signed in once for a whole module."""

import pytest
from access.table import ANYBODY, PEOPLE
from access.world import World
from django.conf import settings
from django.test import Client, override_settings

from harness.databases import restore


@pytest.fixture(scope="module")
def demo_database(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        restore("demo")
    yield
    with django_db_blocker.unblock():
        restore()


@pytest.fixture(scope="module")
def signed_in_world(demo_database, django_db_blocker):
    """Everybody signs in once, before any test's transaction, and not again for each of some thousand requests."""
    with django_db_blocker.unblock():
        world = World()
        sessions = {}
        for who in PEOPLE:
            if who != ANYBODY:
                client = Client()
                client.force_login(world.person(who))
                sessions[who] = client.cookies[settings.SESSION_COOKIE_NAME].value
    return world, sessions


@pytest.fixture
def world(signed_in_world, db):
    return signed_in_world[0]


@pytest.fixture
def sessions(signed_in_world):
    return signed_in_world[1]


@pytest.fixture(scope="module")
def plain_refusals(tmp_path_factory):
    """Half of some eight thousand answers are refusals: here their number is asked, below what their pages show."""
    folder = tmp_path_factory.mktemp("refusals")
    for name in ("403.html", "404.html"):
        (folder / name).write_text("refused", encoding="utf-8")
    [engine] = settings.TEMPLATES
    with override_settings(TEMPLATES=[engine | {"DIRS": [folder, *engine["DIRS"]]}]):
        yield
