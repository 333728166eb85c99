"""The forum: its public pages and calendar, and the office's screens of editions, sessions, speakers and releases."""

from dataclasses import replace

from access.table import (
    EVERYBODY,
    STAFF,
    Row,
    act,
    first_of,
    office,
    outside,
    record_viewset,
    too_late_for,
    viewset,
)


def following(world):
    """The edition whose schedule can still be changed."""
    return world.first("events.Edition", state="published")


DRAFT = first_of("events.Edition", state="draft")


def of_following(label):
    return lambda world: {"pk": world.first(label, edition=following(world)).pk}


def about(rows, kwargs):
    """The same rows about a chosen object instead of the first of its kind."""
    return [replace(row, kwargs=kwargs) if row.kwargs else row for row in rows]


def never_deleted(rows):
    """Nobody deletes these: staff meet 403 there like the others who see them."""
    return [replace(row, see=frozenset()) if row.name.endswith(":delete") else row for row in rows]


ROWS = [
    Row(
        "session_page",
        see=EVERYBODY,
        kwargs=lambda world: {"edition": following(world).slug, "session": "sleeve"},
    ),
    Row("speakers_page", see=EVERYBODY, kwargs=lambda world: {"edition": following(world).slug}),
    Row("edition_calendar", see=EVERYBODY, kwargs=lambda world: {"slug": following(world).slug}),
    *about(
        never_deleted(
            viewset(
                "editions",
                "events.Edition",
                STAFF,
                hidden=403,
                actions={"release-the-schedule": STAFF, "archive": STAFF, "withdraw": STAFF},
            )
        ),
        lambda world: {"pk": following(world).pk},
    ),
    # What is not published yet is there for the staff alone.
    act("editions", "publish", "events.Edition", kwargs=DRAFT),
    office("editions:inspect", STAFF, kwargs=DRAFT, hidden=404, exact=outside(STAFF), own="draft"),
    act(
        "editions",
        "publish",
        "events.Edition",
        kwargs=too_late_for("events.Edition", "publish"),
        hidden=403,
        ok=409,
        own="too late",
    ),
    *never_deleted(
        viewset("sessions", "events.Session", STAFF, actions={"cancel": STAFF, "restore": STAFF}),
    ),
    *record_viewset("schedule_releases", "events.ScheduleRelease", STAFF, hidden=403),
    *never_deleted(viewset("forum_series", "events.ForumSeries", STAFF, hidden=403)),
    *viewset("sub_forums", "events.SubForum", STAFF, hidden=403),
    *about(viewset("speakers", "events.Speaker", STAFF, hidden=403), of_following("events.Speaker")),
    *viewset("departments", "portal.Department", STAFF),
    *viewset("rooms", "portal.Room", STAFF),
]
