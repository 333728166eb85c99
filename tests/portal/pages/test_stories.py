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


def test_a_correction_shows_its_day(client, write_story):
    page = write_story(correction="It is 71.", corrected_on=date(2027, 1, 4))
    html = client.get(page.url).content.decode()
    assert "4 January 2027" in html
    assert "It is 71." in html
    page.corrected_on = None
    with pytest.raises(ValidationError, match="its day"):
        page.full_clean()


def test_the_twin_title_stands_below_the_heading(client, write_story):
    english = write_story(title="Sixty days")
    assert "twin" not in client.get(english.url).content.decode()
    write_story("zh-hans", title="六十天", twin=english)
    assert '<p class="twin" lang="zh-Hans">六十天</p>' in client.get(english.url).content.decode()


def test_words_that_people_type_stay_words(client, write_story):
    page = write_story(title="<b>x</b>", people_note="<script>", author="<i>")
    html = client.get(page.url).content.decode()
    assert "<b>x" not in html
    assert "<script>" not in html


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


def test_topic_year_and_page_choose(client, index, write_story):
    forum, research = Topic.objects.get(slug="forum"), Topic.objects.get(slug="research")
    write_story(title="About cells", topic=research, date=date(2026, 2, 2))
    for _number in range(12):
        write_story(topic=forum)
    assert "About cells" in client.get(f"{index.url}?topic=research").content.decode()
    assert "About cells" not in client.get(f"{index.url}?topic=forum").content.decode()
    assert client.get(f"{index.url}?topic=forum").context["count"] == 12
    assert len(client.get(f"{index.url}?page=2").context["listed"]) == 3
    assert client.get(f"{index.url}?topic=forum&year=2026").context["count"] == 0


@pytest.mark.parametrize("query", ["topic=nothing", "year=1999", "page=9", "page=x", "topic=%00", "year=%27"])
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
