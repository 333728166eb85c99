"""What the public pages of an edition show."""

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from events.editions.queries import forum_page
from events.schedule.models import EditionPage
from events.schedule.rules.linked_data import event_of, lone_session
from events.schedule.rules.reading import SHANGHAI
from portal.clock import instants
from portal.pages import timetable
from portal.pages.context import absolute
from portal.pages.telling import hospital, pictures_of

from .releases import change_sentences, newest_release, public_schedule


def edition_context(page, request):
    """The context of an edition's page: the newest release by day and room, narrowed to a sub-forum where
    one is asked."""
    edition, language = page.edition, get_language()
    release = newest_release(edition)
    schedule = public_schedule(edition, release, language)
    wanted = request.GET.get("sub-forum", "")
    wanted = wanted if wanted in dict(schedule.sub_forums) else ""
    changes = change_sentences(release.changes if release else [], language)
    days = days_of(schedule, wanted, release, edition.slug, zone_of(request))
    return {
        "edition": edition,
        "facts": edition_facts(edition, schedule, language),
        "release": release,
        "released_on": instants.plain_day(release.released_at.astimezone(SHANGHAI), language) if release else "",
        "changes_counted": _changes_counted(release),
        "changes_since": _changes_since(release),
        "speakers_url": reverse("speakers_page", args=[edition.slug]),
        "changes": [(slug and session_address(edition.slug, slug), sentence) for slug, sentence in changes],
        "schedule": schedule,
        "days": days,
        "sub_forums": schedule.sub_forums,
        "wanted": wanted,
        "calendar": reverse("edition_calendar", args=[edition.slug]) + f"?lang={language}",
        "linked_nodes": linked_nodes(schedule, page, request),
    }


def zone_of(request):
    """The zone of the reader, where the reader is signed in and has said it."""
    return getattr(request.user, "time_zone", "") if hasattr(request, "user") else ""


def session_address(edition_slug, slug):
    return reverse("session_page", args=[edition_slug, slug])


def crumbs_of(edition, language):
    """The way from the home page down to an edition: (label, address) pairs."""
    page = edition_page(edition, language)
    forum = forum_page(language)
    way = [(_("Home"), reverse("wagtail_serve", args=[""]))]
    if forum:
        way.append((forum.title, forum.url))
    if page:
        way.append((page.title, page.url))
    return way


def edition_page(edition, language):
    """The live page of an edition in a language, or None."""
    return EditionPage.objects.live().filter(edition=edition, locale__language_code=language).first()


def sessions_by_speaker(schedule, edition_slug):
    """[(SpeakerLine, [(SessionLine, address)])] by surname."""
    return [
        (
            person,
            [
                (row, session_address(edition_slug, row.slug))
                for row in schedule.sessions
                if person in row.people and not row.cancelled
            ],
        )
        for person in schedule.speakers
    ]


def edition_facts(edition, schedule, language):
    """What the public is told first: the days, the place, and how much there is of what is not cancelled."""
    facts = [
        {"label": _("Dates"), "value": instants.span_of_days(edition.starts_on, edition.ends_on, language)},
        {"label": _("Place"), "value": edition.venue(language)},
    ]
    sessions = [row for row in schedule.sessions if row.kind != "common" and not row.cancelled]
    if sessions:
        rooms = len({row.room for row in sessions if row.room})
        facts += [
            {"label": _("Sub-forums"), "value": len(schedule.sub_forums)},
            {
                "label": _("Sessions"),
                "value": ngettext("%(count)s session", "%(count)s sessions", len(sessions)) % {"count": len(sessions)},
                "note": ngettext("in %(count)s room", "in %(count)s rooms", rooms) % {"count": rooms},
            },
            {"label": _("Speakers and chairs"), "value": len(schedule.speakers)},
        ]
    return facts


def session_context(edition, session, language, zone):
    """The page of one session. Its two clocks never say "Closed": it is no deadline."""
    other = other_language(language)
    where = _(", ").join(part for part in (session.room_name, session.room_building) if part)
    facts = [
        {"label": _("Day"), "value": instants.long_day(session.day, language)},
        {
            "label": _("Time"),
            "value": f"{session.starts:%H:%M}–{session.ends:%H:%M}",
            "note": _("by the clock of Shanghai"),
        },
        {"label": _("Room"), "value": where or _("All rooms")},
    ]
    if session.sub_forum_name:
        facts.append({"label": _("Sub-forum"), "value": session.sub_forum_name})
    return {
        "edition": edition,
        "session": session,
        "facts": facts,
        "zone": zone,
        "twin_lang": html_lang(other),
        "always_ahead": session.starts - timedelta(minutes=1),
        "speakers_url": reverse("speakers_page", args=[edition.slug]),
        "crumbs": crumbs_of(edition, language),
    }


