"""Keeps a set of child processes running: starts them, starts a crashed one again, ends all of them together."""

import ctypes
import os
import signal
import socket
import subprocess
import time
from contextlib import suppress

GRACE = 10
"""Seconds between asking a child to end and ending it."""
LONGEST_PAUSE = 30
STEADY = 60
"""A child that lived so many seconds starts again at once when it falls."""
PR_SET_PDEATHSIG = 1


class Child:
    """One process in a group of its own, so that Ctrl-C reaches the supervisor alone and children end in order."""

    def __init__(self, name, command, environment=None):
        self.name, self.command, self.environment = name, command, environment
        self.process, self.began, self.falls, self.again_at = None, 0.0, 0, 0.0

    def start(self):
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            self.command,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=die_with_parent,  # noqa: PLW1509  (one thread, and nothing but a system call)
        )

    def fell(self):
        """Note a fall; returns the seconds to wait before the next start."""
        steady = time.monotonic() - self.began > STEADY
        self.falls = 0 if steady else self.falls + 1
        pause = 0 if steady else min(2 ** (self.falls - 1), LONGEST_PAUSE)
        self.process, self.again_at = None, time.monotonic() + pause
        return pause

    def signal(self, number):
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, number)


def die_with_parent():
    """Where the supervisor is killed outright, the kernel ends its children (Linux)."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def port_is_free(host, port):
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def answers(host, port):
    try:
        with socket.create_connection((host, port), timeout=1):
            return True
    except OSError:
        return False


class Supervisor:
    """Runs children until it is told to stop. `say` prints a line for the person at the terminal."""

    def __init__(self, children, say):
        self.children, self.say, self.stopping = children, say, False

    def stop(self, *_):
        self.stopping = True

    def run(self, when_started):
        """when_started: called until it returns true, at most once a turn (it prints the address)."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self.stop)
        try:
            told = False
            while not self.stopping:
                self.look_after()
                told = told or when_started()
                time.sleep(0.2)
        finally:
            self.end()

    def look_after(self):
        for child in self.children:
            if child.process is None and time.monotonic() >= child.again_at:
                child.start()
            elif child.process is not None and child.process.poll() is not None:
                code = child.process.returncode
                pause = child.fell()
                self.say(f"{child.name} ended (exit code {code}); starting it again in {pause} s.")

    def end(self):
        alive = [child for child in self.children if child.process is not None]
        for child in alive:
            child.signal(signal.SIGTERM)
        deadline = time.monotonic() + GRACE
        while time.monotonic() < deadline and any(child.process.poll() is None for child in alive):
            time.sleep(0.1)
        for child in alive:
            # The group, not the child alone: a child of the child may have stayed.
            child.signal(signal.SIGKILL)
            child.process.wait()
