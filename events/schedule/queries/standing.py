"""The schedule as it stands in the office now: as the plain data that a release keeps."""

from datetime import UTC

from django.utils.translation import override
from django_countries import countries

from events.editions.models import Edition
from events.editions.states import EditionState
from events.schedule.models import Session, Talk
from events.schedule.states import SessionState
from events.speakers.models import Speaker
from portal.people.names import initials, latin_name, sort_name


def open_editions(now):
    """Editions whose schedule can be worked on and that are not over, the next one first."""
    editions = Edition.objects.exclude(state=EditionState.ARCHIVED)
    return list(editions.filter(ends_on__gte=now.date()).order_by("starts_on"))


def in_order(sessions):
    return sessions.select_related("room", "sub_forum", "edition").order_by("starts_at", "room__order", "pk")


def people_of(sessions):
    """({session pk: [chair]}, {session pk: [talk]}) of sessions, each with the speaker's person; three
    queries.

    Read apart from the sessions: a prefetch does not reach through modelcluster's relations.
    """
    keys = [session.pk for session in sessions]
    speakers = {
        row.pk: row for row in Speaker.objects.filter(edition__sessions__in=keys).distinct().select_related("person")
    }
    chairs, talks = {}, {}
    links = Session.chairs.through.objects.filter(session__in=keys).order_by("pk")
    for session, speaker in links.values_list("session_id", "speaker_id"):
        chairs.setdefault(session, []).append(speakers[speaker])
    for talk in Talk.objects.filter(session__in=keys).order_by("session", "sort_order", "pk"):
        talk.speaker = speakers.get(talk.speaker_id)
        talks.setdefault(talk.session_id, []).append(talk)
    return chairs, talks


def schedule_as_it_stands(edition, shown_before=frozenset()):
    """The plain data of a release made now. shown_before: slugs that the last release showed; a cancelled
    session stays only where people have read of it."""
    sessions = [
        session
        for session in in_order(edition.sessions)
        if session.state == SessionState.PLANNED or session.slug in shown_before
    ]
    chairs, talks = people_of(sessions)
    rooms = {session.room.pk: session.room for session in sessions if session.room}
    speakers = {}
    for session in sessions:
        told = [talk.speaker for talk in talks.get(session.pk, ()) if talk.speaker]
        speakers.update({row.pk: row for row in (*chairs.get(session.pk, ()), *told)})
    return {
        **_frame(edition),
        "rooms": [
            {"id": row.pk, **_pairs(row, "name", "building")}
            for row in sorted(rooms.values(), key=lambda room: (room.order, room.name_en))
        ],
        "speakers": [_speaker(speakers[key]) for key in sorted(speakers)],
        "sessions": [_session(row, chairs.get(row.pk, ()), talks.get(row.pk, ())) for row in sessions],
    }


def nothing_yet(edition):
    """The data of an edition of which no schedule is public."""
    return {**_frame(edition), "rooms": [], "speakers": [], "sessions": []}


def _frame(edition):
    days = {"starts_on": edition.starts_on.isoformat(), "ends_on": edition.ends_on.isoformat()}
    return {
        "edition": {"slug": edition.slug, **days, **_pairs(edition, "title", "venue")},
        "sub_forums": [{"slug": row.slug, **_pairs(row, "name")} for row in edition.sub_forums.all()],
    }


def _pairs(obj, *names):
    return {f"{name}_{end}": getattr(obj, f"{name}_{end}") for name in names for end in ("en", "zh")}


def _instant(moment):
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _country(code, language):
    with override(language):
        return str(countries.name(code))


def _speaker(row):
    return {
        "key": row.pk,
        "latin": latin_name(row.person),
        "chinese": row.person.chinese_name,
        "lang": row.name_language,
        "sort": sort_name(row.person),
        "initials_en": initials(row.person, "en"),
        "initials_zh": initials(row.person, "zh-hans"),
        "country_en": _country(row.country.code, "en"),
        "country_zh": _country(row.country.code, "zh-hans"),
        **_pairs(row, "affiliation", "city", "biography"),
    }


def _session(row, chairs, talks):
    return {
        "slug": row.slug,
        "uid": str(row.uid),
        "sequence": row.sequence,
        "changed_at": _instant(row.changed_at),
        "state": str(row.state),
        "kind": str(row.kind),
        "starts_at": _instant(row.starts_at),
        "ends_at": _instant(row.ends_at),
        "room": row.room_id,
        "sub_forum": row.sub_forum.slug if row.sub_forum else None,
        "chairs": [chair.pk for chair in chairs],
        "talks": [{"minutes": talk.minutes, "speaker": talk.speaker_id, **_pairs(talk, "title")} for talk in talks],
        **_pairs(row, "title", "summary"),
    }
