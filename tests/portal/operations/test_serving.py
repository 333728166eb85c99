"""`make run`'s server: one command that starts the site with its worker and its clock, and ends all three."""

import os
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import closing

import pytest

from harness import rundir

pytestmark = pytest.mark.race


def free_port():
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def serve(fresh_sqlite_url, tmp_path):
    """function(port) → the running command; its output goes to the file `log`."""
    started = []

    def start(port):
        command, environment = rundir.manage("serve", "--port", str(port), DATABASE_URL=fresh_sqlite_url)
        process = subprocess.Popen(
            command, env=environment, stdout=(tmp_path / "log").open("w"), stderr=subprocess.STDOUT,
            start_new_session=True,
        )  # fmt: skip
        process.log = tmp_path / "log"
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def wait_until(true, process, seconds=60):
    deadline = time.monotonic() + seconds
    while not true():
        assert process.poll() is None, process.log.read_text()
        assert time.monotonic() < deadline, process.log.read_text()
        time.sleep(0.2)


def answer(port, path="/healthz"):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as response:
            return response.status
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return None


def children_of(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as listing:
        return [int(child) for child in listing.read().split()]


def is_running(pid):
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ends_all_its_children(serve, number):
    port = free_port()
    process = serve(port)
    wait_until(lambda: answer(port) == 200, process)
    # The clock ticks at once and the worker works: the site says that it is ready.
    wait_until(lambda: answer(port, "/readyz") == 200, process)
    children = children_of(process.pid)
    assert len(children) == 3
    process.send_signal(number)
    assert process.wait(30) == 0, process.log.read_text()
    assert not [pid for pid in children if is_running(pid)]
    assert f"http://127.0.0.1:{port}/" in process.log.read_text()
    assert "Traceback" not in process.log.read_text()


def test_a_fallen_child_is_started_again(serve):
    port = free_port()
    process = serve(port)
    wait_until(lambda: answer(port) == 200, process)
    first = children_of(process.pid)
    os.kill(first[0], signal.SIGKILL)
    wait_until(lambda: len(children_of(process.pid)) == 3 and first[0] not in children_of(process.pid), process)
    wait_until(lambda: answer(port) == 200, process)
    assert re.search(r"ended \(exit code -9\); starting it again", process.log.read_text())


def test_a_busy_port_is_one_clear_line(serve):
    with closing(socket.socket()) as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        process = serve(port)
        assert process.wait(60) != 0
    assert process.log.read_text().strip().splitlines() == [
        f"CommandError: Port {port} is in use. Choose another: make run PORT={port + 1}"
    ]
