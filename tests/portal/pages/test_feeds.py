"""The feeds as an independent reader reads them: names that last, instants, authors, categories, translations, 304."""

from datetime import UTC, date, datetime
from uuid import UUID

import feedparser
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from portal.pages.models import NewsIndexPage, Topic

KINDS = ("atom", "rss")
TYPES = {"atom": "application/atom+xml; charset=utf-8", "rss": "application/rss+xml; charset=utf-8"}
CHANGED = datetime(2027, 2, 20, 5, 0, tzinfo=UTC)


def address(kind="atom", query="", code="en"):
    return f"/{code}/feeds/news.{kind}{query}"


def read(client, *place, **wanted):
    response = client.get(address(*place, **wanted))
    assert response.status_code == 200
    found = feedparser.parse(response.content, response_headers={"content-type": response["Content-Type"]})
    assert not found.bozo, found.get("bozo_exception")
    return found


@pytest.fixture
def story(write_story):
    """In both languages, tagged, and published on a day of its own."""
    page = write_story(
        title="Two & <three>",
        author="Jana Dvořáková",
        date=date(2027, 2, 3),
        topic=Topic.objects.get(slug="research"),
    )
    page.tags.add("lung transplant")
    page.save()
    write_story("zh-hans", twin=page, title="二与三")
    Page.objects.filter(pk=page.pk).update(last_published_at=CHANGED)
    return page


@pytest.mark.parametrize("kind", KINDS)
def test_an_entry_has_all_that_a_reader_shows(client, story, kind):
    response = client.get(address(kind))
    assert response["Content-Type"] == TYPES[kind]
    found = read(client, kind)
    (entry,) = found.entries
    assert entry.title_detail.type in ("text/plain", "text/html")
    assert entry.link == f"http://testserver{story.url}"
    assert entry.summary == story.intro
    assert entry.author == "Jana Dvořáková"
    assert [tag.term for tag in entry.tags] == ["Research", "lung transplant"]
    assert entry.published_parsed[:5] == (2027, 2, 3, 1, 0)
    assert entry.updated_parsed[:5] == (2027, 2, 20, 5, 0)
    assert found.feed.title.startswith("News · ")
    assert found.feed.updated_parsed[:5] == (2027, 2, 20, 5, 0)
    assert (found.feed.get("language") or found.feed.title_detail.language) == "en"
    own = [link.href for link in found.feed.links if link.rel == "self"]
    assert own == [f"http://testserver{address(kind)}"]


def test_titles_come_as_they_were_typed(client, story):
    assert read(client, "atom").entries[0].title == "Two & <three>"
    assert "Two &amp; &lt;three&gt;" in client.get(address("rss")).content.decode()


def test_names_stay_when_all_else_changes(client, story):
    before = {kind: read(client, kind) for kind in KINDS}
    story.title, story.slug = "Another title", "another-address"
    story.save_revision().publish()
    after = {kind: read(client, kind) for kind in KINDS}
    assert after["atom"].entries[0].title == "Another title"
    names = {found.entries[0].id for found in (*before.values(), *after.values())}
    assert len(names) == 1
    assert UUID(names.pop()).version == 5
    assert before["atom"].feed.id == after["atom"].feed.id
    chinese = read(client, "atom", code="zh-hans")
    assert chinese.entries[0].id != after["atom"].entries[0].id
    assert chinese.feed.id != after["atom"].feed.id


def test_an_entry_leads_to_its_translation(client, story, write_story):
    write_story(title="Alone")
    entries = {entry.title: entry for entry in read(client, "atom").entries}
    links = [(link.rel, link.get("hreflang"), link.href) for link in entries["Two & <three>"].links]
    assert ("related", "zh-Hans", f"http://testserver/zh-hans/news/{story.slug}/") in links
    assert [link.get("hreflang") for link in entries["Alone"].links] == [None]


