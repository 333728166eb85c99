"""The endpoint of the forum's editions: pages that anybody may read, each with its newest release, the next one first."""

from django.urls import reverse
from django.utils.translation import override

from events.editions.states import PUBLIC, EditionState
from portal.pages.openness import open_pages
from portal.pages.public_api.serving import PublicAPIViewSet, in_language, told, year_of
from portal.pages.story_facts import lasting_name

from .models import EditionPage
from .public_search import newest_releases
from .queries.pages import session_address
from .rules.reading import read
from .states import SessionKind


def language_of(page):
    return page.locale.language_code


def detail_url(page, request):
    return request.build_absolute_uri(reverse("api_v1:editions:detail", args=[page.pk]))


def html_url(page, request):
    return request.build_absolute_uri(page.get_url(request) or "")


def translations(page, request):
    return [
        {"locale": language_of(twin), "html_url": html_url(twin, request), "detail_url": detail_url(twin, request)}
        for twin in page.twins
        if twin.pk != page.pk
    ]


def series(page, request):
    return {"slug": page.edition.series.slug, "name": page.edition.series.named(language_of(page))}


def release(page, request):
    """None while the schedule is not released."""
    newest = page.release
    return {"number": newest.number, "released_at": newest.released_at.isoformat()} if newest else None


def calendar_url(page, request):
    path = reverse("edition_calendar", args=[page.edition.slug])
    return request.build_absolute_uri(f"{path}?lang={language_of(page)}")


def sub_forums(page, request):
    found = read_in(page).sub_forums if page.release else ()
    return [{"slug": slug, "name": name} for slug, name in found]


def sessions(page, request):
    """In the order of the schedule, without what is for everybody, such as lunch."""
    if page.release is None:
        return []
    with override(language_of(page)):
        return [
            session_of(row, request.build_absolute_uri(session_address(page.edition.slug, row.slug)))
            for row in read_in(page).sessions
            if row.kind != SessionKind.COMMON
        ]


def read_in(page):
    return read(page.release.schedule, language_of(page))


def session_of(row, url):
    return {
        "urn": f"urn:uuid:{row.uid}",
        "title": row.title,
        "summary": row.summary,
        "kind": row.kind,
        "cancelled": row.cancelled,
        "starts_at": row.starts.isoformat(),
        "ends_at": row.ends.isoformat(),
        "room": row.room_name,
        "building": row.room_building,
        "sub_forum": row.sub_forum,
        "chairs": [person_of(person) for person in row.chairs],
        "talks": [
            {
                "title": talk.title,
                "starts_at": talk.starts.isoformat(),
                "minutes": talk.minutes,
                "speaker": person_of(talk.speaker) if talk.speaker else None,
            }
            for talk in row.talks
        ],
        "html_url": url,
    }


def person_of(person):
    return {"name": person.name, "affiliation": person.affiliation, "city": person.place, "country": person.country}


def of_year(pages, value):
    return pages.filter(edition__starts_on__year=year_of(value))


class EditionsAPIViewSet(PublicAPIViewSet):
    model = EditionPage
    name = "editions"
    filters = {"locale": in_language, "year": of_year}
    orders = {"starts_on": "edition__starts_on"}
    meta_fields = [
        told("detail_url", detail_url),
        told("html_url", html_url),
        told("urn", lambda page, request: lasting_name(page.translation_key, language_of(page))),
        told("locale", lambda page, request: language_of(page)),
        told("translations", translations),
    ]
    body_fields = [
        "id",
        told("title", lambda page, request: page.title),
        told("intro", lambda page, request: page.intro),
        told("slug", lambda page, request: page.edition.slug),
        told("series", series),
        told("starts_on", lambda page, request: page.edition.starts_on.isoformat()),
        told("ends_on", lambda page, request: page.edition.ends_on.isoformat()),
        told("venue", lambda page, request: page.edition.venue(language_of(page))),
        told("archived", lambda page, request: page.edition.state == EditionState.ARCHIVED),
        told("release", release),
        told("calendar_url", calendar_url),
        told("sub_forums", sub_forums),
        told("sessions", sessions),
    ]
    detail_only_fields = ["sub_forums", "sessions"]
    listing_default_fields = [
        *("id", "detail_url", "html_url", "urn", "locale", "translations", "title", "intro", "slug", "series"),
        *("starts_on", "ends_on", "venue", "archived", "release", "calendar_url"),
    ]

    def get_queryset(self):
        pages = EditionPage.objects.live().filter(open_pages(), edition__state__in=PUBLIC)
        return pages.select_related("locale", "edition__series").order_by("-edition__starts_on", "-pk")

    def complete(self, rows):
        """A list needs no schedules: they are long."""
        releases = newest_releases().filter(edition__in=[page.edition_id for page in rows])
        if self.action == "listing_view":
            releases = releases.defer("schedule", "changes")
        newest = {row.edition_id: row for row in releases}
        family = self.get_queryset().filter(translation_key__in={page.translation_key for page in rows})
        twins = {}
        for twin in family:
            twins.setdefault(twin.translation_key, []).append(twin)
        for page in rows:
            page.release = newest.get(page.edition_id)
            page.twins = twins.get(page.translation_key, [])
