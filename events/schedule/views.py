"""Pages of an edition below its own, and its calendar."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.http import http_date
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.editions.models import Edition
from portal.access.permissions import get_visible_or_404
from portal.calendars.ics import calendar_bytes
from portal.calendars.serving import calendar_response
from portal.pages.languages import CODES

from .calendar_entries import released_entries
from .queries.pages import crumbs_of, session_context, session_nodes, sessions_by_speaker, zone_of
from .queries.releases import newest_release, public_schedule


def _released(request, edition_slug):
    """The edition and its newest release as it reads, or Http404 for what is not public."""
    edition = get_visible_or_404(request.user, Edition, slug=edition_slug)
    release = newest_release(edition)
    if release is None:
        raise Http404
    return edition, public_schedule(edition, release, get_language())


@require_safe
def session_page(request, edition, session):
    edition, schedule = _released(request, edition)
    found = schedule.find(session)
    if found is None or found.kind == "common":
        raise Http404
    context = session_context(edition, found, get_language(), zone_of(request))
    context |= {"own_title": found.title, "linked_nodes": session_nodes(schedule, found, edition, request)}
    return render(request, "events/schedule/session_page.html", context)


@require_safe
def speakers_page(request, edition):
    edition, schedule = _released(request, edition)
    context = {
        "edition": edition,
        "schedule": schedule,
        "lines": sessions_by_speaker(schedule, edition.slug),
        "crumbs": crumbs_of(edition, get_language()),
        "own_title": _("Speakers and chairs"),
    }
    return render(request, "events/schedule/speakers_page.html", context)


@require_safe
def edition_calendar(request, slug):
    """The edition as a calendar to subscribe to. One that was taken off the site gives an empty calendar,
    never an error: whoever follows it keeps asking."""
    edition = get_object_or_404(Edition.objects.exclude(published_at=None), slug=slug)
    language = request.GET.get("lang", "en")
    language = language if language in CODES else "en"
    release = newest_release(edition) if edition.is_public else None
    entries = released_entries(public_schedule(edition, release, language), slug, language) if release else []
    with override(language):
        body = calendar_bytes(entries, name=edition.titled(language), language=language, today=edition.starts_on)
    response = calendar_response(request, body, filename=f"forum-{slug}.ics", cache="public, max-age=300")
    if release:
        response["Last-Modified"] = http_date(release.released_at.timestamp())
    return response
