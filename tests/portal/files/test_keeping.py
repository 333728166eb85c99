import io
import os
from datetime import timedelta
from pathlib import Path

import honest
import pytest
from django.conf import settings as site
from django.core.exceptions import PermissionDenied
from django.core.files.storage import storages
from django.http import Http404
from hostile import HOSTILE
from pdf_writing import pdf
from PIL import Image

from portal.files import actions, sweeping
from portal.files.actions import FileRefused, keep, purge, purge_due
from portal.files.models import FileReading, PrivateFile, Scan
from portal.files.pages import page_picture
from portal.files.tick import tick
from portal.lifecycle.audit import history
from portal.people.models import RoleAssignment

pytestmark = pytest.mark.django_db


def stored(place):
    return [path for path in Path(place).rglob("*") if path.is_file()]


def test_a_file_is_kept_outside_the_media_root_under_a_name_that_tells_nothing(kept, people, private_store, noon):
    file = kept(people["jana"], name="Životopis 简历.pdf")
    assert (file.name, file.kind, file.pages, file.size) == ("Životopis 简历.pdf", "pdf", 1, len(pdf()))
    assert file.uploaded_by == people["jana"]
    assert file.uploaded_at == noon
    assert stored(private_store)[0].read_bytes() == pdf()
    assert "ivotopis" not in file.storage_name
    assert str(file.pk) not in file.storage_name
    assert len(file.storage_name.rsplit("/", 1)[1]) >= 32
    assert not Path(site.STORAGES["private"]["OPTIONS"]["location"]).is_relative_to(site.MEDIA_ROOT)
    assert history(file)[0].action == "portal.privatefile.keep"


def test_a_picture_is_kept_as_it_was_written_anew(kept, people):
    sent = honest.jpeg_with_place()
    file = kept(people["jana"], sent, name="scan.jpeg")
    with storages["private"].open(file.storage_name) as content:
        raw = content.read()
    assert b"SecretCamera" not in raw
    assert Image.open(io.BytesIO(raw)).size == (file.width, file.height) == (400, 600)
    assert file.sha256 != file.sent_sha256


@pytest.mark.parametrize("name", ["program.pdf", "empty.pdf", "80-megabytes.pdf", "script-on-opening.pdf"])
def test_a_refused_file_leaves_nothing_behind(name, upload, people, private_store, noon):
    with pytest.raises(FileRefused) as refused:
        keep(upload=upload(name, HOSTILE[name][0]()), by=people["jana"], purpose="cv", now=lambda: noon)
    assert name in str(refused.value.message)
    assert not PrivateFile.objects.exists()
    assert not stored(private_store)


def test_the_same_upload_tried_again_is_the_same_file(kept, upload, people, private_store, noon):
    first = kept(people["jana"], token="a" * 36)
    again = keep(upload=upload(), by=people["jana"], purpose="cv", now=lambda: noon, token="a" * 36)
    assert (again.file, again.repeated) == (first, True)
    assert len(stored(private_store)) == 1


def test_the_token_of_another_person_opens_nothing(kept, upload, people, private_store, noon):
    kept(people["jana"], token="a" * 36)
    with pytest.raises(Exception, match=r"UNIQUE|unique"):
        keep(upload=upload(), by=people["marek"], purpose="cv", now=lambda: noon, token="a" * 36)
    assert len(stored(private_store)) == 1


def test_the_same_content_twice_is_recognised(kept, upload, people, noon):
    first = kept(people["jana"])
    loose = keep(upload=upload("again.pdf"), by=people["jana"], purpose="cv", now=lambda: noon)
    assert (loose.file, loose.twin) == (first, first)
    other = keep(upload=upload("again.pdf"), by=people["jana"], purpose="registration", now=lambda: noon)
    assert other.file != first
    assert other.twin == first
    stranger = keep(upload=upload(), by=people["marek"], purpose="cv", now=lambda: noon)
    assert stranger.twin is None
    draft = keep(upload=upload(), by=None, purpose="cv", now=lambda: noon, known=PrivateFile.objects.all())
    assert draft.twin is not None


def test_content_whose_row_cannot_be_written_is_taken_away(upload, people, private_store, noon, monkeypatch):
    def broken(*args, **data):
        raise RuntimeError("the database has gone")

    monkeypatch.setattr(actions, "record", broken)
    with pytest.raises(RuntimeError, match="gone"):
        keep(upload=upload(), by=people["jana"], purpose="cv", now=lambda: noon)
    assert not stored(private_store)
    assert not PrivateFile.objects.exists()


