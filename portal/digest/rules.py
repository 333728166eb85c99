"""When a digest leaves, what is new in it, and who gets which of its stories. Pure."""

import re
from collections.abc import Set
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")
WEEK = timedelta(days=7)

LATE_BY = timedelta(hours=12)
"""A digest whose hour passed longer ago (the site was down) waits for the next one; its stories are not lost."""
APART = timedelta(days=3)
"""Two digests are never nearer to one another, however the office moves the hour."""
FIRST_LOOKS_BACK = timedelta(days=31)
"""The first digest of a site tells what was put on it since then."""
ARCHIVE = timedelta(days=31)
"""A story whose own day lies so far before the day on which it was put on the site is of the archive, and no news."""

UNCONFIRMED_KEPT = timedelta(days=7)
UNSUBSCRIBED_KEPT = timedelta(days=30)
PAUSED_KEPT = timedelta(days=180)
MAILS_KEPT = timedelta(days=90)


@dataclass(frozen=True)
class Timing:
    """weekday: 0 is Monday. at: local time in Shanghai. on: whether digests leave at all."""

    weekday: int = 4
    at: time = time(9)
    on: bool = True


@dataclass(frozen=True)
class NewStory:
    """A story as the rules see it. first_published_at: aware instant. day: its own date."""

    key: int
    language: str
    topic: int
    first_published_at: datetime
    day: date


@dataclass(frozen=True)
class Wishes:
    """What a subscriber asked for. topics count only where not all are wanted."""

    language: str
    all_topics: bool
    topics: Set = frozenset()


def hour_before(now, timing):
    """The last instant at or before now at which a digest was to leave. Aware in, aware (Shanghai) out."""
    local = now.astimezone(SHANGHAI)
    day = local.date() - timedelta(days=(local.weekday() - timing.weekday) % 7)
    found = datetime.combine(day, timing.at, tzinfo=SHANGHAI)
    return found if found <= local else datetime.combine(day - WEEK, timing.at, tzinfo=SHANGHAI)


def hour_after(now, timing):
    """The first instant after now at which a digest is to leave, "None" where none leaves."""
    return hour_before(now, timing) + WEEK if timing.on else None


def due_hour(now, timing, last_hour):
    """The hour whose digest is to be made now, or None. last_hour: that of the digest before, None where there is none."""
    if not timing.on:
        return None
    hour = hour_before(now, timing)
    if now - hour >= LATE_BY:
        return None
    if last_hour is not None and hour - last_hour < APART:
        return None
    return hour


def is_news(story, begins):
    """Whether a story that was never in a digest belongs into one. begins: the instant since which this site has news."""
    put_on = story.first_published_at
    return put_on >= begins and put_on.astimezone(SHANGHAI).date() - story.day <= ARCHIVE


def news_of(stories, told, begins):
    """The stories of the next digest. told: keys of those that stood in one."""
    return [story for story in stories if story.key not in told and is_news(story, begins)]


def stories_for(wishes, stories):
    """Those of a digest's stories that a subscriber asked for, in the order given."""
    return [
        story
        for story in stories
        if story.language == wishes.language and (wishes.all_topics or story.topic in wishes.topics)
    ]


def came_back(state, problem):
    """Whether a mail that never arrived says that its mailbox does not exist, rather than that a server was away.

    state: the outbox's word. problem: what the mail server said. A code of 550 to 559 is a server's last word (RFC 5321).
    """
    return state == "bounced" or (state == "given_up" and re.match(r"55\d\b", problem) is not None)


def masked(address):
    """An address that whoever holds a forwarded mail may read: "j…@clinic.example"."""
    local, _at, domain = address.rpartition("@")
    return f"{local[:1]}…@{domain}"
