"""`make bench`: how long the demo's pages take on this machine, without a browser; and how many a server answers a second,
beside a bare Django view and, with PEER=address, beside whatever answers there.
"""

import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from statistics import median

import pytest
from django.db import connection
from django.test import Client

from harness import rundir, templates
from harness.serving import free_port, wait_for
from harness.tour import seen_by

pytestmark = [pytest.mark.crawl, pytest.mark.django_db(transaction=True)]
TIMES = 15
LISTED = 20


def milliseconds(client, path):
    """Median of a page's time, and its answer's status."""
    client.get(path)
    spans = []
    for _ in range(TIMES):
        began = time.perf_counter()
        answer = client.get(path)
        spans.append((time.perf_counter() - began) * 1000)
    return median(spans), answer.status_code


def test_time_of_every_page(demo_site):
    from portal.people.models import User

    clients = {None: Client()}
    for person in demo_site["people"]:
        clients[person["role"]] = Client()
        clients[person["role"]].force_login(User.objects.get(email=person["email"]))
    print(f"\n{'page':<28} {'ms':>8}  (median of {TIMES})")
    for name, path in demo_site["pages"].items():
        span, status = milliseconds(clients[seen_by(path)], path)
        print(f"{name:<28} {span:8.1f}  {status}  {path}", flush=True)


def test_time_of_a_calendar_with_a_thousand_entries():
    """The goal is below a second."""
    from portal.calendars.ics import CalendarEntry, calendar_bytes

    first, hour = datetime(2027, 10, 30, 9, tzinfo=UTC), timedelta(hours=1)
    entries = [
        CalendarEntry(uid=f"talk-{n}", starts=first + n * hour, ends=first + (n + 1) * hour, summary="Sleeve resection")
        for n in range(1000)
    ]
    spans = []
    for _ in range(TIMES):
        began = time.perf_counter()
        calendar_bytes(entries, name="The forum", language="en")
        spans.append((time.perf_counter() - began) * 1000)
    print(f"\n{'calendar of 1,000 entries':<28} {median(spans):8.1f}")


# --- A server's requests per second -------------------------------------------------------------------------------------


@contextmanager
def served(kind, **environment):
    """The address of a server of one process and one thread, as bench_site.py says what it serves."""
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "bench_site",
        "-b",
        f"127.0.0.1:{port}",
        "--workers",
        "1",
        "--threads",
        "1",
    ]
    everything = rundir.child_environment(BENCH=kind, **environment)
    with open(rundir.run_dir() / f"bench-{kind}.log", "w") as log:
        server = subprocess.Popen([*command, "--log-level", "error"], env=everything, stdout=log, stderr=log)
        try:
            wait_for("127.0.0.1", port, server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(10)


def per_second(url):
    """(median, least, most requests per second, bytes of an answer), asked by a process of its own."""
    command = [sys.executable, str(rundir.ROOT / "tests" / "harness" / "load.py"), url]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return median(found["rounds"]), min(found["rounds"]), max(found["rounds"]), found["size"]


def line(name, found, beside=""):
    middle, least, most, size = found
    print(f"{name:<44} {middle:9.1f} {least:9.1f} {most:9.1f} {size:8} {beside}", flush=True)


def fill_the_list():
    """Twenty stories in English, the demo's and copies of them."""
    from portal.pages.models import StoryPage

    stories = list(StoryPage.objects.live().filter(locale__language_code="en"))
    for number in range(len(stories), LISTED):
        story = stories[number % len(stories)]
        words = {"slug": f"{story.slug}-{number}", "title": f"{story.title}, part {number}"}
        story.copy(update_attrs=words, log_action=None).save_revision().publish()


def test_requests_per_second(demo_site):
    """Goals: a kept page within twice of a bare view; the list made anew at three times the peer's rate."""
    fill_the_list()
    url = templates.Sqlite().url(connection.settings_dict["NAME"])
    print(f"\n{'one process, one thread, four connections':<44} {'median/s':>9} {'least':>9} {'most':>9} {'bytes':>8}")
    with served("anew", DATABASE_URL=url) as address:
        anew = {path: per_second(address + path) for path in ("/en/news/", "/en/", demo_site["pages"]["story"])}
    with served("kept", DATABASE_URL=url) as address:
        kept = per_second(address + "/en/news/")
    with served("bare", BENCH_SIZE=str(kept[3])) as address:
        bare = per_second(address + "/")
    for path, found in anew.items():
        line(f"made anew: {path}"[:44], found)
    line("kept: /en/news/", kept, f"a bare view is {bare[0] / kept[0]:.2f} times as fast")
    line("a bare Django view of as many bytes", bare)
    if peer := os.environ.get("PEER"):
        found = per_second(peer)
        line(f"peer: {peer}"[:44], found, f"ours made anew is {anew['/en/news/'][0] / found[0]:.1f} times as fast")
