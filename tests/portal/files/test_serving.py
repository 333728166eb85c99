import uuid
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.core.files.storage import storages
from django.utils.http import http_date
from pdf_writing import pdf

from portal.access import permissions
from portal.access.permissions import Answers
from portal.files import views
from portal.files.actions import purge
from portal.files.checking.verdict import Kind, Verdict
from portal.files.fields import address_of, page_addresses
from portal.files.models import FileReading, PrivateFile
from portal.lifecycle.audit import history

pytestmark = pytest.mark.django_db
HOLDER = "192.0.2.1"
NAME = "Životopis 简历.pdf"


@pytest.fixture(autouse=True)
def clock(monkeypatch, noon):
    """The site's clock stands at ten past."""
    hands = {"now": noon + timedelta(minutes=10)}
    monkeypatch.setattr(views, "system_now", lambda: hands["now"])
    return hands


@pytest.fixture(autouse=True)
def no_child(monkeypatch):
    """What is served here was judged elsewhere."""
    verdict = Verdict(accepted=True, kind=Kind.PDF, pages=1)
    monkeypatch.setattr("portal.files.actions.judge", lambda path, room: verdict)


@pytest.fixture
def jana(client, people):
    client.force_login(people["jana"], backend="allauth.account.auth_backends.AuthenticationBackend")
    return people["jana"]


@pytest.fixture
def file(kept, jana):
    return kept(jana, name=NAME)


@pytest.fixture
def held(file, noon, holders, monkeypatch):
    """Let a row of another model hold the file, and say who may do what to that row."""
    # A line of the log stands for any slice's row that points to a file; not for itself, so it is left
    # out below.
    row = FileReading.objects.create(file=file, at=noon, what="head", address=HOLDER)
    holders(FileReading, "file")
    allowed = {}

    class Spokesman(Answers):
        model = FileReading

        def may(self, person, act, obj):
            return obj == row and act in allowed.get(person, ())

    monkeypatch.setitem(permissions._answers, FileReading, Spokesman())
    return allowed


