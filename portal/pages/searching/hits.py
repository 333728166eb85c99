"""Answers as the page of a search lists them: with title, excerpt, address, and the words that were found in them marked."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.clock.instants import is_chinese
from portal.pages.languages import html_lang
from portal.pages.models import FoundKind, SearchEntry, Topic

from .marking import EXCERPT, excerpt, marked
from .sources import sources

DATED = (FoundKind.NEWS, FoundKind.EDITION, FoundKind.SESSION)
LANGUAGES = {"en": "English", "zh-hans": "中文"}


@dataclass(frozen=True)
class Hit:
    """title, excerpt: Runs. lang: "" where the hit is in the reader's language; language: its name then."""

    kind: str
    title: list
    excerpt: list
    url: str
    day: object = None
    topic: str = ""
    lang: str = ""
    language: str = ""


def hits(answers, asked, language, topics, request):
    """A Hit for each Answer, in their order, in a number of queries that does not grow with them.

    asked: the question's Needs. language: the reader's. topics: {slug: name} of all that occur.
    """
    entries = SearchEntry.objects.in_bulk([answer.pk for answer in answers])
    addresses = addresses_of(entries.values(), request)
    return [
        hit(entries[answer.pk], addresses[answer.pk], asked, language, topics)
        for answer in answers
        if answer.pk in addresses
    ]


def addresses_of(entries, request):
    found = {}
    for name, source in sources().items():
        own = [entry for entry in entries if entry.source == name]
        if own:
            found |= source.addresses(own, request)
    return found


def topic_names(slugs, language):
    """{slug: name}, in the order of the topics."""
    return {row.slug: row.named(language) for row in Topic.objects.filter(slug__in=slugs)} if slugs else {}


def hit(entry, url, asked, language, topics):
    foreign = entry.language != language
    most = EXCERPT // 2 if is_chinese(entry.language) else EXCERPT
    return Hit(
        kind=one_of(entry.kind),
        title=marked(entry.title, asked),
        excerpt=excerpt(entry.lead, entry.text, asked, most=most),
        url=url,
        day=entry.day if entry.kind in DATED else None,
        topic=topics.get(entry.topic, ""),
        lang=html_lang(entry.language) if foreign else "",
        language=LANGUAGES[entry.language] if foreign else "",
    )


def one_of(kind):
    """What one hit of a kind is called."""
    return {
        FoundKind.NEWS: pgettext("one hit", "News"),
        FoundKind.PAGE: pgettext("one hit", "Page"),
        FoundKind.EDITION: pgettext("one hit", "Edition"),
        FoundKind.SESSION: pgettext("one hit", "Session"),
        FoundKind.PERSON: pgettext("one hit", "Speaker or chair"),
        FoundKind.DOCUMENT: _("Document"),
    }[kind]
