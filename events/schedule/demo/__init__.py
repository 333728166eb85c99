"""The schedule of the next edition in two releases, and the pages of the editions."""
# ruff: noqa: E501  (texts in rows, as a table)

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from events.schedule.actions import cancel_session, release_schedule, save_session
from events.schedule.models import Session, Talk

from .pages import make_edition_pages
from .sessions import SESSIONS, TALKS

SHANGHAI = ZoneInfo("Asia/Shanghai")


def load(demo):
    edition = demo.known("edition.next")
    office = demo.known("person.office")
    plan(demo, edition, office)
    demo.once("release.1", lambda: release_schedule(edition=edition, by=office, now=demo.at(-21, 16)))
    if not demo.known("release.2"):
        change(demo, office)
        demo.remember("release.2", release_schedule(edition=edition, by=office, now=demo.at(-3, 11)))
    if not demo.known("page.edition.next.en"):
        make_edition_pages(demo)


def plan(demo, edition, by):
    now = demo.at(-45, 9)
    for key, row in SESSIONS.items():
        if demo.known(f"session.{key}"):
            continue
        demo.remember(f"session.{key}", save_session(session=draft(demo, edition, key, row), by=by, now=now))
        demo.set(demo.now() + timedelta(minutes=7))


def draft(demo, edition, key, row):
    day, starts, ends, room, sub_forum, kind, title, title_zh, summary, summary_zh, chairs = row
    session = Session(
        edition=edition, slug=key, kind=kind, title_en=title, title_zh=title_zh, summary_en=summary, summary_zh=summary_zh,
        starts_at=at(edition, day, starts), ends_at=at(edition, day, ends),
        room=demo.known(f"room.{room}") if room else None,
        sub_forum=demo.known(f"sub_forum.{sub_forum}") if sub_forum else None,
    )  # fmt: skip
    session.chairs = [demo.known(f"speaker.{chair}") for chair in chairs]
    session.talks = [
        Talk(
            title_en=talk,
            title_zh=talk_zh,
            speaker=demo.known(f"speaker.{speaker}"),
            minutes=minutes,
            sort_order=order,
        )
        for order, (talk, talk_zh, speaker, minutes) in enumerate(TALKS.get(key, ()))
    ]
    return session


def at(edition, day, clock):
    return datetime.combine(edition.starts_on + timedelta(days=day), time.fromisoformat(clock), tzinfo=SHANGHAI)


def change(demo, by):
    """What differs between the first release and the second: a room, and a session that does not take place."""
    moved = Session.objects.get(pk=demo.known("session.eras").pk)
    moved.room = demo.known("room.room2")
    save_session(session=moved, by=by, now=demo.at(-9, 10))
    cancelled = Session.objects.get(pk=demo.known("session.arch").pk)
    cancel_session(session=cancelled, by=by, now=demo.at(-5, 15), reason="The speaker cannot travel on these days.")