def other_language(language):
    return "en" if instants.is_chinese(language) else "zh-hans"


def html_lang(language):
    return "zh-Hans" if instants.is_chinese(language) else "en"


def _changes_counted(release):
    count = len(release.changes) if release else 0
    return ngettext(
        "%(count)s change since release %(number)s", "%(count)s changes since release %(number)s", count
    ) % {
        "count": count,
        "number": release.number - 1 if release else 0,
    }


def _changes_since(release):
    if release is None:
        return ""
    return _("Between release %(before)s and release %(now)s:") % {
        "before": release.number - 1,
        "now": release.number,
    }


def days_of(schedule, wanted, release, edition_slug, zone):
    """Each day of an edition with the rows of its table: what components/schedule.html takes."""
    language = get_language()
    moved = {line["slug"]: line for line in (release.changes if release else []) if line.get("slug")}
    rooms = [{"key": key, "name": name, "about": building} for key, name, building in schedule.rooms]
    sessions = schedule.of_sub_forum(wanted)
    if wanted:
        taken = {row.room for row in sessions}
        rooms = [room for room in rooms if room["key"] in taken]
    days = []
    for day in sorted({row.day for row in sessions}):
        own = [row for row in sessions if row.day == day]
        slots = [_slot(row, edition_slug, moved, language) for row in own]
        days.append(
            {
                "day": day,
                "title": instants.long_day(day, language),
                "short": _short(day, language),
                "clocks": two_clocks(own[0].starts, zone, language),
                "rooms": rooms,
                "rows": timetable.rows(slots, [room["key"] for room in rooms]),
            }
        )
    return days


def two_clocks(moment, zone, language):
    """The first hour of a day in Shanghai and in the reader's city: which hour it is there differs by
    date."""
    here, there = instants.two_cities(moment, zone, language)
    return {"here": here, "there": there}


def _short(day, language):
    if instants.is_chinese(language):
        return f"{day.month}月{day.day}日"
    return f"{day:%a} {day.day} {day:%b}"


def _slot(row, edition_slug, moved, language):
    tag, kind = _tag(row, moved.get(row.slug), language)
    shown = {
        "title": row.title,
        "room": row.room_name,
        "kind": "live" if row.kind == "live" else "",
        "url": session_address(edition_slug, row.slug) if row.kind != "common" else "",
        "people": [_person(person, row) for person in row.people],
        "tag": tag,
        "tag_kind": kind,
    }
    return timetable.Slot(row.starts.replace(tzinfo=None), row.ends.replace(tzinfo=None), row.room, shown)


def _person(person, row):
    part = _("Chair") if person in row.chairs else ""
    return {"name": person.name, "lang": person.lang, "han": person.han, "place": person.place, "part": part}


def _tag(row, change, language):
    if row.cancelled:
        return _("Cancelled"), "stop"
    if change and change["what"] == "other room" and change.get("old_room"):
        end = "zh" if instants.is_chinese(language) else "en"
        return _("Moved from %(room)s") % {"room": change["old_room"][end]}, ""
    if change and change["what"] == "moved":
        return _("Other time"), ""
    if row.kind == "live":
        return _("Live surgery"), "wait"
    return "", ""


def linked_nodes(schedule, page, request):
    """The edition as search engines are told of it."""
    told = event_of(
        schedule,
        url=absolute(page, request),
        session_url=lambda slug: request.build_absolute_uri(session_address(page.edition.slug, slug)),
        description=page.description,
        **shared_facts(page, request),
    )
    return [told]


def session_nodes(schedule, session, edition, request):
    """One session as search engines are told of it."""
    page = edition_page(edition, get_language())
    told = lone_session(
        session,
        schedule,
        url=request.build_absolute_uri(session_address(edition.slug, session.slug)),
        edition_url=absolute(page, request) if page else "",
        **shared_facts(page, request),
    )
    return [told]


def shared_facts(page, request):
    return {
        "organizer": hospital(request),
        "address": _("Shanghai, China"),
        "image": pictures_of(page, request)["wide"],
    }
