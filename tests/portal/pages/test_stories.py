"""The page types: their addresses, their rules, what they show, and how many queries that takes."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from portal.pages import slugs
from portal.pages.models import NewsIndexPage, Topic

TRIAL = {
    "treatment": "CAR-T", "disease": "", "phase": "", "enrolment": "20 expected", "first_patient": "",
    "registry": "", "sponsor": "", "status": "planned", "note": "",
}  # fmt: skip


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("候补名单如何运作", "hou-bu-ming-dan-ru-he-yun-zuo"),
        ("CAR-T治疗肺癌", "car-t-zhi-liao-fei-ai"),
        ("Šimůnek’s week", "simuneks-week"),
        ("2024", ""),
        ("！", ""),
    ],
)
def test_a_slug_is_made_of_english_or_pinyin(title, slug):
    assert slugs.suggest(title) == slug


@pytest.mark.parametrize("slug", ["0", "", "-a", "a--b", "论坛", "A-b", "a_b"])
def test_odd_slugs_are_refused(slug):
    with pytest.raises(ValidationError):
        slugs.refuse_odd(slug)


def test_a_chinese_story_gets_an_address_that_can_be_read_out(write_story):
    assert write_story("zh-hans", title="鲁汶六十天", slug="").slug == "lu-wen-liu-shi-tian"
    assert write_story("zh-hans", title="鲁汶六十天", slug="").slug == "lu-wen-liu-shi-tian-2"


def test_what_is_not_known_of_a_trial_is_said_not_left_out(client, write_story):
    page = write_story(body=[("trial", TRIAL)])
    html = client.get(page.url).content.decode()
    assert "Trial facts: planned, as announced" in html
    assert html.count("Not given") == 5


def test_corrections_stand_at_the_head_in_short_and_at_the_foot_in_full_newest_first(client, write_story):
    plain = client.get(write_story().url).content.decode()
    assert "#corrections" not in plain
    assert "correct" not in plain
    days = {"It is 71.": date(2027, 1, 4), "It was Tuesday.": date(2027, 2, 5), "It was noon.": date(2027, 2, 5)}
    page = write_story(corrections=[("correction", {"day": day, "text": text}) for text, day in days.items()])
    head, foot = client.get(page.url).content.decode().split('id="corrections"')
    assert '<a href="#corrections">Corrected 3 times, last on 5 February 2027</a>' in head
    assert not any(text in head for text in days)
    places = [foot.index(text) for text in ("It was noon.", "It was Tuesday.", "It is 71.")]
    assert places == sorted(places)
    assert foot.count("<time") >= 3


def test_the_twin_title_stands_below_the_heading(client, write_story):
    english = write_story(title="Sixty days")
    assert "twin" not in client.get(english.url).content.decode()
    write_story("zh-hans", title="六十天", twin=english)
    assert '<p class="twin" lang="zh-Hans">六十天</p>' in client.get(english.url).content.decode()


def test_words_that_people_type_stay_words(client, write_story):
    correction = ("correction", {"day": date(2027, 1, 4), "text": "<script>"})
    page = write_story(title="<b>x</b>", corrections=[correction], author="<i>")
    html = client.get(page.url).content.decode()
    assert "<b>x" not in html
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_a_european_name_keeps_its_own_language_on_a_chinese_page():
    from django.utils.safestring import mark_safe

    from portal.templatetags.foreign_names import foreign_names

    with override("zh-hans"):
        assert foreign_names("Jana Dvořáková医生，CAR-T") == '<span lang="en">Jana Dvořáková</span>医生，CAR-T'
        assert foreign_names(mark_safe('<a title="ř">ř</a>')) == '<a title="ř">ř</a>'
        assert foreign_names("<b>Šš") == '&lt;b&gt;<span lang="en">Šš</span>'
    with override("en"):
        assert foreign_names("Dvořáková") == "Dvořáková"


# --- The index --------------------------------------------------------------------------------------------------------


@pytest.fixture
def index(site):
    return NewsIndexPage.objects.get(locale__language_code="en")


def test_news_stand_by_year_newest_first(client, index, write_story):
    write_story(title="Older", date=date(2026, 5, 1))
    write_story(title="Newer", date=date(2027, 1, 1))
    html = client.get(index.url).content.decode()
    assert html.index('id="y2027"') < html.index("Newer") < html.index('id="y2026"') < html.index("Older")


def test_topic_tag_year_and_page_choose(client, index, write_story):
    forum, research = Topic.objects.get(slug="forum"), Topic.objects.get(slug="research")
    write_story(title="About cells", topic=research, date=date(2026, 2, 2))
    for _number in range(12):
        write_story(topic=forum)
    assert "About cells" in client.get(f"{index.url}?topic=research").content.decode()
    assert "About cells" not in client.get(f"{index.url}?topic=forum").content.decode()
    assert client.get(f"{index.url}?topic=forum").context["count"] == 12
    assert len(client.get(f"{index.url}?page=2").context["listed"]) == 3
    assert client.get(f"{index.url}?topic=forum&year=2026").context["count"] == 0


def test_filters_are_kept_when_another_is_chosen(client, index, write_story):
    airway = write_story(title="Sleeves", topic=Topic.objects.get(slug="research"), date=date(2026, 2, 2))
    airway.tags.add("airway", "EGFR & co")
    airway.save()
    write_story(title="Elsewhere", date=date(2027, 2, 2))
    for _number in range(11):
        other = write_story(date=date(2026, 3, 3))
        other.tags.add("airway")
        other.save()
    tag = next(address for name, address, _now in client.get(index.url).context["tags"] if name == "EGFR & co")
    assert client.get(tag).context["count"] == 1
    response = client.get(f"{index.url}?tag=airway&year=2026")
    assert response.context["count"] == 12
    topics = dict(row[:2] for row in response.context["topics"])
    assert topics["Research"] == f"{index.url}?topic=research&tag=airway&year=2026"
    assert client.get(topics["Research"]).context["count"] == 1
    assert response.context["all_tags_url"] == f"{index.url}?year=2026"
    assert response.context["all_years_url"] == f"{index.url}?tag=airway"
    html = response.content.decode()
    assert "?tag=airway&amp;year=2026&amp;page=2" in html
    assert "<title>airway · 2026 · News" in html
    assert client.get(f"{index.url}?tag=airway&year=2027").status_code == 200
    assert "No story answers to all that you chose." in client.get(f"{index.url}?tag=airway&year=2027").content.decode()


def test_a_tag_is_shown_where_a_story_of_the_language_carries_it(client, index, write_story):
    chinese, draft = write_story("zh-hans"), write_story(live=False)
    chinese.tags.add("肺移植")
    draft.tags.add("not yet")
    chinese.save()
    draft.save()
    write_story()
    assert client.get(index.url).context["tags"] == []
    assert client.get(f"{index.url}?tag=not-yet").status_code == 404
    news = NewsIndexPage.objects.get(locale__language_code="zh-hans")
    ((name, address, _now),) = client.get(news.url).context["tags"]
    assert name == "肺移植"
    assert client.get(address).context["count"] == 1
    assert f'<a class="tag" href="{address}">肺移植</a>' in client.get(chinese.url).content.decode()


def test_of_many_tags_the_most_used_are_shown_and_the_chosen_one(client, index, write_story):
    for number in range(14):
        story = write_story()
        story.tags.add("common", f"rare {number:02}")
        story.save()
    shown = [name for name, _address, _now in client.get(index.url).context["tags"]]
    assert len(shown) == 12
    assert "common" in shown
    assert "rare 13" not in shown
    asked = client.get(f"{index.url}?tag=rare-13").context
    assert [name for name, _address, now in asked["tags"] if now] == ["rare 13"]


@pytest.mark.parametrize(
    "query", ["topic=nothing", "tag=nothing", "year=1999", "page=9", "page=x", "topic=%00", "tag=%00", "year=%27"]
)
def test_what_does_not_exist_is_404(client, index, write_story, query):
    write_story()
    assert client.get(f"{index.url}?{query}").status_code == 404


def test_an_empty_index_says_so(client, index):
    assert "No news yet" in client.get(index.url).content.decode()


def test_drafts_are_nowhere(client, index, write_story):
    draft = write_story(title="Not yet", live=False)
    for address in (index.url, "/en/", "/en/feeds/news.atom", "/sitemap.xml"):
        assert "Not yet" not in client.get(address).content.decode()
    assert client.get(draft.url).status_code == 404


# --- Queries ----------------------------------------------------------------------------------------------------------


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize(
    ("which", "most"), [("index", 12), ("story", 10), ("home", 30), ("/sitemap.xml", 6), ("/en/feeds/news.atom", 6)]
)
def test_queries_do_not_grow_with_the_stories(client, index, write_story, which, most):
    counted = []
    first = None
    for rows in (5, 45):
        for _number in range(rows):
            story = write_story()
            write_story("zh-hans", twin=story)
            first = first or story
        address = {"index": index.url, "story": first.url, "home": "/en/"}.get(which, which)
        counted.append(queries(client, address))
    assert counted[0] == counted[1]
    assert counted[0] <= most