def test_content_without_a_row_is_swept_after_an_hour(kept, people, private_store, noon):
    file = kept(people["jana"])
    lost = private_store / file.storage_name.rsplit("/", 1)[0] / "0123"
    lost.write_bytes(b"x")
    for path in stored(private_store):
        os.utime(path, (noon.timestamp(), noon.timestamp()))
    assert sweeping.sweep_content(lambda: noon + timedelta(minutes=30)) == 0
    assert sweeping.sweep_content(lambda: noon + timedelta(days=9)) == 0
    assert sweeping.sweep_content(lambda: noon + timedelta(hours=2)) == 1
    assert len(stored(private_store)) == 1


def test_purging_removes_content_and_pictures_and_keeps_the_row(kept, people, private_store, noon):
    RoleAssignment.objects.create(person=people["office"], role="office", since=noon)
    file = kept(people["jana"])
    assert page_picture(file, 1, 400)
    assert len(stored(private_store)) == 2
    purge(file=file, by=people["office"], now=lambda: noon, reason="asked for")
    assert not stored(private_store)
    assert file.purged_at == noon
    line = history(file)[0]
    assert (line.action, line.data["why"]) == ("portal.privatefile.purge", "asked for")


def test_nobody_but_staff_purges(kept, people, noon):
    file = kept(people["jana"])
    with pytest.raises((Http404, PermissionDenied)):
        purge(file=file, by=people["marek"], now=lambda: noon, reason="x")


def test_what_is_due_is_purged_by_time(kept, people, private_store, noon):
    kept(people["jana"], purge_after=noon + timedelta(days=30))
    kept(people["jana"], honest.cv_with_links())
    assert purge_due(lambda: noon + timedelta(days=29)) == 0
    assert purge_due(lambda: noon + timedelta(days=30)) == 1
    assert purge_due(lambda: noon + timedelta(days=31)) == 0
    assert len(stored(private_store)) == 1


def test_a_file_that_nothing_holds_is_purged_after_a_day(kept, people, noon):
    file = kept(people["jana"])
    tick(lambda: noon + timedelta(hours=23))
    file.refresh_from_db()
    assert not file.is_gone
    tick(lambda: noon + timedelta(hours=25))
    file.refresh_from_db()
    assert file.is_gone


def test_a_file_that_something_holds_stays(kept, people, noon, holders):
    file = kept(people["jana"])
    # A mail about the file stands for any slice's row that points to one.
    holders(FileReading, "file")
    FileReading.objects.create(file=file, at=noon, what="download")
    tick(lambda: noon + timedelta(days=3))
    file.refresh_from_db()
    assert not file.is_gone


@pytest.mark.parametrize(
    ("answer", "scan", "taken"),
    [
        (b"stream: OK", Scan.CLEAN, True),
        (b"stream: Eicar-Test FOUND", Scan.INFECTED, False),
        (b"INSTREAM size limit exceeded. ERROR", Scan.UNSCANNED, True),
        (None, Scan.UNSCANNED, True),
    ],
)
def test_the_virus_scanner(answer, scan, taken, upload, people, noon, settings, monkeypatch):
    settings.CLAMD_ADDRESS = "127.0.0.1:3310"

    def ask(address, source):
        if answer is None:
            raise ConnectionRefusedError
        return answer

    monkeypatch.setattr("portal.files.scanning._ask", ask)
    if not taken:
        with pytest.raises(FileRefused):
            keep(upload=upload(), by=people["jana"], purpose="cv", now=lambda: noon)
        return
    file = keep(upload=upload(), by=people["jana"], purpose="cv", now=lambda: noon).file
    assert file.scan == scan
    assert file.is_readable == (scan == Scan.CLEAN)
    monkeypatch.setattr("portal.files.scanning._ask", lambda address, source: b"stream: Eicar-Test FOUND")
    sweeping.scan_waiting(lambda: noon)
    file.refresh_from_db()
    assert file.is_gone == (scan == Scan.UNSCANNED)


def test_the_log_of_readings_is_only_added_to(kept, people, noon):
    line = FileReading.objects.create(file=kept(people["jana"]), person=people["jana"], at=noon, what="download")
    for change in (line.save, line.delete, FileReading.objects.all().delete):
        with pytest.raises(RuntimeError):
            change()
    with pytest.raises(RuntimeError):
        FileReading.objects.update(what="page")
    people["jana"].delete()
    assert FileReading.objects.get().person is None


def test_the_content_is_readable_to_the_site_alone(kept, people, private_store):
    kept(people["jana"])
    content = stored(private_store)[0]
    assert content.stat().st_mode & 0o777 == 0o600
    assert content.parent.stat().st_mode & 0o777 == 0o700
