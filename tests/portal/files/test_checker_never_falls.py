"""Whatever bytes come: an answer, never an exception; whatever the child does: a refusal, and no child
left behind.
"""

import json
import os
import subprocess
import tempfile
import time
from pathlib import Path

import honest
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_writing import object_stream, pdf

from portal.files.checking import process
from portal.files.checking.child import answer
from portal.files.checking.judging import judge
from portal.files.checking.limits import OUTPUT_BYTES
from portal.files.checking.verdict import Kind, Reason

STARTS = [b"", b"%PDF-1.7\n", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"\0\0\0\x18ftypheic"]
WHOLE = [pdf(), honest.cv_with_links(), pdf(object_stream({50: "<< /A 1 >>"})), honest.png_with_alpha()]
WHOLE.append(honest.jpeg_with_place())
WORDS = [
    b"/OpenAction",
    b"<<",
    b">>",
    b"endobj",
    b"stream",
    b"0 R",
    b"/Kids",
    b"(",
    b"%",
    b"9" * 30,
    b"\0",
    b"/Prev 9",
]
quick = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def ask(content):
    with tempfile.TemporaryDirectory() as room:
        said = answer(["judge", str(Path(room) / "clean")], content)
    json.dumps(said)
    assert said["accepted"] is True or said["reason"]
    return said


@quick
@given(start=st.sampled_from(STARTS), rest=st.binary(max_size=3000))
def test_random_bytes(start, rest):
    ask(start + rest)


@quick
@given(st.data())
def test_changed_files(data):
    content = bytearray(data.draw(st.sampled_from(WHOLE)))
    for _change in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(content)))
        new = data.draw(st.one_of(st.sampled_from(WORDS), st.binary(max_size=8)))
        content[place : place + data.draw(st.integers(0, 12))] = new
    ask(bytes(content))


@settings(max_examples=12, deadline=None)
@given(start=st.sampled_from(STARTS), rest=st.binary(max_size=2000))
def test_random_bytes_through_the_child(start, rest):
    with tempfile.TemporaryDirectory() as room:
        path = Path(room) / "sent"
        path.write_bytes(start + rest)
        verdict = judge(path, room)
    assert not verdict.accepted


@pytest.fixture
def child_that(monkeypatch, tmp_path):
    """Put a few lines of Python in the place of the child, and give back what the parent makes of it."""

    def run(lines, wall=1.0):
        real = subprocess.Popen

        def start(command, **options):
            return real([command[0], "-c", lines], **options)

        monkeypatch.setattr(process.subprocess, "Popen", start)
        source = tmp_path / "sent"
        source.write_bytes(b"x")
        with open(source, "rb") as content:
            return process.ask_child(["judge"], content, tmp_path, wall=wall)

    return run


LIMITS = "from portal.files.checking.child import take_limits; take_limits(); "


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("import time; time.sleep(60)", Reason.TIME),
        ("import os; os.kill(os.getpid(), 11)", Reason.CRASHED),
        ("import os; os._exit(3)", Reason.CRASHED),
        ("print('not json')", Reason.CRASHED),
        ("print('[]')", Reason.CRASHED),
        ('print(\'{"accepted": true, "kind": "exe"}\')', Reason.CRASHED),
        (LIMITS + "a = bytearray(3 * 1024 ** 3)", Reason.CRASHED),
        (LIMITS + f"import sys; sys.stdout.write('x' * {OUTPUT_BYTES + 10})", Reason.CRASHED),
    ],
)
def test_whatever_the_child_does_is_a_refusal(child_that, lines, reason):
    # Only whoever never ends is to run out of time, also on a machine that is busy.
    verdict = child_that(lines, wall=1.0 if reason == Reason.TIME else 20.0)
    assert not verdict.accepted
    assert verdict.reason == reason
    assert verdict.kind == Kind.OTHER


def test_what_the_child_started_ends_with_it(child_that, tmp_path):
    note = tmp_path / "pid"
    lines = (
        "import subprocess, sys, time; "
        "p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']); "
        f"open({str(note)!r}, 'w').write(str(p.pid)); time.sleep(60)"
    )
    assert child_that(lines, wall=1.5).reason == Reason.TIME
    assert has_ended(note.read_text())


def has_ended(pid, within=2.0):
    """Whether a process is gone, or dead and not yet reaped; a killed one needs a moment for it."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return True
        if state == "Z":
            return True
        time.sleep(0.02)
    return False


def test_the_child_gets_no_environment_and_no_django(tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "x")
    lines = (
        "import os, sys; sys.argv = ['child', 'judge', 'x']; import portal.files.checking.child as c; "
        "c.answer(['judge', 'x'], b'%PDF-1.7'); c.answer(['judge', 'x'], b'\\xff\\xd8\\xff'); "
        "print('django' in sys.modules, 'SECRET_KEY' in os.environ)"
    )
    import sys

    said = subprocess.run(
        [sys.executable, "-E", "-s", "-c", lines],
        check=False,
        cwd=process.ROOT,
        env={"PATH": os.defpath},
        capture_output=True,
    )
    assert said.stdout.split() == [b"False", b"False"]
