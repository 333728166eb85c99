"""The page of a search: what it shows, that nothing typed breaks it, and how many queries it takes."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.http import urlencode

from portal.pages.models import Topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client):
    def get(question="", at="en", **more):
        answer = client.get(f"/{at}/search/?{urlencode({'q': question, **more})}")
        assert answer.status_code == 200
        return answer

    return get


def html_of(answer):
    return answer.content.decode()


HOSTILE = [
    "\x00", "lung\x00", "'", '"', "\\", "%", "_", "%%_%", "' OR 1=1 --", "'; DROP TABLE portal_searchentry; --",
    '"lung', "lung AND", "NOT lung", "NEAR(lung, 3)", "lung*", "*", "lung:*", "a & b | !c", "(((", "title:lung",
    "{{ 7*7 }}", "{% debug %}", "<script>alert(1)</script>", "${7*7}", "../../etc/passwd", "\u202elung", "\ufeff",
    "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"), "lung\r\nSet-Cookie: a=b", "x" * 10_000, "肺" * 10_000,
    "lung " * 2_000, "'" * 10_000, "%" * 10_000, "a\u0301" * 5_000, "1e999", "nan", "0x00", "𠮷", "ｌｕｎｇ",
]  # fmt: skip


@pytest.mark.both
@pytest.mark.parametrize("at", ["en", "zh-hans"])
def test_nothing_typed_breaks_it(client, write_story, at):
    write_story(title="A lung")
    wrong = []
    for typed in HOSTILE:
        answer = client.get(f"/{at}/search/?{urlencode({'q': typed})}")
        if answer.status_code != 200 or "<script>alert" in html_of(answer) or "\x00" in html_of(answer):
            wrong.append((typed[:40], answer.status_code))
    assert wrong == []


ODD = ["q=%ff%fe", "q=%C3%28", "q", "q=a&q=b", "q[]=a", "q=lung&page=0", "q=lung&page=x",
       "q=lung&page=99999999999999999999", "q=lung&kind=%00", "q=lung&kind=nothing",
       "q=lung&year=' OR 1", "q=lung&language=xx", "q=lung&topic=%27"]  # fmt: skip


@pytest.mark.both
def test_nothing_in_the_address_breaks_it(client, write_story):
    write_story(title="A lung")
    assert [raw for raw in ODD if client.get(f"/en/search/?{raw}").status_code != 200] == []


def test_it_writes_nothing_and_takes_no_form(client, site):
    assert client.post("/en/search/", {"q": "lung"}).status_code == 405
    assert client.head("/en/search/?q=lung").status_code == 200
    answer = client.get("/en/search/?q=lung")
    assert "csrfmiddlewaretoken" not in html_of(answer)
    assert answer.cookies == {}


def test_search_engines_keep_no_results(page, site):
    for question in ("", "lung"):
        assert '<meta name="robots" content="noindex">' in html_of(page(question))


def test_the_masthead_leads_to_it(client, site):
    for at, word in (("en", "Search"), ("zh-hans", "搜索")):
        assert f'href="/{at}/search/">{word}</a>' in html_of(client.get(f"/{at}/"))
        assert f'href="/{at}/search/" aria-current="page">{word}</a>' in html_of(client.get(f"/{at}/search/"))


def test_the_news_begin_with_a_field_that_searches_them(client, write_story):
    story = write_story(title="A lung")
    html = html_of(client.get(story.get_parent().url))
    assert re.search(r'<form class="search" role="search" action="/en/search/" method="get">', html)
    assert '<input type="hidden" name="kind" value="news">' in html


def test_the_question_stays_in_the_field_and_in_the_switch(page, site):
    html = html_of(page('lung "b" & c'))
    assert 'value="lung &quot;b&quot; &amp; c"' in html
    assert 'href="/zh-hans/search/?q=lung+%22b%22+%26+c"' in html


def test_found_words_are_marked_in_title_and_excerpt(page, write_story):
    write_story(title="Of lungs & hearts", intro="The lung <b>first</b>.")
    html = html_of(page("lung"))
    assert "Of <mark>lungs</mark> &amp; hearts" in html
    assert "The <mark>lung</mark> &lt;b&gt;first&lt;/b&gt;." in html


def test_a_european_name_keeps_its_language_on_a_chinese_page(page, write_story):
    write_story("zh-hans", title="Šimůnek医生")
    assert '<mark><span lang="en">Šimůnek</span></mark>医生' in html_of(page("simunek", "zh-hans"))


def test_the_number_is_told_as_the_language_counts(page, write_story):
    write_story(title="A lung")
    assert "1 result for “lung”" in html_of(page("lung"))
    write_story(title="Another lung")
    assert "2 results for “lung”" in html_of(page("lung"))


# --- Nothing found --------------------------------------------------------------------------------------------------------


def test_before_a_question_it_says_what_is_searched(page, site):
    html = html_of(page())
    assert "are searched, in both languages at once" in html
    assert "Nothing found" not in html


def test_nothing_found_shows_a_way_on(page, site):
    html = html_of(page("zeppelin"))
    assert "Nothing found for “zeppelin”" in html
    assert '<a href="/en/news/">Show all news</a>' in html
    assert "A search needs a letter" in html_of(page("%%%"))


def test_under_filters_that_leave_nothing_the_rest_is_offered(page, write_story):
    write_story(title="A lung")
    html = html_of(page("lung", kind="document"))
    assert "Without them there is 1 result." in html
    assert '<a href="/en/search/?q=lung">Show all results</a>' in html


def test_where_nothing_has_all_words_it_shows_what_has_some(page, write_story):
    write_story(title="A lung")
    answer = page("lung zeppelin")
    assert answer.context["count"] == 1
    assert "Nothing has all of these words." in html_of(answer)
    assert "Nothing has all of these words." not in html_of(page("lung"))


# --- Filters and pages ----------------------------------------------------------------------------------------------------


@pytest.fixture
def many(write_story):
    forum, research = Topic.objects.get(slug="forum"), Topic.objects.get(slug="research")
    for number in range(12):
        write_story(title=f"Lung {number}", topic=forum, date=date(2026, 1, 1 + number))
    write_story(title="Lung of research", topic=research, date=date(2025, 5, 5))
    write_story("zh-hans", title="lung 肺", topic=research, date=date(2025, 5, 5))


@pytest.mark.both
def test_filters_count_what_they_leave(page, many):
    counts = {
        row.label: [(str(label), number) for label, _url, number, _on in row.options]
        for row in page("lung").context["filters"]
    }
    assert counts == {
        "Topic": [("Forum", 12), ("Research", 2)],
        "Year": [("2026", 12), ("2025", 2)],
        "Language": [("English", 13), ("中文", 1)],
    }
    narrowed = page("lung", topic="research")
    counts = {
        row.label: [(str(label), number) for label, _url, number, _on in row.options]
        for row in narrowed.context["filters"]
    }
    assert narrowed.context["count"] == 2
    assert counts["Topic"] == [("Forum", 12), ("Research", 2)]
    assert counts["Language"] == [("English", 1), ("中文", 1)]
    assert page("lung", topic="research", language="zh-hans").context["count"] == 1
    assert page("lung", year="2026", topic="research").context["count"] == 0


def test_a_filter_that_is_on_leads_back(page, many):
    html = html_of(page("lung", topic="research"))
    assert '<a class="tag" href="/en/search/?q=lung">All topics</a>' in html
    assert 'href="/en/search/?q=lung&amp;topic=research" aria-current="true"' in html


def test_pages_keep_question_and_filters(page, many):
    first = page("lung", topic="forum")
    assert len(first.context["hits"]) == 10
    assert 'href="?q=lung&amp;topic=forum&amp;page=2"' in html_of(first)
    second = page("lung", topic="forum", page=2)
    assert len(second.context["hits"]) == 2
    assert "<title>lung · Search · page 2" in html_of(second)
    titles = ["".join(run.text for run in hit.title) for hit in (*first.context["hits"], *second.context["hits"])]
    assert titles == [f"Lung {number}" for number in reversed(range(12))]


# --- Queries ----------------------------------------------------------------------------------------------------------------


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address)
    return answer.context["count"], len(captured)


@pytest.mark.both
def test_queries_do_not_grow_with_what_is_found(client, write_story):
    addresses = [
        "/en/search/?q=lung",
        "/zh-hans/search/?q=肺",
        "/en/search/?q=lung+heart&topic=forum",
        "/en/search/?q=lung&page=2",
    ]
    counted = []
    for rows in (5, 45):
        for _number in range(rows):
            story = write_story(title="Lung and heart", topic=Topic.objects.get(slug="forum"))
            write_story("zh-hans", title="肺与心", twin=story)
        counted.append([queries(client, address) for address in addresses])
    assert [found for found, _number in counted[0]] == [5, 5, 5, 5]
    assert [found for found, _number in counted[1]] == [50, 50, 50, 50]
    assert [number for _found, number in counted[0]] == [number for _found, number in counted[1]]
    assert max(number for _found, number in counted[1]) <= 12
