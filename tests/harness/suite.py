"""`make test`: tools, lint, then the tests in runs with budgets; the sum of them last, in one plain line.

Standard library only, save what the runs themselves start.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from harness import postgres, rundir, tools  # noqa: E402
from harness.counting import Count, count_of  # noqa: E402
from harness.templates import leave_no_trace  # noqa: E402

OTHERS = "not browser and not race and not crawl"
# Walks that report as they go, with tests of many minutes.
LONG = ["-s", "-o", "faulthandler_timeout=0", "-m", "crawl"]
RUNS = {
    # name: (arguments of pytest, minutes after which it is stopped)
    "main": (["-n", "2", "--dist", "loadgroup", "-m", OTHERS], 30),
    "both": (["-n", "2", "-m", f"both and {OTHERS}"], 20),
    "race": (["-m", "race"], 10),
    "browser": (["-n", "2", "-m", "browser"], 30),
    "postgres": (["-n", "2", "-m", "not browser and not crawl"], 30),
    "crawl": ([*LONG, "tests/crawl.py"], 150),
    "screenshots": ([*LONG, "tests/screenshots.py"], 60),
    "bench": ([*LONG, "tests/bench.py"], 30),
}
NOTHING_COLLECTED = 5


def pytest_run(name, extra):
    """One run of pytest; returns its Count."""
    arguments, minutes = RUNS[name]
    report = rundir.run_dir() / f"{name}.xml"
    environment = dict(os.environ)
    if name in ("both", "postgres"):
        environment["TEST_DATABASE_URL"] = postgres.server_url()
    command = [sys.executable, "-m", "pytest", "-q", "--durations=10", f"--junit-xml={report}", *arguments, *extra]
    print(f"\n── {name}: pytest {' '.join(arguments)}", flush=True)
    began = time.monotonic()
    try:
        code = subprocess.run(command, cwd=rundir.ROOT, env=environment, check=False, timeout=minutes * 60).returncode
    except subprocess.TimeoutExpired:
        print(f"{name} took more than {minutes} minutes and was stopped.")
        return Count(failed=1)
    print(f"── {name}: {time.monotonic() - began:.0f} s", flush=True)
    if code == NOTHING_COLLECTED:
        return Count()
    count = count_of(report)
    if code and not count.failed:  # a crash before any test, or an interruption
        count = Count(count.passed, 1, count.skipped)
    return count


def make_ready():
    """Install what may be installed; returns the tools that are still missing."""
    lacking = tools.missing()
    if lacking and tools.may_install():
        print("Installing " + ", ".join(tool.name for tool in lacking) + " …", flush=True)
        lacking = tools.install(lacking)
    for tool in lacking:
        print(f"{tool.name} is missing: {tool.advice}")
    return lacking


TEMPLATES = """
from harness import environment, templates
environment.compile_messages()
for kind in ("migrated", "demo"):
    templates.Sqlite().template(kind)
"""


def begin_templates():
    """Lint leaves a core idle, and the database with the demo takes most of a minute: it is begun beside it."""
    environment = rundir.child_environment(DJANGO_SETTINGS_MODULE="portal.settings.testing")
    # Whatever goes wrong here is said by the first test that needs the database.
    return subprocess.Popen([sys.executable, "-c", TEMPLATES], cwd=rundir.ROOT, env=environment,
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip


def lint():
    command = [sys.executable, str(rundir.ROOT / "tests" / "harness" / "lint.py")]
    return subprocess.run(command, cwd=rundir.ROOT, check=False).returncode == 0


def chosen():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("postgres", "crawl", "screenshots", "bench"):
        parser.add_argument(f"--{name}", action="store_true")
    parser.add_argument("--only", choices=RUNS, action="append", help="these runs alone, without lint")
    return parser.parse_known_args()


def main():
    options, extra = chosen()
    single = next((name for name in ("postgres", "crawl", "screenshots", "bench") if getattr(options, name)), None)
    names = options.only or ([single] if single else ["main", "both", "race", "browser"])
    rundir.claim()
    # Fixtures start the server themselves; the site's own database stays SQLite unless a run says otherwise.
    if given := os.environ.pop("TEST_DATABASE_URL", ""):
        os.environ["TEST_POSTGRES_URL"] = given
    os.environ.setdefault("TEST_TEMPLATES", "fresh")
    lacking = make_ready()
    if tools.POSTGRES in lacking:
        names = [name for name in names if name not in ("both", "postgres")]
    templates_begun = begin_templates() if "main" in names else None
    linted = True if single or options.only else lint()
    total = Count()
    try:
        for name in names:
            total += pytest_run(name, extra)
    finally:
        if templates_begun:
            templates_begun.wait()
        leave_no_trace()
        rundir.clear()
    print()
    if not linted:
        print("LINT FAILED: see above, or run make lint.")
    for tool in lacking:
        print(f"NOT TESTED: {tool.without}. {tool.name} is missing: {tool.advice}")
    print(total, flush=True)
    sys.exit(1 if total.failed or not linted or (lacking and rundir.in_ci()) else 0)


if __name__ == "__main__":
    main()
