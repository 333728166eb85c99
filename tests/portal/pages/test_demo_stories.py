"""The demo's stories: paired, each with a picture of its own, and left alone by a second loading."""

import hashlib
import re
from datetime import UTC, datetime

import pytest
from django.utils.html import strip_tags
from wagtail.images import get_image_model

from portal.operations.demo_support import Demo
from portal.pages import demo
from portal.pages.demo_stories import STORIES
from portal.pages.models import StoryPage

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


def test_no_picture_is_used_twice(loaded):
    used = [story.drawing for story in STORIES]
    for story in STORIES:
        assert [v["drawing"] for k, v in story.en.body if k == "picture"] == [
            v["drawing"] for k, v in story.zh.body if k == "picture"
        ]
        used += [value["drawing"] for kind, value in story.en.body if kind == "picture"]
    assert len(used) == len(set(used))
    pictures = StoryPage.objects.live().order_by().values_list("translation_key", "picture").distinct()
    assert len(pictures) == len({picture for _key, picture in pictures}) == 12
    prints = [hashlib.sha256(image.file.read()).hexdigest() for image in get_image_model().objects.all()]
    assert len(prints) == len(set(prints))


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
