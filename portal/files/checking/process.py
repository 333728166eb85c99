"""Starts the child, waits no longer than allowed, ends its whole group, and reads its answer. Runs in
the parent.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

from .limits import WALL_SECONDS
from .verdict import Kind, Reason, Verdict, refusal

ROOT = Path(__file__).resolve().parents[3]
MAX_ANSWER = 65536
WAIT_FOR_TURN = 30.0
# More children than processors would only push each other past the clock.
_turns = threading.BoundedSemaphore(max(1, os.cpu_count() or 1))


def ask_child(arguments, source, room, *, wall=WALL_SECONDS):
    """Run the child on an open binary file.

    arguments: what stands behind the module's name. source: a real file, open for reading. room: an
    existing private directory in which the child's answer is written. Returns a Verdict, always: a
    crash, a kill, a time-out or an answer that cannot be read is a refusal.
    """
    if not _turns.acquire(timeout=WAIT_FOR_TURN):
        return refusal(Reason.BUSY)
    try:
        return _ask(arguments, source, Path(room) / "answer.json", wall)
    finally:
        _turns.release()


def _ask(arguments, source, answer_path, wall):
    source.seek(0)
    with open(answer_path, "wb") as answer:
        child = subprocess.Popen(
            [sys.executable, "-E", "-s", "-B", "-m", f"{__package__}.child", *map(str, arguments)],
            stdin=source,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env={"PATH": os.defpath, "LANG": "C.UTF-8"},
            start_new_session=True,
            close_fds=True,
        )
        in_time = _ended(child.pid, time.monotonic() + wall)
        _end_group(child.pid)
        code = child.wait()
    if not in_time or code == -signal.SIGXCPU:
        return refusal(Reason.TIME)
    if code != 0:
        return refusal(Reason.CRASHED)
    return _read(answer_path)


def _ended(pid, deadline):
    """Wait until the child has ended or the clock has. It is not reaped, so that its number still means
    its group.
    """
    pause = 0.002
    while os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        if time.monotonic() >= deadline:
            return False
        time.sleep(pause)
        pause = min(pause * 1.5, 0.02)
    return True


def _end_group(pid):
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def _read(path):
    """A Verdict from the child's JSON, trusted no more than the file it read."""
    try:
        data = json.loads(path.read_bytes()[:MAX_ANSWER])
        return Verdict(
            accepted=data["accepted"] is True,
            kind=Kind(data["kind"]),
            reason=Reason(data["reason"]) if data["reason"] else None,
            pages=_count(data["pages"]),
            width=_count(data["width"]),
            height=_count(data["height"]),
            found={str(k): v for k, v in data["found"].items() if isinstance(v, (int, str))},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return refusal(Reason.CRASHED)


def _count(value):
    if value is None:
        return None
    return max(0, min(int(value), 1_000_000))
