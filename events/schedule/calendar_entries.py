"""Sessions as calendar entries: as they stand for the office, as they were released for the public."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from portal.calendars.entries import CANCELLED, CONFIRMED, CalendarEntry
from portal.calendars.sources import register_address, register_source

from .models import Session
from .queries.standing import in_order, people_of
from .states import SessionKind, SessionState

KIND = "session"


def sessions_between(first, last, language):
    """Sessions of every edition that touch a time, as they stand in the office; a constant number of
    queries."""
    sessions = list(
        in_order(Session.objects.filter(starts_at__lt=last, ends_at__gt=first).exclude(kind=SessionKind.COMMON))
    )
    chairs, talks = people_of(sessions)
    return [entry_of(row, chairs.get(row.pk, ()), talks.get(row.pk, ()), language) for row in sessions]


def entry_of(session, chairs, talks, language):
    """One session as it stands; what is for everybody takes nobody in particular."""
    people = {chair.person_id for chair in chairs} | {talk.speaker.person_id for talk in talks if talk.speaker}
    return CalendarEntry(
        uid=str(session.uid),
        sequence=session.sequence,
        starts=session.starts_at,
        ends=session.ends_at,
        summary=session.titled(language),
        location=session.room.named(language) if session.room else "",
        status=CANCELLED if session.state == SessionState.CANCELLED else CONFIRMED,
        last_modified=session.changed_at,
        people=frozenset(people),
        room=session.room_id,
        kind=KIND,
        busy=session.kind != SessionKind.COMMON,
    )


def released_entries(schedule, edition_slug, language):
    """Entries of a ReadSchedule for the public feed: no tea and no lunch, cancelled sessions as cancelled."""
    with override(language):
        return [
            CalendarEntry(
                uid=row.uid,
                sequence=row.sequence,
                starts=row.starts,
                ends=row.ends,
                summary=row.title,
                location=str(_(", ")).join(part for part in (row.room_name, row.room_building, schedule.venue) if part),
                description=_description(row),
                url=settings.WAGTAILADMIN_BASE_URL + reverse("session_page", args=[edition_slug, row.slug]),
                status=CANCELLED if row.cancelled else CONFIRMED,
                last_modified=row.changed_at,
                kind=KIND,
            )
            for row in schedule.sessions
            if row.kind != SessionKind.COMMON
        ]


def _description(row):
    lines = [row.summary] if row.summary else []
    lines += [f"{_('Chair')}: {_with_city(person)}" for person in row.chairs]
    for talk in row.talks:
        who = f" ({_with_city(talk.speaker)})" if talk.speaker else ""
        lines.append(f"{talk.starts:%H:%M} {talk.title}{who}")
    return "\n".join(lines)


def _with_city(person):
    return f"{person.name}, {person.place}" if person.place else person.name


def office_address(uid):
    """Where the office reads a session, by its entry's uid."""
    pk = Session.objects.filter(uid=uid).values_list("pk", flat=True).first()
    return reverse("sessions:inspect", args=[pk]) if pk else None


register_source("sessions", sessions_between, _("forum"))
register_address(KIND, office_address)
