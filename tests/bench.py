"""`make bench`: how long the demo's pages take on this machine, without a browser and without a network."""

import time
from datetime import UTC, datetime, timedelta
from statistics import median

import pytest
from django.test import Client

from harness.tour import seen_by

pytestmark = [pytest.mark.crawl, pytest.mark.django_db(transaction=True)]
TIMES = 15


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
