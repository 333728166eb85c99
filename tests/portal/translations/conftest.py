"""A founded site, stories on it in pairs, and translations of them as the translation editor makes them."""

from datetime import UTC, date, datetime

import pytest

NOW = datetime(2027, 3, 9, 8, 0, tzinfo=UTC)


@pytest.fixture
def site(db):
    """Home pages by language code, with the first pages below them."""
    from portal.pages.founding import found_site

    return found_site(lambda: NOW)


@pytest.fixture
def write_story(site):
    """write_story("zh-hans", title=…) writes a story and publishes it; twin= pairs it with another one."""
    from portal.pages.models import NewsIndexPage, StoryPage, Topic

    def write(code="en", *, twin=None, publish=True, **fields):
        number = StoryPage.objects.count() + 1
        defaults = {
            "title": f"Story {number}",
            "slug": f"story-{number}",
            "date": date(2027, 1, number),
            "topic": Topic.objects.first(),
            "intro": "A lead.",
            "body": [("paragraph", "<p>What happened.</p>")],
        }
        page = StoryPage(**defaults | fields, live=False)
        if twin is not None:
            page.translation_key = twin.translation_key
        NewsIndexPage.objects.get(locale__language_code=code).add_child(instance=page)
        revision = page.save_revision()
        if publish:
            revision.publish()
            page.refresh_from_db()
        return page

    return write


@pytest.fixture
def change(db):
    """change(page, by=None, **fields) changes a page, as written by somebody, and publishes it."""

    def make(page, *, by=None, **fields):
        page = type(page).objects.get(pk=page.pk)
        for name, value in fields.items():
            setattr(page, name, value)
        page.save_revision(user=by).publish()
        page.refresh_from_db()
        return page

    return make


@pytest.fixture
def begin(site):
    """begin(page, "en") submits a page for translation; returns (the draft, the Translation)."""
    from wagtail_localize.models import Translation
    from wagtail_localize.operations import translate_object

    def make(page, code, by=None):
        locale = site[code].locale
        translate_object(page, [locale], user=by)
        translation = Translation.objects.get(source__object_id=page.translation_key, target_locale=locale)
        return translation.get_target_instance(), translation

    return make


@pytest.fixture
def translate():
    """translate(translation, words) writes the pieces; words: of the original → of the translation, all others as given."""
    from wagtail_localize.models import StringSegment, StringTranslation

    def make(translation, words=None, all_others="translated"):
        pieces = StringSegment.objects.filter(source=translation.source).select_related("string", "context")
        for piece in pieces:
            text = (words or {}).get(piece.string.data, all_others)
            if text is None:
                continue
            StringTranslation.objects.update_or_create(
                translation_of=piece.string,
                context=piece.context,
                locale=translation.target_locale,
                defaults={"data": text},
            )

    return make
