"""`make lock`: compiles the requirement files from pyproject.toml; `--check` says whether they are current.

The files name no address of any index. Where no index can be reached, the check says so and is skipped, save in CI.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILES = {"base": None, "development": "development", "production": "production"}
FORBIDDEN = ("://", "--index-url", "--find-links", "file:")


def compile_into(folder, name, extra):
    target = Path(folder) / f"{name}.txt"
    # What is locked already stays locked: the file that stands is the first preference.
    current = ROOT / "requirements" / f"{name}.txt"
    if current.exists():
        target.write_bytes(current.read_bytes())
    command = [
        str(Path(sys.executable).parent / "uv"), "pip", "compile", "--quiet", "--universal", "--python-version", "3.11",
        "--generate-hashes", "--no-header", "--no-emit-index-url", "--no-annotate", "pyproject.toml", "-o", str(target),
    ]  # fmt: skip
    if extra:
        command += ["--extra", extra, "-c", str(Path(folder) / "base.txt")]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False), target


def addresses():
    return [
        f"requirements/{name}.txt names an address: {line.strip()}"
        for name in FILES
        for line in (ROOT / "requirements" / f"{name}.txt").read_text().splitlines()
        if any(word in line for word in FORBIDDEN)
    ]


def check():
    problems = addresses()
    with tempfile.TemporaryDirectory() as folder:
        for name, extra in FILES.items():
            done, target = compile_into(folder, name, extra)
            if done.returncode:
                print(f"lock files: skipped, since no package index answered ({done.stderr.strip().splitlines()[-1:]})")
                return 1 if problems or os.environ.get("CI") else 0
            if target.read_text() != (ROOT / "requirements" / f"{name}.txt").read_text():
                problems.append(f"requirements/{name}.txt is not what pyproject.toml gives: run make lock.")
    print("\n".join(problems))
    return 1 if problems else 0


def main(arguments):
    if arguments == ["--check"]:
        return check()
    for name, extra in FILES.items():
        done, _target = compile_into(ROOT / "requirements", name, extra)
        if done.returncode:
            print(done.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
