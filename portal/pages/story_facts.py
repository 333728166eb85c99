"""What feeds, pages and the public API tell machines of stories: instants, tags, translations, names that never change."""

from datetime import datetime, time
from uuid import uuid5
from zoneinfo import ZoneInfo

from portal.clock.cities import OFFICE_ZONE

from .models import StoryTag
from .news import public_stories


def morning_of(story):
    """Nine in Shanghai on the story's day: feeds want an instant."""
    return datetime.combine(story.date, time(9), tzinfo=ZoneInfo(OFFICE_ZONE))


def changed_at(story):
    """The instant of its last publication."""
    return story.last_published_at or morning_of(story)


def lasting_name(key, of=""):
    """A URN that stays though title, address and site change. key: a translation key; of: what it is of that family."""
    return uuid5(key, of).urn


def name_of(story):
    """The lasting name of a story in its language."""
    return lasting_name(story.translation_key, story.locale.language_code)


def tags_by_story(stories):
    """{primary key: [Tag] by name}, in one query."""
    rows = StoryTag.objects.filter(content_object__in=[story.pk for story in stories]).select_related("tag")
    found = {}
    for row in rows.order_by("tag__name"):
        found.setdefault(row.content_object_id, []).append(row.tag)
    return found


def twins_by_story(stories):
    """{translation key: {language code: public story}} with all that anybody may read, in one query."""
    keys = {story.translation_key for story in stories}
    found = {}
    for twin in public_stories().filter(translation_key__in=keys):
        found.setdefault(twin.translation_key, {})[twin.locale.language_code] = twin
    return found
