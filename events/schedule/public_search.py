"""What the public finds of the forum: sessions with their talks, speakers and chairs, as the newest release has them."""

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import override

from events.editions.states import PUBLIC
from events.speakers.models import Speaker
from portal.clock.instants import is_chinese
from portal.pages.languages import CODES
from portal.pages.models import FoundKind
from portal.pages.searching.sources import Findable, Source, register_closed, register_source

from .models import EditionPage, ScheduleRelease
from .rules.reading import read
from .states import SessionKind

SOURCE = "schedule"


def newest_releases():
    later = ScheduleRelease.objects.filter(edition=OuterRef("edition"), number__gt=OuterRef("number"))
    return ScheduleRelease.objects.filter(~Exists(later))


def public_releases():
    """The newest release of each edition that the public may follow now."""
    return newest_releases().filter(edition__state__in=PUBLIC).values("pk")


def findables(owners):
    releases = newest_releases()
    if owners is not None:
        releases = releases.filter(pk__in=owners)
    for release in releases.select_related("edition"):
        people = dict(Speaker.objects.filter(edition=release.edition_id).values_list("pk", "person_id"))
        for language in CODES:
            schedule = read(release.schedule, language)
            yield from sessions_of(release, schedule, language)
            yield from people_of(release, schedule, language, people)


def sessions_of(release, schedule, language):
    """Not what is for everybody, such as lunch, and not what was cancelled."""
    for session in schedule.sessions:
        if session.kind == SessionKind.COMMON or session.cancelled:
            continue
        yield Findable(
            owner=release.pk,
            part=f"session/{session.slug}",
            language=language,
            kind=FoundKind.SESSION,
            title=session.title,
            family=f"session:{release.edition.slug}/{session.slug}",
            lead=session.summary,
            text="\n".join([*(talk_line(talk) for talk in session.talks), *map(person_line, session.chairs),
                            session.sub_forum_name, session.room_name]),
            day=session.day,
        )  # fmt: skip


def people_of(release, schedule, language, people):
    """people: {key of a speaker: the person}; the same person is one hit however many editions there were."""
    comma = "，" if is_chinese(language) else ", "
    for person in schedule.speakers:
        spoken = [row.title for row in schedule.sessions if person in row.people and not row.cancelled]
        yield Findable(
            owner=release.pk,
            part=f"speaker/{person.key}",
            language=language,
            kind=FoundKind.PERSON,
            title=f"{person.name} {person.han}".strip(),
            family=f"person:{people.get(person.key, person.key)}",
            lead=comma.join(part for part in (person.affiliation, person.place, person.country) if part),
            text="\n".join([person.biography, *spoken]),
            names=names_of(release.schedule, person.key),
            day=schedule.first_day,
        )


def names_of(schedule, key):
    """Both of a person's names: a Chinese speaker is found by the Latin one in either language."""
    return next(f"{row['latin']} {row['chinese']}" for row in schedule["speakers"] if row["key"] == key)


def talk_line(talk):
    return f"{talk.title} ({person_line(talk.speaker)})" if talk.speaker else talk.title


def person_line(person):
    return f"{person.name} {person.han}".strip()


def addresses(entries, request):
    owners = {entry.owner for entry in entries}
    slugs = dict(ScheduleRelease.objects.filter(pk__in=owners).values_list("pk", "edition__slug"))
    return {entry.pk: address(slugs[entry.owner], entry) for entry in entries if entry.owner in slugs}


def address(edition, entry):
    what, _slash, which = entry.place.partition("/")
    with override(entry.language):
        if what == "session":
            return reverse("session_page", args=[edition, which])
        return f"{reverse('speakers_page', args=[edition])}#speaker-{which}"


@register_closed
def pages_of_drafts():
    """A page of an edition opens for the public with the edition."""
    return EditionPage.objects.exclude(edition__state__in=PUBLIC).values("pk")


register_source(Source(SOURCE, public_releases, findables, addresses))
