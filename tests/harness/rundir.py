"""The folder of one test run, shared by the workers of pytest-xdist and by the runs that `make test` is split into."""

import fcntl
import os
import shutil
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VARIABLE = "TEST_RUN_DIR"
OWNER = "TEST_RUN_OWNER"


def in_ci():
    return os.environ.get("CI", "").lower() in ("1", "true", "yes")


def claim(path=None):
    """Make (or name) the folder, and make this process the one that clears it away. Returns the path."""
    path = Path(path or tempfile.mkdtemp(prefix="portal-tests-"))
    path.mkdir(parents=True, exist_ok=True)
    os.environ[VARIABLE] = str(path)
    os.environ[OWNER] = str(os.getpid())
    return path


def run_dir():
    return Path(os.environ[VARIABLE])


def owned_here():
    return os.environ.get(OWNER) == str(os.getpid())


def clear():
    if owned_here():
        shutil.rmtree(run_dir(), ignore_errors=True)


@contextmanager
def only_one(name):
    """One process at a time, across workers; the lock falls with the process that holds it."""
    with open(run_dir() / f"{name}.lock", "w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def child_environment(**extra):
    """The environment of a Python child that may import the project, the harness and the test folders."""
    paths = [str(ROOT), str(ROOT / "tests"), os.environ.get("PYTHONPATH", "")]
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(path for path in paths if path),
        "DJANGO_SETTINGS_MODULE": "portal.settings.racing",
        "PYTHONUNBUFFERED": "1",
        **extra,
    }


def manage(*arguments, **environment):
    """Command line and environment of `manage.py …` under the settings of test processes."""
    return [sys.executable, str(ROOT / "manage.py"), *arguments], child_environment(**environment)