@pytest.mark.parametrize("kind", KINDS)
def test_topic_and_tag_narrow_a_feed_and_give_it_a_name_of_its_own(client, story, write_story, kind):
    write_story(title="Other", topic=Topic.objects.get(slug="forum"))
    for query, named in (("?topic=research", "Research"), ("?tag=lung-transplant", "lung transplant")):
        found = read(client, kind, query)
        assert [entry.link for entry in found.entries] == [f"http://testserver{story.url}"]
        assert f" {named} " in found.feed.title
        assert any(link.href == f"http://testserver/en/news/{query}" for link in found.feed.links)
        assert any(link.href == f"http://testserver{address(kind, query)}" for link in found.feed.links)
    both = read(client, kind, "?topic=forum&tag=lung-transplant")
    assert both.entries == []
    ids = {read(client, "atom", query).feed.id for query in ("", "?topic=research", "?topic=forum")}
    assert len(ids) == 3


@pytest.mark.parametrize("query", ["?topic=nothing", "?tag=nothing", "?tag=%00", "?topic=%27"])
def test_what_does_not_exist_is_404(client, story, query):
    assert client.get(address("atom", query)).status_code == 404


def test_a_draft_and_a_private_story_are_in_no_feed_nor_are_their_tags(client, story, write_story):
    draft = write_story(title="Draft", live=False)
    private = write_story(title="Private")
    for page in (draft, private):
        page.tags.add("secret")
        page.save()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    for kind in KINDS:
        assert [entry.link for entry in read(client, kind).entries] == [f"http://testserver{story.url}"]
    assert client.get(address("atom", "?tag=secret")).status_code == 404


def test_a_topic_without_stories_has_a_feed_that_does_not_seem_new_each_time(client, site):
    index = NewsIndexPage.objects.get(locale__language_code="en")
    response = client.get(address("atom", "?topic=placements"))
    found = feedparser.parse(response.content)
    assert found.entries == []
    assert found.feed.updated_parsed[:6] == index.last_published_at.timetuple()[:6]
    assert client.get(address("atom", "?topic=placements"))["ETag"] == response["ETag"]


@pytest.mark.parametrize("kind", KINDS)
def test_who_has_it_still_is_told_so(client, story, kind):
    first = client.get(address(kind))
    assert first["Cache-Control"] == "public, max-age=300"
    assert first["Last-Modified"] == "Sat, 20 Feb 2027 05:00:00 GMT"
    again = client.get(address(kind), headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    story.title = "Changed"
    story.save()
    assert client.get(address(kind), headers={"if-none-match": first["ETag"]}).status_code == 200


def test_queries_do_not_grow_with_the_stories(client, write_story):
    counted = []
    for rows in (5, 15):
        for _number in range(rows):
            page = write_story()
            page.tags.add("one", f"tag {page.pk}")
            page.save()
            write_story("zh-hans", twin=page)
        client.get(address("rss", "?topic=forum&tag=one"))
        with CaptureQueriesContext(connection) as captured:
            assert len(read(client, "rss", "?topic=forum&tag=one").entries) == min(20, (5, 20)[len(counted)])
        counted.append(len(captured))
    assert counted[0] == counted[1]
    assert counted[0] <= 8


def test_feeds_are_linked_in_the_head_and_on_the_list(client, story):
    head, body = client.get("/en/news/").content.decode().split("</head>")
    for kind in KINDS:
        assert f'href="{address(kind)}">' in head
        assert f'<a href="{address(kind)}"' in body
    head, body = client.get("/en/news/?topic=research&tag=lung-transplant&year=2027").content.decode().split("</head>")
    for kind in KINDS:
        wanted = f"{address(kind)}?topic=research&amp;tag=lung-transplant"
        assert f'title="News · Research · lung transplant{" (RSS)" if kind == "rss" else ""}" href="{wanted}">' in head
        assert f'<a href="{wanted}"' in body
        assert client.get(wanted.replace("&amp;", "&")).status_code == 200
    assert "Follow “Research · lung transplant” as a feed:" in body
