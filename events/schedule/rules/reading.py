"""A released schedule (plain data, both languages) as a reader of one language sees it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True)
class SpeakerLine:
    """A person. lang: language of the name where it is not the page's; han: the Chinese name beside a Latin
    one."""

    key: int
    name: str
    lang: str
    han: str
    initials: str
    place: str
    country: str
    affiliation: str
    biography: str
    sort: str


@dataclass(frozen=True)
class TalkLine:
    title: str
    minutes: int
    starts: datetime
    speaker: SpeakerLine | None

    @property
    def clock(self):
        return f"{self.starts:%H:%M}"

    @property
    def iso(self):
        return self.starts.isoformat(timespec="minutes")


@dataclass(frozen=True)
class SessionLine:
    """A session. starts, ends: aware, in Shanghai. room: id, None for all rooms."""

    slug: str
    uid: str
    sequence: int
    changed_at: datetime
    kind: str
    cancelled: bool
    title: str
    twin: str
    summary: str
    starts: datetime
    ends: datetime
    room: int | None
    room_name: str
    room_building: str
    sub_forum: str
    sub_forum_name: str
    chairs: tuple
    talks: tuple

    @property
    def day(self):
        return self.starts.date()

    @property
    def people(self):
        """Chairs, then speakers, nobody twice."""
        speakers = [talk.speaker for talk in self.talks if talk.speaker]
        return tuple(dict.fromkeys((*self.chairs, *speakers)))


@dataclass(frozen=True)
class ReadSchedule:
    title: str
    venue: str
    first_day: date
    last_day: date
    rooms: tuple
    sub_forums: tuple
    speakers: tuple
    sessions: tuple

    def of_sub_forum(self, slug):
        """Sessions of one sub-forum, with those of the whole forum; all of them where slug is empty."""
        return [session for session in self.sessions if not slug or session.sub_forum in (slug, "")]

    def find(self, slug):
        return next((session for session in self.sessions if session.slug == slug), None)


def read(schedule, language):
    """The released schedule in "en" or "zh-hans"."""
    chinese = language.lower().startswith("zh")

    def say(row, name):
        return (row.get(f"{name}_zh") if chinese else "") or row.get(f"{name}_en", "")

    people = {row["key"]: _speaker(row, say, chinese) for row in schedule["speakers"]}
    rooms = {row["id"]: row for row in schedule["rooms"]}
    sub_forums = {row["slug"]: say(row, "name") for row in schedule["sub_forums"]}
    edition = schedule["edition"]
    return ReadSchedule(
        title=say(edition, "title"),
        venue=say(edition, "venue"),
        first_day=date.fromisoformat(edition["starts_on"]),
        last_day=date.fromisoformat(edition["ends_on"]),
        rooms=tuple((row["id"], say(row, "name"), say(row, "building")) for row in schedule["rooms"]),
        sub_forums=tuple(sub_forums.items()),
        speakers=tuple(sorted(people.values(), key=lambda person: person.sort)),
        sessions=tuple(_session(row, say, chinese, people, rooms, sub_forums) for row in schedule["sessions"]),
    )


def _speaker(row, say, chinese):
    named_in_chinese = bool(row["chinese"]) and (chinese or not row["latin"])
    name = row["chinese"] if named_in_chinese else row["latin"]
    foreign = "" if named_in_chinese or row["lang"] == ("zh" if chinese else "en") else row["lang"]
    return SpeakerLine(
        key=row["key"],
        name=name,
        lang="zh-Hans" if named_in_chinese and not chinese else foreign,
        han="" if named_in_chinese else row["chinese"],
        initials=say(row, "initials"),
        place=say(row, "city"),
        country=say(row, "country"),
        affiliation=say(row, "affiliation"),
        biography=say(row, "biography"),
        sort=row["sort"],
    )


def _session(row, say, chinese, people, rooms, sub_forums):
    starts = datetime.fromisoformat(row["starts_at"]).astimezone(SHANGHAI)
    room = rooms.get(row["room"], {})
    talks, at = [], starts
    for talk in row["talks"]:
        talks.append(TalkLine(say(talk, "title"), talk["minutes"], at, people.get(talk["speaker"])))
        at += timedelta(minutes=talk["minutes"])
    return SessionLine(
        slug=row["slug"],
        uid=row["uid"],
        sequence=row["sequence"],
        changed_at=datetime.fromisoformat(row["changed_at"]),
        kind=row["kind"],
        cancelled=row["state"] == "cancelled",
        title=say(row, "title"),
        twin=row["title_en"] if chinese else row["title_zh"],
        summary=say(row, "summary"),
        starts=starts,
        ends=datetime.fromisoformat(row["ends_at"]).astimezone(SHANGHAI),
        room=row["room"],
        room_name=say(room, "name"),
        room_building=say(room, "building"),
        sub_forum=row["sub_forum"] or "",
        sub_forum_name=sub_forums.get(row["sub_forum"], ""),
        chairs=tuple(people[key] for key in row["chairs"] if key in people),
        talks=tuple(talks),
    )
