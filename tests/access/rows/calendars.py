"""Calendars: a feed's address opens it for whoever holds it, the list of one's own is each person's, the office's is staff's."""

from datetime import UTC, datetime

from access.table import EVERYBODY, SIGNED_IN, STAFF, Row, office, outside

from portal.calendars.models import CalendarFeed


def feed_of(person):
    made = {"token": f"a-token-of-the-walk-{person.pk}", "made_at": datetime(2027, 3, 10, tzinfo=UTC)}
    return CalendarFeed.objects.get_or_create(person=person, kind="office", defaults=made)[0]


def directors_feed(world):
    return feed_of(world.person("director"))


ROWS = [
    Row("calendar_feed", see=EVERYBODY, kwargs=lambda world: {"token": directors_feed(world).token}),
    Row("my_calendars", see=SIGNED_IN),
    Row(
        "renew_feed", see=frozenset({"director"}), kwargs=lambda world: {"pk": directors_feed(world).pk}, ok=302,
        hidden=404, method="post", own="own",
    ),
    Row(
        "renew_feed", kwargs=lambda world: {"pk": feed_of(world.another("office")).pk}, hidden=404, method="post",
        own="another's",
    ),
    office("office_calendar", STAFF),
    office(
        "office_calendar_entry", STAFF, ok=302, exact=outside(STAFF),
        kwargs=lambda world: {"kind": "visit", "uid": f"visit-{world.first('exchange.Visit').pk}@exchange"},
    ),
]  # fmt: skip
