import io
import tempfile
from pathlib import Path

import honest
import pytest
from pdf_writing import link, object_stream, pdf
from PIL import Image

from portal.files.checking.judging import draw_page, judge
from portal.files.checking.verdict import Kind


@pytest.fixture
def room():
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def judged(room, content):
    (room / "sent").write_bytes(content)
    return judge(room / "sent", room)


@pytest.mark.parametrize(
    ("make", "pages"),
    [
        (pdf, 1),
        (honest.cv_with_links, 3),
        (honest.scanned_pdf, 2),
        (honest.wrong_length, 1),
        (lambda: pdf(pages=200), 200),
        (lambda: pdf(object_stream({50: "<< /A 1 >>", 51: "[1 2]"})), 1),
        (lambda: pdf(page=link("www.nemocnice.example/~dvorakova")), 1),
        (lambda: pdf(catalog="/Names << /EmbeddedFiles << /Names [] >> >>"), 1),
        (lambda: pdf(tail=b"\r\n\0\0"), 1),
    ],
)
def test_an_honest_pdf_is_taken(room, make, pages):
    verdict = judged(room, make())
    assert (verdict.accepted, verdict.kind, verdict.pages, verdict.reason) == (True, Kind.PDF, pages, None)


def test_a_jump_inside_the_file_may_open_it_by_reference(room):
    jump = "<< /S /GoTo /D [100 0 R /Fit] >>"
    assert judged(room, pdf(jump, catalog="/OpenAction 10 0 R")).accepted


def test_a_jpeg_loses_where_it_was_taken_and_is_turned_upright(room):
    sent = honest.jpeg_with_place()
    assert Image.open(io.BytesIO(sent)).getexif().get_ifd(0x8825)
    verdict = judged(room, sent)
    assert (verdict.accepted, verdict.width, verdict.height) == (True, 400, 600)
    kept = Path(verdict.clean_path).read_bytes()
    picture = Image.open(io.BytesIO(kept))
    assert picture.format == "JPEG"
    assert picture.size == (400, 600)
    assert not dict(picture.getexif())
    assert "comment" not in picture.info
    assert "exif" not in picture.info
    for word in (b"SecretCamera", b"Exif", b"typed by the camera", b"TRAILER"):
        assert word not in kept


def test_a_png_keeps_its_transparency_and_loses_its_words(room):
    verdict = judged(room, honest.png_with_alpha())
    kept = Path(verdict.clean_path).read_bytes()
    picture = Image.open(io.BytesIO(kept))
    assert picture.mode == "RGBA"
    assert picture.getpixel((3, 3)) == (0, 90, 80, 128)
    assert b"SecretAuthor" not in kept
    assert b"tEXt" not in kept


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "RGB", "I;16"])
def test_a_png_of_any_mode_is_taken(room, mode):
    out = io.BytesIO()
    Image.new(mode, (30, 20)).save(out, "PNG")
    assert judged(room, out.getvalue()).accepted


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_jpeg_of_any_mode_is_taken(room, mode):
    out = io.BytesIO()
    Image.new(mode, (30, 20)).save(out, "JPEG")
    assert judged(room, out.getvalue()).accepted


def test_a_photograph_of_48_million_pixels_is_taken(room):
    out = io.BytesIO()
    Image.effect_noise((8000, 6000), 20).save(out, "JPEG", quality=60)
    assert judged(room, out.getvalue()).accepted


@pytest.mark.parametrize(
    ("make", "kind", "page"),
    [
        (honest.scanned_pdf, Kind.PDF, 2),
        (honest.jpeg_with_place, Kind.JPEG, 1),
        (honest.png_with_alpha, Kind.PNG, 1),
    ],
)
def test_pages_are_drawn_as_png(room, make, kind, page):
    (room / "kept").write_bytes(make())
    drawn = draw_page(room / "kept", room, kind=kind, page=page, width=800)
    picture = Image.open(io.BytesIO(drawn))
    assert picture.format == "PNG"
    assert picture.width <= 800


def test_a_page_that_does_not_exist_is_not_drawn(room):
    (room / "kept").write_bytes(pdf())
    assert draw_page(room / "kept", room, kind=Kind.PDF, page=2, width=800) is None
