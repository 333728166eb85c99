"""One throw-away PostgreSQL cluster per test run: never as root, reached through a socket only, gone with the run.

A server given by TEST_POSTGRES_URL (or TEST_DATABASE_URL) is used instead, as it is.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import quote

from . import rundir, tools

# Nothing in it outlives the run, so nothing needs to reach the disk.
OPTIONS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_connections": "200",
    "shared_buffers": "64MB",
    "listen_addresses": "''",
    "timezone": "UTC",
}

# Ends the cluster when the run's owner dies without saying so (SIGKILL, a closed terminal).
WATCHDOG = 'while [ -d "/proc/$1" ]; do sleep 2; done; "$2/pg_ctl" -D "$3/data" -m immediate stop; rm -rf "$3"'


def given():
    url = os.environ.get("TEST_POSTGRES_URL") or os.environ.get("TEST_DATABASE_URL") or ""
    return url if url.startswith("postgres") else ""


def available():
    return bool(given() or tools.postgres_bin())


def server_url():
    """Address of a database on the server to make others from; starts the server when it is first asked for."""
    if given():
        return given()
    note = rundir.run_dir() / "postgres.folder"
    with rundir.only_one("postgres"):
        if not note.exists():
            note.write_text(str(start()))
    return f"postgres://portal@{quote(note.read_text(), safe='')}/postgres"


def as_somebody():
    """Prefix of a command line that leaves root, and that somebody's name (None: we are nobody special already)."""
    if os.geteuid() != 0:
        return [], None
    names = {entry.pw_name for entry in pwd.getpwall()}
    name = "postgres" if "postgres" in names else "nobody"
    return ["setpriv", f"--reuid={name}", f"--regid={pwd.getpwnam(name).pw_gid}", "--clear-groups"], name


def start():
    programs = tools.postgres_bin()
    prefix, name = as_somebody()
    folder = Path(tempfile.mkdtemp(prefix="portal-pg-", dir="/tmp"))  # a socket's path must be short
    if name:
        shutil.chown(folder, name, pwd.getpwnam(name).pw_gid)
    data = folder / "data"
    run = {"check": True, "cwd": "/", "stdout": subprocess.DEVNULL}
    initdb = [programs / "initdb", "-D", data, "-U", "portal", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"]
    subprocess.run([*prefix, *initdb], **run)
    settings = " ".join(f"-c {key}={value}" for key, value in OPTIONS.items())
    options = f"{settings} -c unix_socket_directories={folder}"
    log = folder / "log"
    subprocess.run([*prefix, programs / "pg_ctl", "-D", data, "-l", log, "-w", "-o", options, "start"], **run)
    watchdog = ["sh", "-c", WATCHDOG, "sh", os.environ[rundir.OWNER], programs, folder]
    silent = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.Popen([*prefix, *watchdog], cwd="/", start_new_session=True, **silent)
    return folder


def stop():
    """End the cluster of this run, if it was started."""
    note = rundir.run_dir() / "postgres.folder"
    if not note.exists():
        return
    folder = Path(note.read_text())
    prefix, _ = as_somebody()
    command = [*prefix, tools.postgres_bin() / "pg_ctl", "-D", folder / "data", "-m", "immediate", "-w", "stop"]
    subprocess.run(command, check=False, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    shutil.rmtree(folder, ignore_errors=True)
    note.unlink()
