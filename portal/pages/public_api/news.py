"""The endpoint of the news: stories that anybody may read, newest first."""

from django.urls import reverse

from portal.pages.models import StoryPage
from portal.pages.news import public_stories
from portal.pages.pictures import FULL, fetch_renditions, picture
from portal.pages.story_facts import changed_at, name_of, tags_by_story, twins_by_story

from .serving import PublicAPIViewSet, in_language, told, year_of

# What can be read without the pictures, people and documents that a story's other blocks point to.
TEXT = frozenset({"heading", "paragraph", "quote"})


def detail_url(story, request):
    return request.build_absolute_uri(reverse("api_v1:news:detail", args=[story.pk]))


def html_url(story, request):
    return request.build_absolute_uri(story.get_url(request) or "")


def translations(story, request):
    return [
        {
            "locale": code,
            "title": twin.title,
            "html_url": html_url(twin, request),
            "detail_url": detail_url(twin, request),
        }
        for code, twin in sorted(story.twins.items())
        if twin.pk != story.pk
    ]


def topic(story, request):
    return {"slug": story.topic.slug, "name": story.topic.named(story.locale.language_code)}


def tags(story, request):
    return [{"slug": tag.slug, "name": tag.name} for tag in story.own_tags]


def head_picture(story, request):
    shown = picture(story.picture, size=FULL)
    if shown is None:
        return None
    return {
        "url": request.build_absolute_uri(shown.url),
        "width": shown.width,
        "height": shown.height,
        "alt": "" if story.picture_decorative else story.picture_alt,
        "caption": story.picture_caption,
        "credit": story.picture_credit,
    }


def share_pictures(story, request):
    return {shape: request.build_absolute_uri(story.shared_as(shape)) for shape in ("wide", "square")}


def text(story, request):
    """Headings, paragraphs and quotes as HTML; addresses in it may begin at the root of the site."""
    places = [place for place, block in enumerate(story.body.raw_data) if block["type"] in TEXT]
    return "\n".join(str(story.body[place].render()) for place in places)


def of_topic(stories, value):
    return stories.filter(topic__slug=value)


def of_tag(stories, value):
    return stories.filter(tagged_items__tag__slug=value)


def of_year(stories, value):
    return stories.filter(date__year=year_of(value))


class NewsAPIViewSet(PublicAPIViewSet):
    model = StoryPage
    name = "news"
    filters = {"locale": in_language, "topic": of_topic, "tag": of_tag, "year": of_year}
    orders = {"date": "date", "title": "title", "changed_at": "last_published_at"}
    meta_fields = [
        told("detail_url", detail_url),
        told("html_url", html_url),
        told("urn", lambda story, request: name_of(story)),
        told("locale", lambda story, request: story.locale.language_code),
        told("changed_at", lambda story, request: changed_at(story).isoformat()),
        told("translations", translations),
    ]
    body_fields = [
        "id",
        told("title", lambda story, request: story.title),
        told("intro", lambda story, request: story.intro),
        told("date", lambda story, request: story.date.isoformat()),
        told("topic", topic),
        told("tags", tags),
        told("author", lambda story, request: story.author),
        told("source", lambda story, request: story.source),
        told("source_url", lambda story, request: story.source_url),
        told("picture", head_picture),
        told("share_pictures", share_pictures),
        told("text", text),
    ]
    detail_only_fields = ["text"]
    listing_default_fields = [
        *("id", "detail_url", "html_url", "urn", "locale", "changed_at", "translations"),
        *("title", "intro", "date", "topic", "tags"),
    ]

    def get_queryset(self):
        return public_stories()

    def complete(self, rows):
        own_tags, twins = tags_by_story(rows), twins_by_story(rows)
        fetch_renditions(story.picture for story in rows)
        for story in rows:
            story.own_tags = own_tags.get(story.pk, [])
            story.twins = twins.get(story.translation_key, {})
