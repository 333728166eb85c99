"""The list of the news: by year, topic and tag, alone or together, in pages of ten."""

from dataclasses import dataclass

from django.core.paginator import InvalidPage, Paginator
from django.db.models import Count
from django.http import Http404
from django.urls import reverse
from taggit.models import Tag

from .keeping.marks import depend_on_news
from .keeping.values import remembered
from .models import Topic
from .news import address, line, public_stories
from .pictures import THUMBNAIL, fetch_renditions
from .slugs import suggest

PER_PAGE = 10
# Further tags are reached from the stories that carry them.
TAGS_SHOWN = 12
FEEDS = {"atom": "news_feed", "rss": "news_feed_rss"}


@dataclass(frozen=True)
class Filters:
    """What the address asks for: a topic and a tag, each a Choice, and a year; None where it does not."""

    topic: object = None
    tag: object = None
    year: int | None = None

    def of(self, stories):
        """The stories that answer to all of them."""
        if self.topic is not None:
            stories = stories.filter(topic=self.topic.pk)
        if self.tag is not None:
            stories = stories.filter(tagged_items__tag=self.tag.pk)
        return stories.filter(date__year=self.year) if self.year else stories

    def address(self, url, **change):
        """The address of the list with these filters, but for those in `change`."""
        wanted = {
            "topic": self.topic.slug if self.topic else "",
            "tag": self.tag.slug if self.tag else "",
            "year": self.year,
        }
        return address(url, **(wanted | change))

    def names(self):
        """What a reader calls the topic and the tag: feeds know no year."""
        return [choice.name for choice in (self.topic, self.tag) if choice]

    def __bool__(self):
        return any((self.topic, self.tag, self.year))


def index_context(page, request):
    """Stories by year, filtered by ?topic=, ?tag= and ?year=, in pages of ten. Raises Http404 for what does not exist."""
    language = page.locale.language_code
    depend_on_news(language)
    stories = public_stories(language).filter(path__startswith=page.path)
    topics, tags, years = facets(language, page.path)
    filters = asked_for(request, topics, tags, years)
    listed = page_of(filters.of(stories), request)
    rows = list(listed.object_list)
    fetch_renditions((image for story in rows for image in (story.picture, story.picture_dark)), THUMBNAIL)
    url = page.get_url(request) or ""
    return {
        "listed": listed,
        "years": by_year([line(row, language, size=THUMBNAIL, index_url=url, request=request) for row in rows]),
        "topics": [(row.name, filters.address(url, topic=row.slug), row == filters.topic) for row in topics],
        "all_topics_url": filters.address(url, topic=""),
        "tags": [
            (row.name, filters.address(url, tag=row.slug), row == filters.tag) for row in shown(tags, filters.tag)
        ],
        "all_tags_url": filters.address(url, tag=""),
        "year_links": [(number, filters.address(url, year=number), number == filters.year) for number in years],
        "all_years_url": filters.address(url, year=None),
        "topic": filters.topic,
        "topic_name": filters.topic.name if filters.topic else "",
        "tag": filters.tag,
        "year": filters.year,
        "filtered": bool(filters),
        "count": listed.paginator.count,
        "narrowed_to": " · ".join(filters.names()),
        "feeds": {kind: filters.address(reverse(name), year="") for kind, name in FEEDS.items()},
    }


@dataclass(frozen=True)
class Choice:
    """A topic or a tag by which the list may be narrowed."""

    pk: int
    slug: str
    name: str

    @classmethod
    def of_topic(cls, topic, language):
        return cls(topic.pk, topic.slug, topic.named(language))

    @classmethod
    def of_tag(cls, tag):
        return cls(tag.pk, tag.slug, tag.name)


@remembered
def facets(language, path):
    """(topics, tags, years) of the stories below a path: Choices, the tags that are used most first; the newest year first."""
    stories = public_stories(language).filter(path__startswith=path).order_by()
    topics = Topic.objects.filter(pk__in=stories.values("topic_id"))
    years = sorted({date.year for date in stories.values_list("date", flat=True)}, reverse=True)
    return (
        [Choice.of_topic(row, language) for row in topics],
        [Choice.of_tag(row) for row in tags_of(stories)],
        years,
    )


def tags_of(stories):
    """The tags that stories carry, the most used first."""
    used = Tag.objects.filter(portal_storytag_items__content_object__in=stories.order_by().values("pk"))
    return used.annotate(uses=Count("pk")).order_by("-uses", "name")


def shown(tags, chosen):
    """The tags to show: the most used, and the chosen one, in the order of their names, Chinese ones by pinyin."""
    first = tags[:TAGS_SHOWN]
    return sorted({*first, *([chosen] if chosen else [])}, key=lambda tag: (suggest(tag.name), tag.name.casefold()))


def asked_for(request, topics, tags, years):
    """The Filters of a request."""
    return Filters(
        topic=one_of({row.slug: row for row in topics}, request.GET.get("topic", "")),
        tag=one_of({row.slug: row for row in tags}, request.GET.get("tag", "")),
        year=one_of({str(year): year for year in years}, request.GET.get("year", "")),
    )


def one_of(found, value):
    """What is found under the value, None without a value. Raises Http404 where nothing is."""
    if not value:
        return None
    if value not in found:
        raise Http404
    return found[value]


def page_of(stories, request):
    try:
        return Paginator(stories, PER_PAGE).page(request.GET.get("page", 1))
    except InvalidPage as missing:
        raise Http404 from missing


def by_year(lines):
    """[(year, lines)] in the order of the lines."""
    years = {}
    for row in lines:
        years.setdefault(row.date.year, []).append(row)
    return list(years.items())
