"""The news as an Atom feed, one a language."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.clock.cities import OFFICE_ZONE

from .frame import frame
from .identity import identity
from .news import public_stories

NEWEST = 20


class NewsFeed(Feed):
    """The newest stories, in the language of the address."""

    feed_type = Atom1Feed

    def title(self):
        return f"{_('News')} · {identity(get_language()).name}"

    def subtitle(self):
        return identity(get_language()).plan

    def link(self):
        return frame(get_language()).addresses.get("news") or f"/{get_language()}/"

    def feed_url(self):
        return reverse("news_feed")

    def items(self):
        return list(public_stories(get_language())[:NEWEST])

    def item_title(self, story):
        return story.title

    def item_description(self, story):
        return story.intro

    def item_link(self, story):
        return story.url

    def item_guid(self, story):
        return f"urn:uuid:{story.translation_key}:{story.locale.language_code}"

    def item_author_name(self, story):
        return story.author or identity(get_language()).office

    def item_categories(self, story):
        return [story.topic.named(get_language())]

    def item_pubdate(self, story):
        return datetime.combine(story.date, time(9), tzinfo=ZoneInfo(OFFICE_ZONE))

    def item_updateddate(self, story):
        return story.last_published_at or self.item_pubdate(story)
