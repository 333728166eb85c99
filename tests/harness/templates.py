"""Databases that are migrated (and filled with the demo) once, and copied from then on, on SQLite and on PostgreSQL.

`make test` migrates afresh. A lone pytest keeps what it migrated under var/test-templates, named by the migrations'
content, since migrating takes half a minute; TEST_TEMPLATES=fresh turns that off.
"""

import hashlib
import json
import os
import shutil
import subprocess
import uuid
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from . import postgres, rundir, tools

CACHE = rundir.ROOT / "var" / "test-templates"


def fingerprint():
    """What a migrated database depends on."""
    digest = hashlib.sha256((rundir.ROOT / "requirements" / "base.txt").read_bytes())
    for path in sorted(rundir.ROOT.glob("*/migrations/*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def cached(suffix):
    """Where the migrated template is kept between runs, or None."""
    if os.environ.get("TEST_TEMPLATES") == "fresh" or rundir.in_ci():
        return None
    CACHE.mkdir(parents=True, exist_ok=True)
    return CACHE / f"{fingerprint()}.{suffix}"


def fill(url, kind):
    """Bring an empty database (kind "migrated") or a migrated one ("demo") to what its kind promises."""
    steps = {"migrated": [["migrate", "-v", "0"]], "demo": [["demo"], ["demo", "--json"]]}[kind]
    for step in steps:
        command, environment = rundir.manage(*step, DATABASE_URL=url)
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"manage.py {' '.join(step)} failed:\n{done.stdout}\n{done.stderr}")
    if kind == "demo":
        listing_of("sqlite" if url.startswith("sqlite") else "postgresql").write_text(done.stdout)


def listing_of(vendor):
    """Where the demo's listing is kept: its links are of one database."""
    return rundir.run_dir() / f"demo-{vendor}.json"


def demo_listing(vendor):
    """What `manage.py demo --json` said of the demo template of a kind of database."""
    return json.loads(listing_of(vendor).read_text())


class Sqlite:
    vendor = "sqlite"

    def path(self, kind):
        return rundir.run_dir() / f"template-{kind}.sqlite3"

    def template(self, kind):
        with rundir.only_one("sqlite-templates"):
            path = self.path(kind)
            if not path.exists():
                part = path.with_suffix(".part")
                kept = cached("sqlite3") if kind == "migrated" else None
                if kept and kept.exists():
                    shutil.copyfile(kept, part)
                elif kind == "migrated":
                    fill(f"sqlite:///{part}", kind)
                else:
                    shutil.copyfile(self.path("migrated"), part)
                    fill(f"sqlite:///{part}", kind)
                if kept and not kept.exists():
                    shutil.copyfile(part, kept.with_suffix(".part"))
                    kept.with_suffix(".part").rename(kept)
                part.rename(path)
            return path

    def copy(self, kind, name):
        """Make (or make anew) the database `name` from a template; returns its NAME in Django's sense."""
        if kind == "demo":
            self.template("migrated")
        template = self.template(kind)
        target = rundir.run_dir() / f"{name}.sqlite3"
        for leftover in ("-wal", "-shm"):
            Path(f"{target}{leftover}").unlink(missing_ok=True)
        # A new file, so that a connection somebody forgot keeps the old one and does no harm.
        part = target.with_suffix(".copy")
        shutil.copyfile(template, part)
        part.replace(target)
        return str(target)

    def url(self, name):
        return f"sqlite:///{name}"


class Postgres:
    vendor = "postgresql"

    def execute(self, *statements):
        import psycopg

        url = postgres.server_url().replace("postgis://", "postgres://")
        with psycopg.connect(url, autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement)

    def prefix(self):
        """Names of this run's databases begin so: a server that was given may hold others."""
        note = rundir.run_dir() / "postgres.prefix"
        with rundir.only_one("postgres-prefix"):
            if not note.exists():
                note.write_text(f"portal_test_{uuid.uuid4().hex[:8]}")
            return note.read_text()

    def template(self, kind):
        name = f"{self.prefix()}_{kind}"
        ready = rundir.run_dir() / f"postgres-{kind}.ready"
        with rundir.only_one("postgres-templates"):
            if ready.exists():
                return name
            base = f' TEMPLATE "{self.prefix()}_migrated"' if kind == "demo" else ""
            self.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)', f'CREATE DATABASE "{name}"{base}')
            kept = cached("pgdump") if kind == "migrated" else None
            programs = tools.postgres_bin()
            if kept and kept.exists() and programs:
                command = [programs / "pg_restore", "--no-owner", "-d", self.url(name), kept]
                subprocess.run(command, check=True, capture_output=True)
            else:
                fill(self.url(name), kind)
                if kept and programs:
                    part = kept.with_suffix(".part")
                    command = [programs / "pg_dump", "--format=custom", "-Z", "1", "-f", part, self.url(name)]
                    if not subprocess.run(command, check=False, capture_output=True).returncode:
                        part.rename(kept)
            ready.touch()
        return name

    def copy(self, kind, name):
        if kind == "demo":
            self.template("migrated")
        template = self.template(kind)
        full = name if name.startswith(self.prefix()) else f"{self.prefix()}_{name}"
        self.execute(
            f'DROP DATABASE IF EXISTS "{full}" WITH (FORCE)',
            f'CREATE DATABASE "{full}" TEMPLATE "{template}"',
        )
        return full

    def url(self, name):
        parts = urlsplit(postgres.server_url())
        return urlunsplit(parts._replace(path=f"/{name}"))

    def drop_all(self):
        """Leave a server that was given as it was found."""
        import psycopg

        with psycopg.connect(postgres.server_url(), autocommit=True) as connection:
            pattern = self.prefix().replace("_", r"\_") + "%"
            rows = connection.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [pattern])
            for (name,) in rows.fetchall():
                connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def leave_no_trace():
    """At the end of a run: its own server ends; one that was given loses the run's databases."""
    if postgres.given() and (rundir.run_dir() / "postgres.prefix").exists():
        Postgres().drop_all()
    postgres.stop()
