"""Compiles each catalogue of translations that is newer than what was compiled of it: without that, Chinese pages are
English. Needs nothing but the base's packages; safe to run again."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def stale():
    """The catalogues whose compiled form is missing or older."""
    for source in sorted((ROOT / "portal" / "locale").glob("*/LC_MESSAGES/*.po")):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            yield source


def main():
    for source in stale():
        # -f: a catalogue whose header is fuzzy would be skipped in silence.
        command = [sys.executable, "-m", "babel.messages.frontend", "compile", "-f", "-i", str(source)]
        run = subprocess.run([*command, "-o", str(source.with_suffix(".mo"))], capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"{source.relative_to(ROOT)} cannot be compiled: {run.stderr.strip().splitlines()[-1]}")


if __name__ == "__main__":
    main()
