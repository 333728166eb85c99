"""What the news pages read: lists by year and topic, one story, the newest ones. Each in a fixed number of queries."""

from dataclasses import dataclass

from django.core.paginator import InvalidPage, Paginator
from django.db.models import Case, Count, IntegerField, Value, When
from django.http import Http404
from django.urls import reverse

from .models import NewsIndexPage, StoryPage, Topic
from .pictures import FULL, THUMBNAIL, fetch_renditions, picture

PER_PAGE = 10
READ_NEXT = 3


@dataclass(frozen=True)
class StoryLine:
    """A story in a list."""

    title: str
    url: str
    intro: str
    date: object
    topic: str
    topic_url: str
    picture: object


def public_stories(language):
    """Live stories of a language that anybody may read, newest first."""
    stories = StoryPage.objects.live().public().filter(locale__language_code=language)
    return stories.select_related("locale", "topic", "picture", "picture_dark").order_by("-date", "-pk")


def latest_stories(language, count):
    """StoryLines of the newest stories; the first one's picture is large."""
    stories = list(public_stories(language)[:count])
    fetch_renditions(story.picture for story in stories[:1])
    return [line(story, language, width=FULL if place == 0 else None) for place, story in enumerate(stories)]


def line(story, language, *, width=None, index_url="", request=None):
    """A StoryLine. width: of its picture, None for none. index_url: where its topic is a filter."""
    shown = None
    if width is not None:
        alt = "" if width == THUMBNAIL or story.picture_decorative else story.picture_alt
        shown = picture(story.picture, story.picture_dark, width=width, alt=alt)
    return StoryLine(
        title=story.title,
        url=story.get_url(request) or "",
        intro=story.intro,
        date=story.date,
        topic=story.topic.named(language),
        topic_url=f"{index_url}?topic={story.topic.slug}" if index_url else "",
        picture=shown,
    )


# --- The index ------------------------------------------------------------------------------------------------------


def index_context(page, request):
    """Stories by year, filtered by ?topic= and ?year=, in pages of ten. Raises Http404 for what does not exist."""
    language = page.locale.language_code
    stories = public_stories(language).filter(path__startswith=page.path)
    facets = list(stories.order_by().values("topic_id", "date__year").annotate(count=Count("pk")))
    topics = list(Topic.objects.filter(pk__in={row["topic_id"] for row in facets}))
    topic, year = chosen(request, topics, facets)
    wanted = stories
    if topic is not None:
        wanted = wanted.filter(topic=topic)
    if year:
        wanted = wanted.filter(date__year=year)
    count = sum(
        row["count"]
        for row in facets
        if (topic is None or row["topic_id"] == topic.pk) and (not year or row["date__year"] == year)
    )
    listed = page_of(wanted, count, request)
    rows = list(listed.object_list)
    fetch_renditions(story.picture for story in rows)
    url = page.get_url(request) or ""
    return {
        "listed": listed,
        "years": by_year([line(row, language, width=THUMBNAIL, index_url=url, request=request) for row in rows]),
        "topics": [(row.named(language), address(url, row.slug, year), row == topic) for row in topics],
        "all_topics_url": address(url, "", year),
        "year_links": [
            (number, address(url, topic.slug if topic else "", number), number == year)
            for number in sorted({row["date__year"] for row in facets}, reverse=True)
        ],
        "all_years_url": address(url, topic.slug if topic else "", None),
        "topic": topic,
        "topic_name": topic.named(language) if topic else "",
        "year": year,
        "count": count,
        "feed_url": reverse("news_feed"),
    }


def chosen(request, topics, facets):
    """(topic, year) that the query asks for, None where it does not."""
    slug, year = request.GET.get("topic", ""), request.GET.get("year", "")
    topic = next((row for row in topics if row.slug == slug), None)
    years = {str(row["date__year"]): row["date__year"] for row in facets}
    if (slug and topic is None) or (year and year not in years):
        raise Http404
    return topic, years.get(year)


def address(url, topic, year):
    query = "&".join([f"topic={topic}"] * bool(topic) + [f"year={year}"] * bool(year))
    return f"{url}?{query}" if query else url


def page_of(stories, count, request):
    paginator = Paginator(stories, PER_PAGE)
    paginator.count = count
    try:
        return paginator.page(request.GET.get("page", 1))
    except InvalidPage as missing:
        raise Http404 from missing


def by_year(lines):
    """[(year, lines)] in the order of the lines."""
    years = {}
    for row in lines:
        years.setdefault(row.date.year, []).append(row)
    return list(years.items())


# --- One story ------------------------------------------------------------------------------------------------------


def story_context(page, request):
    """One story's picture, its neighbours and the place of its topic."""
    index_url = ""
    alt = "" if page.picture_decorative else page.picture_alt
    for row in NewsIndexPage.objects.filter(path=page.path[: -page.steplen])[:1]:
        index_url = row.get_url(request) or ""
    return {
        "index_url": index_url,
        "topic": page.topic.named(page.locale.language_code),
        "topic_url": f"{index_url}?topic={page.topic.slug}",
        "year_url": f"{index_url}?year={page.date.year}",
        "head_picture": picture(page.picture, page.picture_dark, width=FULL, alt=alt),
        "read_next": read_next(page, request),
    }


def read_next(page, request):
    """Up to three other stories, those of the same topic first."""
    same = Case(When(topic=page.topic_id, then=Value(0)), default=Value(1), output_field=IntegerField())
    language = page.locale.language_code
    others = public_stories(language).exclude(pk=page.pk)
    return [line(row, language, request=request) for row in others.order_by(same, "-date", "-pk")[:READ_NEXT]]
