"""Fixtures that start real processes of the site against a database of the test's own.

run_python(code, url)           one process, awaited: `code` after django.setup(); returns a CompletedProcess
start_python(code, url)         the same, not awaited (Popen); killed at the end of the test
run_manage("tick", url=url)     a management command, awaited
call(function, url, *args)      a function of a test module in another process; returns what it returns (JSON)
race(function, url, arguments)  one process an argument tuple, all let go at the same instant; a list of Outcomes
"""

import inspect
import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass

import pytest

from . import rundir

SET_UP = "import django; django.setup()\n"
SECONDS = 120


@dataclass(frozen=True)
class Outcome:
    """What one process of a race came to: its value, or the class and words of what it raised."""

    value: object = None
    error: str = ""
    message: str = ""


@pytest.fixture
def start_python():
    started = []

    def start(code, url, **environment):
        process = subprocess.Popen(
            [sys.executable, "-c", SET_UP + inspect.cleandoc(code)],
            env=rundir.child_environment(DATABASE_URL=url, **environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


@pytest.fixture
def run_python(start_python):
    def run(code, url, check=True, **environment):
        process = start_python(code, url, **environment)
        out, err = process.communicate(timeout=SECONDS)
        assert not (check and process.returncode), err
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    return run


@pytest.fixture
def run_manage():
    def run(*arguments, url, check=True, **environment):
        command, env = rundir.manage(*arguments, DATABASE_URL=url, **environment)
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=SECONDS)
        assert not (check and done.returncode), done.stderr
        return done

    return run


@pytest.fixture
def race():
    def run(function, url, arguments, **environment):
        """function: of a test module's top level. arguments: one tuple of JSON values a process."""
        order = {"file": inspect.getfile(function), "name": function.__name__, "arguments": arguments}
        done = subprocess.run(
            [sys.executable, "-m", "harness.racing"],
            input=json.dumps(order),
            env=rundir.child_environment(DATABASE_URL=url, **environment),
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )
        assert done.returncode == 0, done.stderr
        outcomes = json.loads(done.stdout.splitlines()[-1])
        return [Outcome(**outcome) for outcome in outcomes]

    return run


@pytest.fixture
def call(race):
    def run(function, url, *arguments, **environment):
        (outcome,) = race(function, url, [arguments], **environment)
        assert not outcome.error, f"{outcome.error}: {outcome.message}"
        return outcome.value

    return run
