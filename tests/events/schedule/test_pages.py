"""What the public reads of an edition, in both languages."""

import json
import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.editions.actions import publish_edition, withdraw_edition
from events.editions.models import Edition
from events.schedule.actions import cancel_session, save_session
from events.schedule.models import EditionPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(pages):
    return {language: page.url for language, page in pages.items()}


def linked_data(body):
    """The Event among what the page tells search engines."""
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', body, re.S)
    (event,) = [node for node in json.loads(script)["@graph"] if node["@type"] == "Event"]
    return event


def body_of(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_schedule_by_day_in_english(client, url, session, release, speaker):
    session(day=0, clock=9, chairs=[speaker()])
    session(day=1, clock=10)
    release()
    body = body_of(client, url["en"])
    assert re.findall(r'<h2 id="2027[^>]*>(.*?)</h2>', body) == ["Saturday 30 October 2027", "Sunday 31 October 2027"]
    assert "09:00–10:00" in body
    assert "Release 1" in body
    assert '<span lang="cs">Jiří Šimůnek1</span>' in body


def test_the_schedule_by_day_in_chinese(client, url, session, release, speaker):
    session(chairs=[speaker(), speaker(surname="Shen", given_names="Zhiyao", chinese_name="沈之遥")])
    release()
    body = body_of(client, url["zh-hans"])
    assert "2027年10月30日（星期六）" in body
    assert "场次0" in body
    assert "沈之遥" in body
    assert "Zhiyao" not in body
    assert '<span lang="cs">Jiří Šimůnek1</span>' in body


def test_each_day_names_a_second_city_by_its_own_clock(client, url, session, release):
    session(day=0, clock=9)
    session(day=1, clock=9)
    release()
    said = re.findall(r"At 09:00 here it is (\d\d:\d\d) in Prague", body_of(client, url["en"]))
    assert said == ["03:00", "02:00"]


def test_a_sub_forum_narrows_the_schedule(client, url, session, release, edition):
    lung, heart = edition.sub_forums.order_by("pk")
    session(title_en="Of the lung", sub_forum=lung)
    session(title_en="Of the heart", sub_forum=heart)
    session(title_en="Of everybody")
    release()
    body = body_of(client, f"{url['en']}?sub-forum=lung")
    schedule = body[body.index("<table") : body.rindex("</table>")]
    assert "Of the lung" in schedule
    assert "Of everybody" in schedule
    assert "Of the heart" not in schedule


@pytest.mark.parametrize("typed", ["nothing", "%00", "<script>", "lung' OR 1=1"])
def test_an_unknown_sub_forum_shows_all(client, url, session, release, typed):
    session()
    release()
    assert "Session 0" in body_of(client, f"{url['en']}?sub-forum={typed}")


def test_before_a_release_nothing_of_the_schedule_is_shown(client, url, session):
    session(title_en="Not yet told")
    body = body_of(client, url["en"])
    assert "Not yet told" not in body
    assert "The schedule is not released yet" in body


def test_the_page_shows_what_was_released_and_not_what_was_changed_since(client, url, session, release, office, now):
    one = session(title_en="As released")
    release()
    one.title_en = "As changed"
    save_session(session=one, by=office, now=now)
    assert "As changed" not in body_of(client, url["en"])


def test_a_second_release_says_what_changed(client, url, session, release, office, now):
    one = session()
    release()
    cancel_session(session=one, by=office, now=now, reason="Ill")
    session()
    release()
    body = body_of(client, url["en"])
    assert "2 changes since release 1" in body
    assert "Cancelled: “Session 0”." in body
    assert '<span class="tag stop">Cancelled</span>' in body


def test_json_ld_tells_the_edition_and_its_sessions(client, url, session, release, speaker, office, now):
    one = session(clock=9, talks=[speaker()])
    release()
    cancel_session(session=one, by=office, now=now, reason="Ill")
    release()
    told = linked_data(body_of(client, url["en"]))
    assert (told["@type"], told["startDate"], told["endDate"]) == ("Event", "2027-10-30", "2027-10-31")
    (sub,) = told["subEvent"]
    assert sub["startDate"] == "2027-10-30T09:00:00+08:00"
    assert sub["eventStatus"] == "https://schema.org/EventCancelled"
    assert sub["performer"] == [{"@type": "Person", "name": "Jiří Šimůnek1"}]
    assert sub["location"]["name"] == "Room 1"


def test_a_title_cannot_end_the_script_of_the_json_ld(client, url, session, release):
    title = "</script><script>alert(1)</script>"
    session(title_en=title)
    release()
    body = body_of(client, url["en"])
    assert linked_data(body)["subEvent"][0]["name"] == title
    assert "<script>alert" not in body


def test_an_edition_taken_off_the_site_has_no_pages(client, url, session, release, edition, office, sign_in, now):
    session()
    release()
    withdraw_edition(edition=edition, by=office, now=now, reason="Dates may change")
    addresses = [url["en"], "/en/forum/2027/speakers/", "/en/forum/2027/sessions/session-0/"]
    assert [client.get(address).status_code for address in addresses] == [404, 404, 404]
    assert [sign_in(office).get(address).status_code for address in addresses] == [200, 200, 200]


def test_a_session_has_a_page_in_both_languages(client, pages, session, release, speaker):
    session(clock=9, chairs=[speaker()], talks=[speaker()], summary_zh="内容")
    release()
    body = body_of(client, "/en/forum/2027/sessions/session-0/")
    assert "<h1>Session 0</h1>" in body
    assert '<p class="twin" lang="zh-Hans">场次0</p>' in body
    assert "Talk 0" in body
    assert '"/zh-hans/forum/2027/sessions/session-0/"' in body
    assert "内容" in body_of(client, "/zh-hans/forum/2027/sessions/session-0/")


@pytest.mark.parametrize("slug", ["none", "lunch"])
def test_what_is_no_session_has_no_page(client, session, release, slug):
    session()
    session(title_en="Lunch", kind="common", room=None)
    release()
    assert client.get(f"/en/forum/2027/sessions/{slug}/").status_code == 404


def test_speakers_stand_by_surname_with_their_sessions(client, pages, session, release, speaker):
    last, first = speaker(surname="Žák"), speaker(surname="Adam")
    session(chairs=[first], talks=[last])
    release()
    body = body_of(client, "/en/forum/2027/speakers/")
    assert body.index("Jiří Adam") < body.index("Jiří Žák")
    assert body.count("/en/forum/2027/sessions/session-0/") == 2


def test_the_forum_lists_what_is_public(client, forum_pages, pages, edition, office, now):
    address = forum_pages["en"].url
    assert "Forum 2027" in body_of(client, address)
    withdraw_edition(edition=edition, by=office, now=now, reason="Not yet")
    assert "No edition is announced yet" in body_of(client, address)


def queries_of(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def test_the_number_of_queries_does_not_grow_with_the_editions(client, forum_pages, series, office, now):
    def add(years):
        for year in years:
            edition = Edition.objects.create(
                series=series, slug=str(year), title_en=f"Forum {year}", title_zh=f"{year}年论坛",
                starts_on=date(year, 10, 30), ends_on=date(year, 10, 31), venue_en="Shanghai", venue_zh="上海",
            )  # fmt: skip
            publish_edition(edition=edition, by=office, now=now)
            page = forum_pages["en"].add_child(instance=EditionPage(title=f"Forum {year}", edition=edition))
            page.save_revision().publish()

    address = forum_pages["en"].url
    add(range(2030, 2035))
    few = queries_of(client, address)
    add(range(2035, 2080))
    assert body_of(client, address).count("Forum 20") >= 50
    assert queries_of(client, address) == few


def test_the_number_of_queries_does_not_grow_with_the_sessions(client, url, session, speaker, release):
    addresses = [*url.values(), "/en/forum/2027/speakers/", "/en/forum/2027/sessions/session-0/", "/en/"]
    counts = []
    for number in (5, 45):
        for place in range(number):
            session(day=place % 2, chairs=[speaker()], talks=[speaker(), speaker()])
        release()
        counts.append([queries_of(client, address) for address in addresses])
    assert counts[0] == counts[1]
    *pages, home = counts[0]
    assert max(pages) <= 15
    assert home <= 20
