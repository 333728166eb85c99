"""The public API of the news: what it says, to whom, and what it never says."""

import json
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from portal.pages.models import NewsIndexPage, Topic

NEWS = "/api/v1/news/"
HOST = "http://testserver"
META = {"detail_url", "html_url", "urn", "locale", "changed_at", "translations"}
BODY = {
    *("id", "title", "intro", "date", "topic", "tags", "author", "source", "source_url", "picture"),
    *("share_pictures", "text"),
}


def ask(client, address=NEWS, status=200, **query):
    response = client.get(address.removeprefix(HOST), query)
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/json"
    return response.json()


def titles(client, **query):
    return [row["title"] for row in ask(client, **query)["items"]]


@pytest.fixture
def story(write_story):
    page = write_story(
        title="Sixty days",
        date=date(2026, 5, 4),
        topic=Topic.objects.get(slug="research"),
        author="Jana Dvořáková",
        body=[("heading", "What happened"), ("paragraph", "<p>A <b>lot</b>.</p>")],
    )
    page.tags.add("lung")
    page.save()
    return page


def test_the_root_says_what_there_is(client, story):
    root = ask(client, "/api/v1/")
    assert set(root) == {"news", "editions"}
    for address in root.values():
        ask(client, address)


def test_a_story_tells_what_its_page_tells_and_nothing_else(client, story, write_story):
    twin = write_story("zh-hans", twin=story, title="六十天")
    (row,) = [row for row in ask(client)["items"] if row["id"] == story.pk]
    told = ask(client, row["meta"]["detail_url"])
    assert set(told["meta"]) == META
    assert set(told) == BODY | {"meta"}
    assert told["meta"]["html_url"] == HOST + story.url
    assert told["meta"]["locale"] == "en"
    (other,) = told["meta"]["translations"]
    assert (other["locale"], other["title"], other["html_url"]) == ("zh-hans", "六十天", HOST + twin.url)
    assert told["topic"] == {"slug": "research", "name": "Research"}
    assert told["tags"] == [{"slug": "lung", "name": "lung"}]
    assert (told["author"], told["date"], told["picture"]) == ("Jana Dvořáková", "2026-05-04", None)
    assert "What happened" in told["text"]
    assert "<b>lot</b>" in told["text"]
    assert client.get(told["share_pictures"]["wide"].removeprefix(HOST)).status_code == 200
    everything = ask(client, fields="*")["items"][0]
    assert set(everything) == (BODY | {"meta"}) - {"text"}


def test_the_same_name_as_in_the_feeds(client, story):
    assert ask(client)["items"][0]["meta"]["urn"] in client.get("/en/feeds/news.atom").content.decode()


def test_a_photograph_is_given_as_the_pages_show_it(client, write_story, photograph):
    image = photograph()
    page = write_story(picture=image, picture_alt="Two halves", picture_credit="Ada")
    shown = ask(client, f"{NEWS}{page.pk}/")["picture"]
    assert (shown["alt"], shown["credit"], shown["caption"]) == ("Two halves", "Ada", "")
    assert image.file.name not in shown["url"]
    assert shown["url"].startswith(f"{HOST}/media/")


def test_lists_are_narrowed_ordered_and_cut(client, story, write_story):
    write_story(title="Second", date=date(2027, 1, 1))
    write_story("zh-hans", title="第三", date=date(2027, 2, 1))
    assert titles(client) == ["第三", "Second", "Sixty days"]
    assert titles(client, locale="en") == ["Second", "Sixty days"]
    assert titles(client, topic="research") == ["Sixty days"]
    assert titles(client, tag="lung") == ["Sixty days"]
    assert titles(client, year="2026") == ["Sixty days"]
    assert titles(client, tag="nothing") == []
    assert titles(client, order="date") == ["Sixty days", "Second", "第三"]
    assert titles(client, order="-title", locale="en") == ["Sixty days", "Second"]
    second = ask(client, limit=1, offset=1)
    assert [row["title"] for row in second["items"]] == ["Second"]
    assert second["meta"] == {"total_count": 3}
    assert set(ask(client, fields="_,title")["items"][0]) == {"title"}


