"""The switch, the fallback, the choice at the door, and what machines are told about languages."""

import xml.etree.ElementTree as ET

import pytest

from portal.pages.models import StoryPage

ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def switch_of(response):
    return dict(response.context["alternates"])


def test_the_switch_leads_to_the_same_page(client, write_story):
    english = write_story()
    chinese = write_story("zh-hans", twin=english, slug="liu-shi-tian")
    assert switch_of(client.get(english.url)) == {"en": english.url, "zh-hans": chinese.url}
    assert switch_of(client.get(chinese.url)) == {"en": english.url, "zh-hans": chinese.url}


def test_a_missing_translation_is_said_on_the_page(client, write_story):
    english = write_story(title="Only in English")
    address = switch_of(client.get(english.url))["zh-hans"]
    response = client.get(address)
    html = response.content.decode()
    assert address == "/zh-hans/news/" + english.slug + "/"
    assert response.context["missing"]
    assert '<html lang="zh-Hans">' in html
    assert '<div lang="en">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert f'<link rel="canonical" href="http://testserver{english.url}">' in html
    assert switch_of(response) == {"en": english.url, "zh-hans": address}


def test_the_other_way_round_too(client, write_story):
    chinese = write_story("zh-hans", title="只有中文")
    html = client.get(chinese.url.replace("/zh-hans/", "/en/")).content.decode()
    assert "This page is not there in English yet" in html


def test_an_address_in_the_wrong_language_leads_on_to_the_translation(client, write_story):
    english = write_story()
    chinese = write_story("zh-hans", twin=english, slug="liu-shi-tian")
    response = client.get(f"/zh-hans/news/{english.slug}/")
    assert response.status_code == 302
    assert response.url == chinese.url


def test_a_draft_is_no_fallback(client, write_story):
    draft = write_story(live=False)
    assert client.get(draft.url.replace("/en/", "/zh-hans/")).status_code == 404


def test_nothing_at_all_is_404_in_both(client, site):
    for code in ("en", "zh-hans"):
        assert client.get(f"/{code}/nothing/at/all/").status_code == 404


@pytest.mark.parametrize(("wish", "code"), [("zh-CN,zh;q=0.9", "zh-hans"), ("cs,en;q=0.5", "en"), ("", "en")])
def test_the_door_chooses_once_and_remembers(client, site, wish, code):
    response = client.get("/", headers={"accept-language": wish})
    assert response.url == f"/{code}/"
    assert client.get("/", headers={"accept-language": "en" if code == "zh-hans" else "zh-CN"}).url == f"/{code}/"


def test_pages_name_their_languages(client, write_story):
    english = write_story()
    assert "hreflang" not in head_of(client.get(english.url))
    write_story("zh-hans", twin=english)
    head = head_of(client.get(english.url))
    assert f'hreflang="zh-Hans" href="http://testserver/zh-hans/news/{english.slug}/"' in head
    assert 'property="og:title"' in head
    assert 'type="application/atom+xml"' in head


def head_of(response):
    return response.content.decode().split("</head>")[0]


def test_the_feed_speaks_its_language(client, write_story):
    english = write_story(title="Two & three")
    write_story("zh-hans", twin=english, title="二与三")
    feeds = {code: ET.fromstring(client.get(f"/{code}/feeds/news.atom").content) for code in ("en", "zh-hans")}
    for code, title in (("en", "Two & three"), ("zh-hans", "二与三")):
        entry = feeds[code].find("a:entry", ATOM)
        assert entry.find("a:title", ATOM).text == title
        assert entry.find("a:link", ATOM).get("href") == f"http://testserver/{code}/news/{english.slug}/"
        assert entry.find("a:id", ATOM).text.startswith("urn:uuid:")
        assert feeds[code].get("{http://www.w3.org/XML/1998/namespace}lang").lower() == code


def test_the_sitemap_names_translations(client, write_story):
    english = write_story()
    alone = write_story(title="Alone")
    write_story("zh-hans", twin=english)
    tree = ET.fromstring(client.get("/sitemap.xml").content)
    rows = {row.find("s:loc", SITEMAP).text: row.findall("x:link", SITEMAP) for row in tree}
    assert {link.get("hreflang") for link in rows[f"http://testserver{english.url}"]} == {"en", "zh-Hans"}
    assert rows[f"http://testserver{alone.url}"] == []
    assert len(rows) == 2 + 2 + 8 + StoryPage.objects.count()


def test_robots_name_the_sitemap(client, site):
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()
