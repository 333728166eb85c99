"""`make lint`: format, lint, import contracts, templates, migrations, messages, Django's and Wagtail's checks, lock files.

Each step prints its name; what fails prints what it found. Exit code 1 where any did.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
PYTHON = sys.executable
# Enough for the production settings to load; nothing is connected to.
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    "SECRET_KEY": "lint-" + "0123456789abcdefghijklmnopqrstuvwxyz" * 2,
    "ALLOWED_HOSTS": "exchange.example",
    "DATABASE_URL": "postgres://lint@localhost/lint",
    "CACHE_URL": "redis://localhost:6379/0",
    "SMTP_HOST": "mail.example",
    "BASE_URL": "https://exchange.example",
}
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
TESTING = {"DJANGO_SETTINGS_MODULE": "portal.settings.testing"}


STEPS = (
    ("format", [BIN / "ruff", "format", "--check", "--quiet", "."], {}),
    ("lint", [BIN / "ruff", "check", "--quiet", "."], {}),
    ("imports", [BIN / "lint-imports", "--no-cache"], {}),
    ("templates", [BIN / "djade", "--check", "--target-version", "5.2", *TEMPLATES], {}),
    ("migrations", [PYTHON, "manage.py", "makemigrations", "--check", "--dry-run", "-v", "1"], TESTING),
    ("messages", [PYTHON, "deploy/messages.py", "--check"], {}),
    ("checks", [PYTHON, "manage.py", "check", "--fail-level", "WARNING"], TESTING),
    ("checks for production", [PYTHON, "manage.py", "check", "--deploy", "--fail-level", "WARNING"], PRODUCTION),
    ("lock files", [PYTHON, "deploy/lock.py", "--check"], {}),
)


def run(name, command, environment):
    began = time.monotonic()
    done = subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = time.monotonic() - began
    print(f"lint: {name:24} {'ok' if done.returncode == 0 else 'FAILED'} ({seconds:.1f} s)", flush=True)
    if done.returncode:
        print(done.stdout[-6000:] + done.stderr[-3000:], flush=True)
    elif "skipped" in done.stdout:
        print(done.stdout.strip(), flush=True)
    return done.returncode == 0


def main():
    # A list: all steps run, also after one that failed.
    results = [run(*step) for step in STEPS]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
