"""The demo's stories: paired, each with a picture of its own, and left alone by a second loading."""

import hashlib
import re
from datetime import UTC, datetime
from io import StringIO

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.utils.html import strip_tags
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex

from portal.operations.demo_support import Demo
from portal.pages import demo
from portal.pages.demo_stories import STORIES
from portal.pages.demo_stories.people import CARDS
from portal.pages.demo_stories.telling import drawings_in
from portal.pages.models import PersonCard, StoryPage

NOW = datetime(2027, 3, 9, 8, 0, tzinfo=UTC)
# Names that stay in Latin letters on a Chinese page.
NAMES = {"Marek", "Świątkowski", "Ilse", "Vandenbroucke", "Chiara", "Bonfanti"}
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:[ ,]+[A-Za-z\u00c0-\u024f]+){2,}")


def load():
    one = Demo(today=NOW.date(), instant=NOW)
    demo.load(one)
    return one


@pytest.fixture
def loaded(db):
    return load()


def test_twelve_stories_in_both_languages(loaded):
    live = StoryPage.objects.live()
    assert live.filter(locale__language_code="en").count() == live.filter(locale__language_code="zh-hans").count() == 12
    assert live.values("translation_key").distinct().count() == 12


def test_every_kind_of_block_stands_in_a_story_of_each_language(loaded):
    for code in ("en", "zh-hans"):
        kinds = {block.block_type for page in live_in(code) for block in page.body}
        assert kinds == set(StoryPage.body.field.stream_block.child_blocks), code


def test_twins_hold_the_same_blocks(loaded):
    for page in live_in("en"):
        twin = live_in("zh-hans").get(translation_key=page.translation_key)
        assert [block.block_type for block in page.body] == [block.block_type for block in twin.body], page.slug
        assert page.tags.count() == twin.tags.count() > 0, page.slug
        assert [block.value["day"] for block in page.corrections] == [block.value["day"] for block in twin.corrections]


def live_in(code):
    return StoryPage.objects.live().filter(locale__language_code=code)


def test_no_picture_is_used_for_two_stories_persons_or_hospitals(demo_site):
    """Whatever shows a picture has it alone, but for the twin of a story: read off all that points to an image."""
    # The worker keeps the index; there is none here.
    call_command("rebuild_references_index", verbosity=0, stdout=StringIO())
    keys = {str(page.pk): page.translation_key for page in Page.objects.all()}
    pages = ContentType.objects.get_for_model(Page)
    users = {}
    for row in ReferenceIndex.objects.filter(to_content_type=ContentType.objects.get_for_model(get_image_model())):
        whose = (
            keys[row.object_id] if row.base_content_type_id == pages.pk else (row.base_content_type_id, row.object_id)
        )
        users.setdefault(row.to_object_id, set()).add(whose)
    assert len(users) >= 2 * 16
    assert {key: whose for key, whose in users.items() if len(whose) > 1} == {}
    prints = [hashlib.sha256(image.file.read()).hexdigest() for image in get_image_model().objects.all()]
    assert len(prints) == len(set(prints))


def test_no_drawing_stands_twice_in_what_is_written_down():
    for language in ("en", "zh"):
        used = [story.drawing for story in STORIES]
        for story in STORIES:
            used += drawings_in(getattr(story, language).body)
        assert len(used) == len(set(used))


def test_a_card_stands_for_everybody_whom_a_story_names(loaded):
    assert {card.name for card in PersonCard.objects.all()} == {name for name, *_rest in CARDS.values()}
    page = live_in("zh-hans").get(slug="an-airway-week")
    cards = next(block.value["cards"] for block in page.body if block.block_type == "people")
    assert [card.name_language for card in cards] == ["pl", "en"]


def test_a_second_loading_keeps_what_was_typed(loaded):
    page = StoryPage.objects.get(slug="an-airway-week", locale__language_code="en")
    page.title = "Mine"
    page.save_revision().publish()
    before = (StoryPage.objects.count(), get_image_model().objects.count())
    load()
    assert StoryPage.objects.get(pk=page.pk).title == "Mine"
    assert (StoryPage.objects.count(), get_image_model().objects.count()) == before


def test_the_first_three_claim_nothing_that_was_not_reported(loaded):
    page = StoryPage.objects.get(slug="car-t-for-lung-cancer", locale__language_code="en")
    trial = next(block.value for block in page.body if block.block_type == "trial")
    assert (trial["registry"], trial["sponsor"], trial["status"]) == ("", "", "planned")
    assert {story.on.year for story in STORIES if story.on} == {2024}
    assert len({story.on for story in STORIES if story.on}) == 3
    real = ("Lu Shun", "Hou Xumin", "陆舜", "侯旭敏")
    for story in STORIES:
        words = f"{story.en} {story.zh}"
        assert story.on or not any(name in words for name in real)


def test_every_page_says_that_it_is_invented(client, loaded):
    for address, words in (("/en/news/", "partner hospitals are invented"), ("/zh-hans/news/", "均为虚构")):
        assert words in client.get(address).content.decode()


def test_no_three_latin_words_in_a_row_on_a_chinese_story(client, loaded):
    for page in StoryPage.objects.live().filter(locale__language_code="zh-hans"):
        main = client.get(page.url).content.decode().split("<main")[1].split("</main>")[0]
        main = re.sub(r'<(?:p class="twin"|a [^>]*lang="en")[^>]*>.*?</(?:p|a)>', "", main)
        for found in LATIN.findall(strip_tags(main.replace("<", " ;<"))):
            assert set(re.split(r"[ ,]+", found)) <= NAMES, (page.slug, found)


def test_a_draft_waits_for_the_publisher(loaded):
    draft = StoryPage.objects.get(live=False)
    assert draft.locale.language_code == "zh-hans"


def test_titles_are_set_in_their_own_language(loaded):
    for story in STORIES:
        assert re.search(r"[\u4e00-\u9fff]", story.zh.title)
        assert not re.search(r"[\u4e00-\u9fff]", story.en.title)
        assert "！" not in f"{story.zh}"
        assert not re.search(r"[\u4e00-\u9fff] [\u4e00-\u9fff]", story.zh.intro)
