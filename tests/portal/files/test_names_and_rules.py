from datetime import UTC, datetime, timedelta

import pytest

from portal.files.checking.verdict import Kind, Reason, refusal
from portal.files.names import clean_name
from portal.files.reasons import SENTENCES, sentence, size_text
from portal.files.rules import NoSuchRange, loose_file_is_open, wanted_range

MEGABYTE = 1024 * 1024


@pytest.mark.parametrize(
    ("sent", "kind", "kept"),
    [
        ("dvořáková životopis.pdf", Kind.PDF, "dvořáková životopis.pdf"),
        ("简历（沈之遥）.pdf", Kind.PDF, "简历（沈之遥）.pdf"),
        ("Dvor\u030cák.PDF", Kind.PDF, "Dvořák.PDF"),
        ("../../etc/passwd", Kind.PDF, "passwd.pdf"),
        ("C:\\Users\\jana\\cv.pdf", Kind.PDF, "cv.pdf"),
        ('a"b\r\nSet-Cookie: x.pdf', Kind.PDF, "a_b Set-Cookie_ x.pdf"),
        ("cv\u202egpj.exe", Kind.PDF, "cvgpj.exe.pdf"),
        ("photo", Kind.JPEG, "photo.jpg"),
        ("photo.JPEG", Kind.JPEG, "photo.JPEG"),
        (".pdf", Kind.PDF, "file.pdf"),
        ("", Kind.PNG, "file.png"),
        ("\0\0", None, "file"),
    ],
)
def test_a_name_keeps_its_script_and_loses_what_is_dangerous(sent, kind, kept):
    assert clean_name(sent, kind) == kept


def test_a_long_name_is_cut_before_its_ending():
    name = clean_name("简" * 300 + ".pdf", Kind.PDF)
    assert len(name) == 150
    assert name.endswith(".pdf")


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        (None, None),
        ("bytes=0-9", (0, 9)),
        ("bytes=90-", (90, 99)),
        ("bytes=-10", (90, 99)),
        ("bytes=-1000", (0, 99)),
        ("bytes=50-1000", (50, 99)),
        ("bytes=9-2", None),
        ("bytes=0-1,5-6", None),
        ("bytes=-", None),
        ("lines=1-2", None),
    ],
)
def test_ranges(header, wanted):
    assert wanted_range(header, 100) == wanted


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=200-300", "bytes=-0"])
def test_a_range_outside_the_file(header):
    with pytest.raises(NoSuchRange):
        wanted_range(header, 100)


def test_a_loose_file_is_open_for_an_hour():
    at = datetime(2026, 11, 25, tzinfo=UTC)
    assert loose_file_is_open(at, at + timedelta(minutes=59))
    assert not loose_file_is_open(at, at + timedelta(minutes=60))


@pytest.mark.parametrize("reason", Reason)
def test_each_reason_has_a_sentence_that_names_the_file(reason):
    words = sentence(refusal(reason), name="dvorakova-cv.pdf", size=31 * MEGABYTE)
    assert "dvorakova-cv.pdf" in words
    assert "%" not in words
    assert set(SENTENCES) == set(Reason)


def test_a_large_file_is_told_its_size_and_the_limit():
    words = sentence(refusal(Reason.TOO_LARGE), name="dvorakova-cv-scan.pdf", size=31 * MEGABYTE)
    assert words.startswith("dvorakova-cv-scan.pdf has 31 MB. The limit is 20 MB.")


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 bytes"),
        (700, "700 bytes"),
        (219_000, "214 KB"),
        (MEGABYTE, "1 MB"),
        (1_600_000, "1.6 MB"),
        (20 * MEGABYTE, "20 MB"),
        (20 * MEGABYTE + 1, "20.1 MB"),
        (80 * MEGABYTE, "80 MB"),
    ],
)
def test_sizes_in_words(size, words):
    assert size_text(size) == words