def body(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def assert_shut(response):
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response["Cache-Control"]


def readings():
    return [(line.what, line.page) for line in FileReading.objects.exclude(address=HOLDER).order_by("id")]


def test_the_whole_file_comes_as_an_attachment_with_its_name(client, file, jana):
    response = client.get(address_of(file))
    assert response.status_code == 200
    assert body(response) == pdf()
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f"attachment; filename*=utf-8''{quote(NAME)}"
    assert response["Content-Length"] == str(len(pdf()))
    assert_shut(response)
    line = FileReading.objects.get()
    assert (line.person, line.what, line.address) == (jana, "download", "127.0.0.1")
    assert history(file)[0].action == "portal.privatefile.read"


def test_a_part_of_it(client, file):
    response = client.get(address_of(file), headers={"Range": "bytes=5-14"})
    assert response.status_code == 206
    assert body(response) == pdf()[5:15]
    assert response["Content-Range"] == f"bytes 5-14/{file.size}"
    assert response["Content-Length"] == "10"
    assert_shut(response)
    assert readings() == [("range", None)]


def test_a_part_beyond_its_end(client, file):
    response = client.get(address_of(file), headers={"Range": "bytes=99999999-"})
    assert response.status_code == 416
    assert response["Content-Range"] == f"bytes */{file.size}"
    assert_shut(response)


def test_a_part_of_another_version_is_answered_with_the_whole(client, file):
    response = client.get(address_of(file), headers={"Range": "bytes=5-14", "If-Range": '"other"'})
    assert response.status_code == 200
    assert body(response) == pdf()


def test_its_head(client, file):
    response = client.head(address_of(file))
    assert (response.status_code, response.content) == (200, b"")
    assert response["Content-Length"] == str(file.size)
    assert_shut(response)
    assert readings() == [("head", None)]


def test_what_has_not_changed_is_not_sent_again(client, file):
    tag = client.get(address_of(file))["ETag"]
    for header in ({"If-None-Match": tag}, {"If-Modified-Since": http_date(file.uploaded_at.timestamp())}):
        response = client.get(address_of(file), headers=header)
        assert (response.status_code, response.content) == (304, b"")
        assert_shut(response)
    assert client.get(address_of(file), headers={"If-None-Match": '"other"'}).status_code == 200
    assert readings() == [("download", None), ("unchanged", None), ("unchanged", None), ("download", None)]


@pytest.mark.parametrize(
    "headers", [{}, {"Range": "bytes=0-3"}, {"If-None-Match": "*"}, {"If-Modified-Since": http_date(4e9)}]
)
@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("who", ["nobody", "marek"])
def test_nobody_else_learns_that_it_exists(client, file, people, who, method, headers):
    client.logout()
    if who != "nobody":
        client.force_login(people[who], backend="allauth.account.auth_backends.AuthenticationBackend")
    for address in (address_of(file), page_addresses(file)[0][1]):
        there = getattr(client, method)(address, headers=headers)
        missing = getattr(client, method)(address.replace(str(file.pk), str(uuid.uuid4())), headers=headers)
        assert there.status_code == missing.status_code == 404
        assert "ETag" not in there
    assert readings() == []


def test_nothing_is_changed_through_its_address(client, file):
    for method in (client.post, client.put, client.delete, client.patch):
        assert method(address_of(file)).status_code == 405


def test_a_file_that_nothing_holds_is_shut_after_an_hour(client, file, clock):
    clock["now"] += timedelta(hours=1)
    assert client.get(address_of(file)).status_code == 404


def test_the_holder_decides_who_reads(client, file, held, jana, people, clock):
    clock["now"] += timedelta(days=100)
    assert client.get(address_of(file)).status_code == 404
    held[jana] = ("read file",)
    assert client.get(address_of(file)).status_code == 200
    assert client.get(page_addresses(file)[0][1]).status_code == 404
    client.force_login(people["marek"], backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get(address_of(file)).status_code == 404
    held[people["marek"]] = ("see file pages",)
    assert client.get(page_addresses(file)[0][1]).status_code == 200


def test_pages_are_shown_in_place_as_pictures_and_drawn_once(client, file, held, jana, monkeypatch):
    held[jana] = ("see file pages",)
    address = page_addresses(file, 400)[0][1]
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    assert response.content.startswith(b"\x89PNG")
    assert response["Content-Disposition"].startswith("inline")
    assert_shut(response)
    monkeypatch.setattr("portal.files.pages.draw_page", None)
    assert client.get(address).content == response.content
    assert readings() == [("page", 1), ("page", 1)]
    assert len([line for line in history(file) if line.action == "portal.privatefile.read"]) == 1


@pytest.mark.parametrize(("page", "width"), [(0, 400), (2, 400), (1, 401), (1, 90000)])
def test_pages_and_widths_that_there_are_none_of(client, file, held, jana, page, width):
    held[jana] = ("see file pages",)
    assert client.get(f"/files/{file.pk}/page/{page}/{width}.png").status_code == 404


def test_a_page_that_cannot_be_drawn_is_no_error_of_the_server(client, file, held, jana):
    held[jana] = ("see file pages",)
    storages["private"].delete(file.storage_name)
    with storages["private"].open(file.storage_name, "wb") as content:
        content.write(b"%PDF-1.7 nothing")
    response = client.get(page_addresses(file)[0][1])
    assert response.status_code == 422
    assert_shut(response)


def test_a_removed_file_says_so_to_those_who_may_know(client, file, people):
    purge(file=file, by=None, now=lambda: file.uploaded_at, reason="x")
    response = client.get(f"/files/{file.pk}/")
    assert response.status_code == 410
    assert_shut(response)


def test_a_file_that_waits_for_the_scanner_is_shut(client, file):
    PrivateFile.objects.update(scan="unscanned")
    assert client.get(address_of(file)).status_code == 409


def test_there_is_no_other_way_to_it(client, file, settings):
    assert client.get(f"/media/{file.storage_name}", follow=True).status_code == 404
    with pytest.raises(ValueError, match="accessible"):
        storages["private"].url(file.storage_name)
