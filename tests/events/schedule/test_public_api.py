"""The editions of the forum for programs, and what search engines are told of them."""

import json
import re
from datetime import date
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from events.editions.actions import publish_edition, withdraw_edition
from events.editions.models import Edition
from events.schedule.actions import cancel_session, save_session
from events.schedule.models import EditionPage

pytestmark = pytest.mark.django_db
EDITIONS = "/api/v1/editions/"
HOST = "http://testserver"


def ask(client, address=EDITIONS, status=200, **query):
    response = client.get(address.removeprefix(HOST), query)
    assert response.status_code == status, response.content
    return response.json()


def of_language(told, code):
    return next(row for row in told["items"] if row["meta"]["locale"] == code)


def test_an_edition_in_both_languages(client, pages, edition):
    told = ask(client)
    english = of_language(told, "en")
    assert english["meta"]["html_url"] == HOST + pages["en"].url
    assert [row["locale"] for row in english["meta"]["translations"]] == ["zh-hans"]
    assert (english["starts_on"], english["ends_on"]) == (edition.starts_on.isoformat(), edition.ends_on.isoformat())
    assert english["series"]["name"] == edition.series.name_en
    assert of_language(told, "zh-hans")["venue"] == edition.venue_zh
    assert english["release"] is None
    assert client.get(english["calendar_url"].removeprefix(HOST)).status_code == 200
    assert [row["id"] for row in ask(client, locale="zh-hans")["items"]] == [pages["zh-hans"].pk]
    assert ask(client, year="1999")["items"] == []


def test_one_edition_tells_what_was_released_and_not_what_was_changed_since(
    client, pages, session, release, speaker, office, now
):
    one = session(title_en="As released", chairs=[speaker()], talks=[speaker()])
    session(title_en="Tea", kind="common")
    release()
    one.title_en = "As changed"
    save_session(session=one, by=office, now=now)
    told = ask(client, of_language(ask(client), "en")["meta"]["detail_url"])
    (row,) = told["sessions"]
    assert row["title"] == "As released"
    assert row["starts_at"].endswith("+08:00")
    assert set(row["chairs"][0]) == {"name", "affiliation", "city", "country"}
    assert row["talks"][0]["speaker"]["name"]
    assert client.get(row["html_url"].removeprefix(HOST)).status_code == 200
    assert told["release"]["number"] == 1
    assert "sessions" not in ask(client)["items"][0]


def test_a_draft_and_a_private_page_are_never_told(client, pages, edition, office, now, sign_in):
    PageViewRestriction.objects.create(page=pages["zh-hans"], restriction_type="login")
    told = ask(client)
    assert [row["id"] for row in told["items"]] == [pages["en"].pk]
    assert told["items"][0]["meta"]["translations"] == []
    withdraw_edition(edition=edition, by=office, now=now, reason="Dates may change")
    for somebody in (client, sign_in(office)):
        assert ask(somebody)["items"] == []
        ask(somebody, f"{EDITIONS}{pages['en'].pk}/", 404)


@pytest.mark.parametrize(
    "query", [{"fields": "edition"}, {"order": "turn"}, {"fields": "sessions"}, {"state": "draft"}]
)
def test_a_wrong_question_is_told_what_is_wrong(client, pages, query):
    assert ask(client, status=400, **query)["message"]


def test_queries_do_not_grow_with_the_editions(client, forum_pages, pages, edition, office, now):
    def count(limit):
        client.get(EDITIONS, {"limit": limit, "fields": "*"})
        with CaptureQueriesContext(connection) as captured:
            assert len(ask(client, limit=limit, fields="*")["items"]) == limit
        return len(captured)

    for year in range(2030, 2078):
        fields = {
            "starts_on": date(year, 5, 1),
            "ends_on": date(year, 5, 2),
            "title_en": f"{year}",
            "title_zh": f"{year}",
        }
        other = Edition.objects.create(series=edition.series, slug=f"{year}", **fields)
        publish_edition(edition=other, by=office, now=now)
        forum_pages["en"].add_child(instance=EditionPage(title=f"{year}", edition=other))
    counted = {limit: count(limit) for limit in (5, 50)}
    assert counted[5] == counted[50]
    assert counted[50] <= 7


# --- Search engines -----------------------------------------------------------------------------------------------


def nodes_of(client, address):
    response = client.get(address)
    assert response.status_code == 200
    html = response.content.decode()
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    return html, {node["@type"]: node for node in json.loads(script)["@graph"]}


def test_a_session_is_an_event_within_its_edition(client, pages, session, release, speaker):
    session(talks=[speaker()])
    release()
    edition_html, whole = nodes_of(client, pages["en"].url)
    html, nodes = nodes_of(client, "/en/forum/2027/sessions/session-0/")
    event = nodes["Event"]
    assert f"<h1>{event['name']}</h1>" in html
    assert {"startDate", "location", "image", "organizer", "performer", "eventStatus"} <= set(event)
    assert event["superEvent"]["@id"] == whole["Event"]["@id"]
    assert event["@id"] == whole["Event"]["subEvent"][0]["@id"]
    assert event["location"]["name"] in html
    assert whole["Event"]["name"] in edition_html
    steps = nodes["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in steps] == ["Home", "The forum", "Forum 2027", "Session 0"]
    assert 'property="og:title" content="Session 0"' in html
    assert 'name="twitter:card"' in edition_html
    assert 'type="application/atom+xml"' in edition_html


def test_the_sitemap_names_sessions_and_speakers_and_no_draft(client, pages, edition, session, release, office, now):
    one = session()
    session()
    session(kind="common")
    release()
    cancel_session(session=one, by=office, now=now, reason="Ill")
    release()
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}

    def listed():
        tree = ElementTree.fromstring(client.get("/sitemap.xml").content)
        return {row.find("s:loc", spaces).text.removeprefix(HOST): row for row in tree}

    rows = listed()
    found = {path for path in rows if "/forum/2027/" in path}
    below = ("", "speakers/", "sessions/session-1/")
    assert found == {f"/{code}/forum/2027/{path}" for code in ("en", "zh-hans") for path in below}
    for path in found:
        assert client.get(path).status_code == 200
    assert len(rows["/en/forum/2027/speakers/"].findall("x:link", spaces)) == 2
    withdraw_edition(edition=edition, by=office, now=now, reason="Dates may change")
    assert not [path for path in listed() if "/forum/2027/" in path]
