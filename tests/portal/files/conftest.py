from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pdf_writing import pdf

from portal.files import ownership
from portal.files.actions import keep

NOON = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)


@pytest.fixture
def noon():
    return NOON


@pytest.fixture
def people(db, django_user_model):
    """A few persons without roles, by name."""

    class People(dict):
        def __missing__(self, name):
            self[name] = django_user_model.objects.create_user(f"{name}@example.org", "not-a-secret")
            return self[name]

    return People()


@pytest.fixture(autouse=True)
def private_store(settings, tmp_path):
    """A private storage of the test's own."""
    place = tmp_path / "private"
    private = {
        "BACKEND": "portal.files.private_storage.PrivateDiskStorage",
        "OPTIONS": {"location": place},
    }
    settings.STORAGES = settings.STORAGES | {"private": private}
    return place


@pytest.fixture
def upload():
    """An UploadedFile as Django makes it."""

    def make(name="cv.pdf", content=None, kind="application/pdf"):
        return SimpleUploadedFile(name, pdf() if content is None else content, kind)

    return make


@pytest.fixture
def kept(db, upload):
    """Keep a file for somebody; returns the row."""

    def make(by=None, content=None, name="cv.pdf", now=lambda: NOON, **options):
        options.setdefault("purpose", "cv")
        return keep(upload=upload(name, content), by=by, now=now, **options).file

    return make


@pytest.fixture
def holders(monkeypatch):
    """The registry of holders, empty, to be filled by a test."""
    monkeypatch.setattr(ownership, "_registered", {})
    return ownership.attached_to
