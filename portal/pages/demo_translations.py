"""A demo story that began in Chinese, and one translation out of date in each direction."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from portal.clock.cities import OFFICE_ZONE
from portal.translations.models import TranslationLevel

FROM_CHINESE = "why-we-work-on-some-saturdays"
MOMENTS = ("first_published_at", "last_published_at", "latest_revision_created_at")
# (slug, language that was changed, days from today, what its lead says since then). The other language does not say so yet.
CHANGES = (
    (FROM_CHINESE, "zh", -3, "致电之前，请先看页脚的办公时间。"),
    ("how-seats-and-the-waiting-list-work", "en", -2, "Where you stand yourself is shown on your own page."),
)


def is_translated(story):
    return story.slug == FROM_CHINESE


def published_at(page):
    """Nine in the morning of the story's day, in Shanghai."""
    return datetime.combine(page.date, time(9), tzinfo=ZoneInfo(OFFICE_ZONE))


def backdate(page, at, moments):
    """As if published at an instant, and its pair found to be level then."""
    Page.objects.filter(pk=page.pk).update(**dict.fromkeys(moments, at))
    if "first_published_at" in moments:
        TranslationLevel.objects.filter(translation_key=page.translation_key).update(at=at)


def translate(demo, story, chinese, story_page):
    """The English page of a Chinese one, piece by piece in the translation editor, and published.

    story_page: function(demo, story, words, code) that gives the unsaved page of either language.
    """
    editor, publisher = demo.known("person.editor"), demo.known("person.publisher")
    locale = Locale.objects.get(language_code="en")
    translate_object(chinese, [locale], user=editor)
    made = Translation.objects.get(source__object_id=chinese.translation_key, target_locale=locale)
    meanings = dict(
        zip(
            strings(story_page(demo, story, story.zh, "zh-hans")),
            strings(story_page(demo, story, story.en, "en")),
            strict=True,
        )
    )
    meanings[", ".join(sorted(story.zh.tags))] = ", ".join(story.en.tags)
    for piece in StringSegment.objects.filter(source=made.source).select_related("string"):
        StringTranslation.objects.create(
            translation_of_id=piece.string_id,
            context_id=piece.context_id,
            locale=locale,
            data=meanings[piece.string.data],
            last_translated_by=editor,
        )
    made.save_target(user=editor, publish=False)
    page = made.get_target_instance()
    page.get_latest_revision().publish(user=publisher)
    at = published_at(chinese)
    TranslationSource.objects.filter(pk=made.source_id).update(last_updated_at=at)
    StringTranslation.objects.filter(locale=locale, context__object_id=chinese.translation_key).update(created_at=at)
    backdate(page, at, MOMENTS)
    return page


def strings(page):
    """The pieces of a page that are translated, in the order of its fields and blocks."""
    return [
        part.string.data
        for part in extract_segments(page)
        if isinstance(part, StringSegmentValue) and not part.is_empty()
    ]


def change_one_of_each(demo):
    """Of two stories one language is changed and published, and nobody has translated that yet."""
    for slug, code, days, more in CHANGES:
        key = f"changed.{slug}.{code}"
        if demo.known(key) is None:
            demo.remember(key, change(demo, demo.known(f"story.{slug}.{code}"), days, more))


def change(demo, page, days, more):
    page = page.specific
    page.intro = f"{page.intro}{'' if page.locale.language_code.startswith('zh') else ' '}{more}"
    page.save_revision(user=demo.known("person.editor")).publish(user=demo.known("person.publisher"))
    backdate(page, demo.instant(days, 9), ("last_published_at", "latest_revision_created_at"))
    return page
