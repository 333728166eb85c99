"""Fixtures that start real processes of the site against a database of the test's own.

race(function, url, arguments)  one process an argument tuple, all let go at the same instant; a list of Outcomes
call(function, url, *args)      a function of a test module in another process; returns what it returns (JSON)
start(function, url, *args)     the same, not awaited (a Started); killed at the end of the test
run_python(code, url)           one process from nothing, awaited: `code` after django.setup(); a CompletedProcess
run_manage("tick", url=url)     a management command, awaited

The first three are forked from one process a kind of database, which lives as long as the tests (harness.racing).
"""

import inspect
import json
import os
import select
import signal
import subprocess
import sys
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest

from . import rundir

SET_UP = "import django; django.setup()\n"
SECONDS = 180


@dataclass(frozen=True)
class Outcome:
    """What one process of a race came to: its value, or the class and words of what it raised."""

    value: object = None
    error: str = ""
    message: str = ""


class Stable:
    """The process that others are forked from, and the file that all of them complain to."""

    def __init__(self, url):
        self.complaints = rundir.run_dir() / f"racing-{urlsplit(url).scheme}-{os.getpid()}.log"
        with self.complaints.open("w") as complaints:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "harness.racing"],
                env=rundir.child_environment(DATABASE_URL=url),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
                text=True,
            )

    def ask(self, **order):
        print(json.dumps(order), file=self.process.stdin, flush=True)
        readable, _w, _x = select.select([self.process.stdout], [], [], SECONDS)
        line = self.process.stdout.readline() if readable else ""
        assert line, f"no answer to {order.get('name', order['do'])}:\n{self.complained()}"
        return json.loads(line)

    def complained(self):
        return self.complaints.read_text()[-4000:]

    def end(self):
        self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.process.stdout.close()


@dataclass
class Started:
    pid: int
    stable: Stable
    over: bool = False

    def has_ended(self):
        self.over = self.over or self.stable.ask(do="ended", pid=self.pid)
        return self.over

    def kill(self):
        """SIGKILL, and wait until it is gone."""
        while not self.has_ended():
            os.kill(self.pid, signal.SIGKILL)


@pytest.fixture(scope="session")
def stable_for():
    """function: database address → the Stable of its kind. (Some libraries choose by the kind when they are loaded.)"""
    stables = {}

    def find(url):
        kind = urlsplit(url).scheme
        if kind not in stables or stables[kind].process.poll() is not None:
            stables[kind] = Stable(url)
        return stables[kind]

    yield find
    for stable in stables.values():
        stable.end()


def named(function):
    return {"file": inspect.getfile(function), "name": function.__name__}


@pytest.fixture
def race(stable_for):
    def run(function, url, arguments):
        """function: of a test module's top level. arguments: one tuple of JSON values a process."""
        outcomes = stable_for(url).ask(do="race", url=url, arguments=arguments, **named(function))
        return [Outcome(**outcome) for outcome in outcomes]

    return run


@pytest.fixture
def call(race, stable_for):
    def run(function, url, *arguments):
        (outcome,) = race(function, url, [arguments])
        assert not outcome.error, f"{outcome.error}: {outcome.message}\n{stable_for(url).complained()}"
        return outcome.value

    return run


@pytest.fixture
def start(stable_for):
    started = []

    def run(function, url, *arguments):
        stable = stable_for(url)
        started.append(Started(stable.ask(do="start", url=url, arguments=arguments, **named(function)), stable))
        return started[-1]

    yield run
    for process in started:
        process.kill()


@pytest.fixture
def run_python():
    def run(code, url):
        done = subprocess.run(
            [sys.executable, "-c", SET_UP + inspect.cleandoc(code)],
            env=rundir.child_environment(DATABASE_URL=url),
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )
        assert done.returncode == 0, done.stderr
        return done

    return run


@pytest.fixture
def run_manage():
    def run(*arguments, url, check=True, **environment):
        command, env = rundir.manage(*arguments, DATABASE_URL=url, **environment)
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=SECONDS)
        assert not (check and done.returncode), done.stderr
        return done

    return run
