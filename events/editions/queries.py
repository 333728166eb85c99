"""What the pages of a forum read."""

from django.db.models import prefetch_related_objects
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.clock import instants

from .models import Edition, ForumPage
from .states import PUBLIC, EditionState


def forum_context(page):
    """The context of a forum's page: its editions, newest first."""
    language = get_language()
    return {"editions": [edition_line(row, language) for row in edition_pages_of(page)]}


def edition_line(page, language):
    """One edition in a list."""
    edition = page.edition
    over = edition.state == EditionState.ARCHIVED
    return {
        "title": page.title,
        "url": page.url,
        "intro": page.intro,
        "dates": instants.span_of_days(edition.starts_on, edition.ends_on, language),
        "venue": edition.venue(language),
        "tag": _("Archive") if over else _("Schedule"),
        "kind": "" if over else "good",
    }


def edition_pages_of(forum_page):
    """Live pages of the editions that the public may follow, below a page of the forum, newest edition
    first."""
    pages = list(forum_page.get_children().live().public().specific())
    prefetch_related_objects(pages, "edition")
    return sorted(
        (page for page in pages if page.edition.state in PUBLIC),
        key=lambda page: page.edition.starts_on,
        reverse=True,
    )


def forum_page(language):
    """The live page of the forum in a language (the first where there are several), or None."""
    return ForumPage.objects.live().filter(locale__language_code=language).order_by("path").first()


def current_edition(today, series=None):
    """The published edition that is next or under way; else the one that was held last; else None."""
    editions = Edition.objects.filter(state__in=PUBLIC)
    if series is not None:
        editions = editions.filter(series=series)
    return editions.filter(ends_on__gte=today).order_by("starts_on").first() or editions.order_by("-starts_on").first()
