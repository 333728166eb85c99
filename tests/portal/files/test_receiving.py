import json

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import RequestFactory
from hostile import HOSTILE
from pdf_writing import pdf

from portal.files.fields import upload_field
from portal.files.models import PrivateFile
from portal.files.receiving import receive
from portal.files.upload_handler import LimitedUploadHandler, OversizedUpload

pytestmark = pytest.mark.django_db
TOKEN = "0123456789abcdef0123456789abcdef0123"


@pytest.fixture
def send(upload, noon):
    """Post a file as upload.js or a plain form does; gives back what was received."""

    def post(file=None, by=None, **data):
        request = RequestFactory().post("/x", {"cv": file, **data} if file else data)
        return receive(request, "cv", by=by or AnonymousUser(), purpose="cv", now=lambda: noon)

    return post


def test_a_good_file(send, upload, people):
    received = send(upload("简历.pdf"), by=people["jana"], upload_token=TOKEN)
    answer = received.answer(url="/there/")
    assert (received.problem, answer.status_code) == ("", 201)
    said = json.loads(answer.content)
    assert said == {
        "id": str(received.file.pk),
        "name": "简历.pdf",
        "about": "629 bytes, 1 page",
        "note": "",
        "url": "/there/",
    }


def test_a_retry_is_no_second_file(send, upload, people):
    first = send(upload(), by=people["jana"], upload_token=TOKEN)
    again = send(upload(), by=people["jana"], upload_token=TOKEN)
    assert again.file == first.file
    assert again.answer().status_code == 200
    assert PrivateFile.objects.count() == 1


def test_a_draft_without_an_account(send, upload):
    first = send(upload(), upload_token=TOKEN)
    assert first.file.uploaded_by is None
    assert send(upload(), upload_token=TOKEN).repeated


def test_the_same_file_twice_is_said(send, upload, people):
    send(upload("first.pdf"), by=people["jana"])
    assert send(upload("second.pdf"), by=people["jana"]).note == "You have sent this file before, as first.pdf."


def test_a_token_that_is_none_is_left_out(send, upload, people):
    assert send(upload(), by=people["jana"], upload_token="' OR 1=1").file.token == ""


@pytest.mark.parametrize("name", ["IMG_2041.HEIC", "cv.docx", "empty.pdf", "zip-behind.pdf", "pixel-bomb.png"])
def test_a_hostile_file_is_a_sentence(send, upload, people, name):
    received = send(upload(name, HOSTILE[name][0]()), by=people["jana"])
    assert received.file is None
    answer = received.answer()
    assert answer.status_code == 422
    assert name in json.loads(answer.content)["problem"]


def test_heic_says_how_to_send_jpeg(send, upload):
    received = send(upload("IMG_2041.HEIC", HOSTILE["IMG_2041.HEIC"][0]()))
    assert "JPEG" in received.problem
    assert "Most Compatible" in received.problem


def test_no_file(send):
    assert send().answer().status_code == 422


def test_a_large_upload_is_not_written_to_disk_and_keeps_the_form(upload, settings, noon, tmp_path):
    settings.FILE_UPLOAD_HANDLERS = [
        "portal.files.upload_handler.LimitedUploadHandler",
        *settings.FILE_UPLOAD_HANDLERS[-2:],
    ]
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path
    large = upload("scan.pdf", pdf() + bytes(31 * 1024 * 1024 - len(pdf())))
    request = RequestFactory().post("/x", {"title": "Uniportal VATS", "cv": large})
    assert request.POST["title"] == "Uniportal VATS"
    assert isinstance(request.FILES["cv"], OversizedUpload)
    received = receive(request, "cv", by=None, purpose="cv", now=lambda: noon)
    assert received.problem.startswith("scan.pdf has 31 MB. The limit is 20 MB.")


def test_the_handler_lets_a_small_file_pass():
    handler = LimitedUploadHandler()
    assert handler.receive_data_chunk(b"abc", 0) == b"abc"
    assert handler.file_complete(3) is None


def test_the_field_works_as_a_plain_input_and_tells_the_script_all(kept, people):
    file = kept(people["jana"], name='<b>"简历".pdf')
    page = render_to_string(
        "portal/files/upload_field.html",
        upload_field("cv", "Curriculum vitae", url="/there/", kept=file, problem="cv.pdf is empty."),
    )
    assert '<label for="id_cv">' in page
    assert 'name="cv"' in page
    assert 'type="file"' in page
    assert 'data-upload-url="/there/"' in page
    assert 'role="status"' in page
    assert "cv.pdf is empty." in page
    assert "<b>" not in page
    assert "style=" not in page
    assert "<script" not in page