def test_what_is_not_public_is_never_told(client, story, write_story):
    index = NewsIndexPage.objects.get(locale__language_code="zh-hans")
    private, draft = write_story(title="Secret"), write_story(title="Secret", live=False)
    below = write_story("zh-hans", title="Secret", twin=story)
    for page in (private, draft, below):
        page.tags.add("secret")
        page.save()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    PageViewRestriction.objects.create(page=index, restriction_type="login")
    told = [ask(client), ask(client, fields="*"), ask(client, f"{NEWS}{story.pk}/")]
    assert "ecret" not in json.dumps(told)
    assert titles(client) == ["Sixty days"]
    assert titles(client, tag="secret") == []
    for page in (private, draft, below):
        ask(client, f"{NEWS}{page.pk}/", 404)


def test_a_story_that_waits_for_its_day_or_whose_day_is_over_is_not_told(client, write_story):
    from django.utils import timezone

    waiting = write_story(title="Embargo", live=False)
    waiting.go_live_at = timezone.now() + timezone.timedelta(days=1)
    waiting.save_revision().publish()
    assert titles(client) == []
    ask(client, f"{NEWS}{waiting.pk}/", 404)


def test_who_is_signed_in_is_told_no_more(client, story, write_story, person):
    draft = write_story(title="Draft", live=False)
    nobody = client.get(NEWS).content
    client.force_login(person("publisher"))
    assert client.get(NEWS).content == nobody
    ask(client, f"{NEWS}{draft.pk}/", 404)


@pytest.mark.parametrize("address", ["/api/v1/", NEWS, "/api/v1/editions/"])
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_nobody_writes(client, story, person, address, method):
    assert getattr(client, method)(address).status_code == 405
    client.force_login(person("publisher"))
    assert getattr(client, method)(address).status_code == 405
    assert client.head(address).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        {"locale": "fr"}, {"year": "x"}, {"year": "0"}, {"year": "99999"}, {"year": "٢٠٢٧"}, {"order": "pk"},
        {"order": "owner"}, {"limit": "51"}, {"limit": "-1"}, {"offset": "x"}, {"offset": "9" * 40}, {"topic": "\0"},
        {"fields": "owner"}, {"fields": "latest_revision"}, {"fields": "text"}, {"fields": "("}, {"search": "lung"},
        {"owner": "1"}, {"live": "false"}, {"type": "portal.HomePage"},
    ],
)  # fmt: skip
def test_a_wrong_question_is_told_what_is_wrong(client, story, query):
    assert ask(client, status=400, **query)["message"]


def test_the_page_of_one_takes_no_filters(client, story):
    assert ask(client, f"{NEWS}{story.pk}/", 400, locale="zh-hans")["message"]
    assert ask(client, f"{NEWS}{story.pk}/", 400, fields="owner")["message"]
    ask(client, f"{NEWS}{10**30}/", 404)


def test_who_has_it_still_is_told_so_and_other_sites_may_read_it(client, story):
    first = client.get(NEWS)
    assert first["Cache-Control"] == "public, max-age=300"
    assert first["Access-Control-Allow-Origin"] == "*"
    assert not first.cookies
    again = client.get(NEWS, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    story.title = "Changed"
    story.save()
    assert client.get(NEWS, headers={"if-none-match": first["ETag"]}).json()["items"][0]["title"] == "Changed"


def test_queries_do_not_grow_with_the_rows(client, write_story, photograph):
    image = photograph()
    for number in range(50):
        page = write_story(picture=image, picture_alt="x")
        page.tags.add("one", f"tag {number % 7}")
        page.save()
        write_story("zh-hans", twin=page)
    counted = {}
    for limit in (5, 50):
        client.get(NEWS, {"limit": limit, "fields": "*", "locale": "en"})
        with CaptureQueriesContext(connection) as captured:
            assert len(ask(client, limit=limit, fields="*", locale="en")["items"]) == limit
        counted[limit] = len(captured)
    assert counted[5] == counted[50]
    assert counted[50] <= 7
