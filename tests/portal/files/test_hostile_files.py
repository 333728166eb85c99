import tempfile
import time
from pathlib import Path

import pytest
from hostile import HOSTILE

from portal.files.checking.judging import judge
from portal.files.checking.verdict import Reason

SLOWEST = 5.0
_table = []


def judged(content, name="upload"):
    with tempfile.TemporaryDirectory() as room:
        path = Path(room) / "sent"
        path.write_bytes(content)
        begun = time.monotonic()
        verdict = judge(path, room)
        return verdict, time.monotonic() - begun


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_time_with_its_reason(name):
    make, reasons = HOSTILE[name]
    verdict, seconds = judged(make())
    _table.append((name, verdict.reason, seconds))
    assert not verdict.accepted
    # On a machine that is busy with other tests, the clock may be quicker than the right reason.
    assert verdict.reason in {Reason(reason) for reason in reasons} | {Reason.TIME}
    assert seconds < SLOWEST


def test_there_are_enough_of_them_and_their_times_are_shown(capsys):
    assert len(HOSTILE) >= 30
    with capsys.disabled():
        print(f"\n{'file':42} {'refused because':16} seconds")
        for name, reason, seconds in sorted(_table, key=lambda row: -row[2]):
            print(f"{name:42} {reason or '':16} {seconds:7.2f}")
