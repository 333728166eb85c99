"""The news as feeds, Atom and RSS: of a language, and narrowed to a topic or a tag as the list of the news is."""

from dataclasses import dataclass

from django.contrib.syndication.views import Feed
from django.http import Http404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .frame import frame
from .identity import identity
from .languages import html_lang
from .models import NewsIndexPage, Topic
from .news import public_stories
from .news_list import Choice, Filters, one_of, tags_of
from .story_facts import changed_at, lasting_name, morning_of, name_of, tags_by_story, twins_by_story

NEWEST = 20
KEPT_FOR = 300
"""Seconds for which readers and those on the way need not ask again."""


class AsOldAsItsIndex:
    """A feed without entries says when its index was published: by default it would be new whenever it is asked for."""

    def latest_post_date(self):
        return super().latest_post_date() if self.items else self.feed["since"]


class NewsAtom(AsOldAsItsIndex, Atom1Feed):
    """Atom, with a story's translation as a further link of its entry. It is called related, and not alternate as it might
    be: some readers open whichever alternate link they meet last."""

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for language, address in item["translations"]:
            link = {"rel": "related", "type": "text/html", "hreflang": language, "href": address}
            handler.addQuickElement("link", "", link)


class NewsRss(AsOldAsItsIndex, Rss201rev2Feed):
    """RSS, which has no element of its own for the last change: Atom's is taken."""

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("atom:updated", item["updateddate"].isoformat())


@dataclass(frozen=True)
class Asked:
    """What an address asks for: a language's news, narrowed by Filters."""

    request: object
    language: str
    index: object
    filters: Filters

    def name(self):
        return " · ".join([_("News"), *self.filters.names(), identity(self.language).name])


class NewsFeed(Feed):
    """The newest stories, in the language of the address."""

    feed_type = NewsAtom
    url_name = "news_feed"
    item_guid_is_permalink = False

    def __call__(self, request, *args, **kwargs):
        response = super().__call__(request, *args, **kwargs)
        response["Cache-Control"] = f"public, max-age={KEPT_FOR}"
        return response

    def get_object(self, request):
        """Raises Http404 for a topic that there is not, and for a tag that no public story carries."""
        language = get_language()
        index = NewsIndexPage.objects.live().filter(locale__language_code=language).first()
        if index is None:
            raise Http404
        filters = Filters(topic=asked_topic(request, language), tag=asked_tag(request, language))
        return Asked(request, language, index, filters)

    def title(self, asked):
        return asked.name()

    def description(self, asked):
        return identity(asked.language).plan

    subtitle = description

    def link(self, asked):
        return asked.filters.address(frame(asked.language).addresses.get("news") or asked.index.url)

    def feed_url(self, asked):
        return asked.filters.address(reverse(self.url_name))

    def feed_guid(self, asked):
        return lasting_name(asked.index.translation_key, asked.filters.address(asked.language))

    def feed_extra_kwargs(self, asked):
        return {"since": asked.index.last_published_at or asked.index.first_published_at or asked.request.now}

    def items(self, asked):
        stories = list(asked.filters.of(public_stories(asked.language))[:NEWEST])
        tags, twins = tags_by_story(stories), twins_by_story(stories)
        for story in stories:
            story.tag_names = [tag.name for tag in tags.get(story.pk, ())]
            others = twins.get(story.translation_key, {}).items()
            story.translations = [
                (html_lang(code), asked.request.build_absolute_uri(twin.url))
                for code, twin in others
                if code != asked.language
            ]
        return stories

    def item_title(self, story):
        return story.title

    def item_description(self, story):
        return story.intro

    def item_link(self, story):
        return story.url

    def item_guid(self, story):
        return name_of(story)

    def item_author_name(self, story):
        return story.author or identity(get_language()).office

    def item_categories(self, story):
        return [story.topic.named(get_language()), *story.tag_names]

    def item_pubdate(self, story):
        return morning_of(story)

    def item_updateddate(self, story):
        return changed_at(story)

    def item_extra_kwargs(self, story):
        return {"translations": story.translations}


class NewsRssFeed(NewsFeed):
    feed_type = NewsRss
    url_name = "news_feed_rss"


def asked_topic(request, language):
    """A topic's feed is there before its first story: whoever follows it waits for that."""
    value = request.GET.get("topic", "")
    topics = Topic.objects.all() if value else ()
    return one_of({row.slug: Choice.of_topic(row, language) for row in topics}, value)


def asked_tag(request, language):
    value = request.GET.get("tag", "")
    tags = tags_of(public_stories(language)) if value else ()
    return one_of({row.slug: Choice.of_tag(row) for row in tags}, value)
