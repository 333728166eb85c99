"""Pairs of pages and what is out of date in them, in a number of queries that does not grow with the pages."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Exists, OuterRef, Subquery
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from .models import TranslationLevel
from .rules import Side, newer_sides

# Pieces that a translation may leave as they are: the address stays the original's until somebody writes another.
MAY_WAIT = ("slug",)
NEVER = datetime.min.replace(tzinfo=UTC)


def untranslated(source_id, locale_id):
    """The pieces of a source that nobody has translated into a language."""
    return pieces_of(source_id).filter(~Exists(meanings(locale_id)))


def pieces_of(source_id):
    return StringSegment.objects.filter(source_id=source_id).exclude(context__path__in=MAY_WAIT)


def meanings(locale_id):
    """Translations of the pieces of an outer query."""
    return StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale_id=locale_id,
        has_error=False,
    )


def in_the_originals_words():
    """Pieces that the page of an outer query shows untranslated: nobody had translated them when it was published.

    That a word was chosen better since is not to the point, so the first translation of a piece counts.
    """
    done = meanings(OuterRef("into")).filter(created_at__lte=OuterRef("published_at"))
    pieces = pieces_of(OuterRef("source_id"))
    pieces = pieces.annotate(into=OuterRef("target_locale_id"), published_at=OuterRef("published_at"))
    return pieces.filter(~Exists(done))


def with_standing(pages):
    """A queryset of pages with what `side_of` reads besides, in the same query."""
    followed = Translation.objects.filter(
        enabled=True, source__object_id=OuterRef("translation_key"), target_locale_id=OuterRef("locale_id")
    )
    level = TranslationLevel.objects.filter(translation_key=OuterRef("translation_key"))
    waiting = followed.annotate(published_at=OuterRef("last_published_at")).filter(Exists(in_the_originals_words()))
    return pages.annotate(
        level_at=Subquery(level.values("at")[:1]),
        follows_locale=Subquery(followed.values("source__locale_id")[:1]),
        taken_at=Subquery(followed.values("source__last_updated_at")[:1]),
        is_waiting=Exists(waiting),
    )


def side_of(page):
    """The Side of a page read by `with_standing`; sides are known by their locale."""
    return Side(
        key=page.locale_id,
        first=page.first_published_at,
        last=page.last_published_at,
        follows=page.follows_locale,
        taken_at=page.taken_at,
        waiting=page.is_waiting,
    )


def newer_pages(pages):
    """{pk of a page that is out of date: the page that is newer} among pages read by `with_standing`.

    Only what is on the site counts: a draft is not out of date, and nobody can read it.
    """
    families = defaultdict(list)
    for page in pages:
        if page.live:
            families[page.translation_key].append(page)
    found = {}
    for family in families.values():
        if len(family) < 2:
            continue
        by_locale = {page.locale_id: page for page in family}
        for locale, newer in newer_sides([side_of(page) for page in family], family[0].level_at).items():
            found[by_locale[locale].pk] = by_locale[newer.key]
    return found


# --- The lists of the office ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class OutOfDate:
    """A page that is out of date, and the page of the other language that is newer."""

    page: Page
    newer: Page

    @property
    def changed_at(self):
        return self.newer.last_published_at

    @property
    def changed_by(self):
        """Who wrote what was published last; None where a command did."""
        return self.newer.live_revision.user if self.newer.live_revision else None


@dataclass(frozen=True)
class Alone:
    """A page on the site that the other language lacks. begun: its translation that is not on the site yet, or None."""

    page: Page
    begun: Page | None


@dataclass(frozen=True)
class Survey:
    """What the report shows: pages out of date, pages without a translation, and pairs that stand in different places."""

    out_of_date: list
    alone: list
    astray: list


def survey():
    """The Survey of the whole site, in one query."""
    pages = list(office_pages(with_standing(Page.objects.filter(depth__gte=2))))
    by_path = {page.path: page for page in pages}
    families = defaultdict(list)
    for page in pages:
        families[page.translation_key].append(page)
    newer = newer_pages(pages)
    found = Survey([OutOfDate(page, newer[page.pk]) for page in pages if page.pk in newer], [], [])
    for family in families.values():
        on_site = [page for page in family if page.live]
        if len(on_site) == 1:
            begun = next((page for page in family if not page.live), None)
            found.alone.append(Alone(on_site[0], begun))
        if len({parent_key(page, by_path) for page in family}) > 1:
            found.astray.append(family)
    found.out_of_date.sort(key=lambda row: row.changed_at, reverse=True)
    found.alone.sort(key=lambda row: row.page.last_published_at or row.page.latest_revision_created_at or NEVER)
    found.alone.reverse()
    return found


def out_of_date():
    """The OutOfDate of the whole site, the latest change first, in one query."""
    twins = Page.objects.filter(translation_key=OuterRef("translation_key"), live=True).exclude(pk=OuterRef("pk"))
    pages = list(office_pages(with_standing(Page.objects.filter(Exists(twins), depth__gte=2, live=True))))
    newer = newer_pages(pages)
    found = [OutOfDate(page, newer[page.pk]) for page in pages if page.pk in newer]
    return sorted(found, key=lambda row: row.changed_at, reverse=True)


def standing_of(page):
    """The OutOfDate of one page, or None."""
    family = office_pages(with_standing(Page.objects.filter(translation_key=page.translation_key)))
    family = {row.pk: row for row in family}
    newer = newer_pages(family.values()).get(page.pk)
    return OutOfDate(family[page.pk], newer) if newer is not None else None


def office_pages(pages):
    return pages.select_related("locale", "content_type", "live_revision__user").order_by("path")


def parent_key(page, by_path):
    """What a page hangs on, the same for both languages; None for home pages."""
    above = by_path.get(page.path[: -page.steplen])
    return above.translation_key if above is not None else None
