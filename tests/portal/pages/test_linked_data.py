"""What the head of a page tells machines, held against what the page shows."""

import json
import re
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import pytest
from wagtail.models import Page

from portal.pages.founding import found_site
from portal.pages.linked_data import as_json
from portal.pages.models import Topic

HOST = "http://testserver"
CHANGED = datetime(2027, 2, 20, 5, 0, tzinfo=UTC)
HOSTILE = "</script><script>alert('&')</script>\u2028<!--"
REQUIRED = {
    # As the search engines ask for them, with schema.org's own.
    "NewsArticle": {"headline", "image", "datePublished", "dateModified", "author", "publisher", "mainEntityOfPage"},
    "Organization": {"name", "url", "logo"},
    "WebSite": {"name", "url", "potentialAction"},
    "BreadcrumbList": {"itemListElement"},
}


class Head(HTMLParser):
    """Meta elements by their name or property, and the content of scripts by their type."""

    def __init__(self, html):
        super().__init__()
        self.meta, self.scripts, self.images, self.within = {}, {}, [], ""
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag == "meta" and (name := found.get("property") or found.get("name")):
            self.meta.setdefault(name, []).append(found["content"])
        if tag == "img":
            self.images.append(found)
        self.within = found.get("type", "") if tag == "script" else ""

    def handle_data(self, data):
        if self.within:
            self.scripts.setdefault(self.within, []).append(data)
            self.within = ""

    def one(self, name):
        (content,) = self.meta[name]
        return content

    @property
    def nodes(self):
        (text,) = self.scripts["application/ld+json"]
        graph = json.loads(text)
        assert graph["@context"] == "https://schema.org"
        return {node["@type"]: node for node in graph["@graph"]}


@pytest.fixture
def head(client):
    def read(address):
        response = client.get(address)
        assert response.status_code == 200
        return Head(response.content.decode())

    return read


@pytest.fixture
def story(write_story):
    page = write_story(
        title="Sixty days in Leuven",
        date=date(2027, 2, 3),
        topic=Topic.objects.get(slug="research"),
        author="Jana Dvořáková",
        source="Annals of Surgery",
        source_url="https://annals.example/1",
        intro="Two sentences. In all.",
        corrections=[("correction", {"day": date(2027, 2, 9), "text": "It was Tuesday."})],
    )
    page.tags.add("lung")
    page.save()
    Page.objects.filter(pk=page.pk).update(last_published_at=CHANGED)
    return page


def assert_complete(nodes):
    for kind, node in nodes.items():
        assert REQUIRED.get(kind, set()) <= {name for name, value in node.items() if value}, kind


def test_a_story_is_a_news_article(client, head, story, write_story):
    twin = write_story("zh-hans", twin=story, title="鲁汶六十天")
    nodes = head(story.url).nodes
    assert_complete(nodes)
    article = nodes["NewsArticle"]
    html = client.get(story.url).content.decode()
    assert f"<h1>{article['headline']}</h1>" in html
    assert f'<time datetime="{article["datePublished"]}">' in html
    assert article["description"] in html
    assert article["author"] == {"@type": "Person", "name": "Jana Dvořáková"}
    assert "<p>Jana Dvořáková</p>" in html
    assert article["dateModified"] == CHANGED.isoformat()
    assert article["articleSection"] == "Research"
    assert article["keywords"] == ["lung"]
    assert article["mainEntityOfPage"] == HOST + story.url
    assert article["inLanguage"] == "en"
    assert article["isBasedOn"] == "https://annals.example/1"
    assert article["workTranslation"] == {"@id": f"{HOST}{twin.url}#story"}
    assert article["correction"][0] | {"@type": ""} == {
        "@type": "",
        "datePublished": "2027-02-09",
        "text": "It was Tuesday.",
    }
    assert article["publisher"]["name"] in html
    for address in (*article["image"], article["publisher"]["logo"]):
        assert address.startswith(HOST + "/")
    assert client.get(article["image"][0].removeprefix(HOST)).status_code == 200


def test_in_chinese_too(head, story, write_story):
    twin = write_story("zh-hans", twin=story, title="鲁汶六十天", author="")
    nodes = head(twin.url).nodes
    article = nodes["NewsArticle"]
    assert (article["headline"], article["inLanguage"]) == ("鲁汶六十天", "zh-Hans")
    assert article["author"]["@type"] == "Organization"
    assert article["publisher"]["name"] == "上海市胸科医院"
    names = [step["name"] for step in nodes["BreadcrumbList"]["itemListElement"]]
    assert names[-1] == "鲁汶六十天"


def test_breadcrumbs_are_those_of_the_page(client, head, story):
    steps = head(story.url).nodes["BreadcrumbList"]["itemListElement"]
    shown = re.search(r'<nav class="crumbs.*?</nav>', client.get(story.url).content.decode(), re.S)[0]
    links = re.findall(r'<a href="([^"]+)">([^<]+)</a>', shown)
    assert [(step["item"].removeprefix(HOST), step["name"]) for step in steps[:-1]] == links
    assert (steps[-1]["name"], steps[-1]["item"]) == (story.title, HOST + story.url)
    assert [step["position"] for step in steps] == [1, 2, 3]


def test_the_home_page_says_who_speaks_and_how_to_search(client, head, site, write_story):
    write_story(title="Lungs")
    nodes = head("/en/").nodes
    assert_complete(nodes)
    assert set(nodes) == {"Organization", "WebSite"}
    assert nodes["WebSite"]["publisher"] == {"@id": nodes["Organization"]["@id"]}
    template = nodes["WebSite"]["potentialAction"]["target"]["urlTemplate"]
    asked = client.get(template.removeprefix(HOST).replace("{search_term_string}", "lungs"))
    assert asked.status_code == 200
    assert asked.context["question"] == "lungs"


def test_what_people_type_stays_words(client, head, write_story):
    page = write_story(title=HOSTILE[:200], author=HOSTILE[:100], intro=HOSTILE[:100])
    html = client.get(page.url).content.decode()
    assert "<script>alert" not in html
    found = head(page.url)
    assert found.nodes["NewsArticle"]["headline"] == HOSTILE
    assert found.one("og:title") == HOSTILE
    assert found.one("twitter:description") == HOSTILE


def test_no_character_can_end_the_script():
    text = as_json([{"name": "<>&\u2028\u2029"}])
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text)["@graph"] == [{"name": "<>&\u2028\u2029"}]


# --- The card of a link -------------------------------------------------------------------------------------------


def test_the_card_of_a_story_is_complete(client, head, story, write_story):
    write_story("zh-hans", twin=story, title="鲁汶六十天")
    found = head(story.url)
    said = {
        "og:type": "article",
        "og:title": story.title,
        "og:description": story.intro,
        "og:url": HOST + story.url,
        "og:site_name": "Sino-Euro Forum on Thoracic Disease",
        "og:locale": "en_GB",
        "og:locale:alternate": "zh_CN",
        "og:image": HOST + story.shared_as("wide"),
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": story.title,
        "article:published_time": "2027-02-03",
        "article:modified_time": CHANGED.isoformat(),
        "article:section": "Research",
        "article:tag": "lung",
        "twitter:card": "summary_large_image",
        "twitter:title": story.title,
        "twitter:description": story.intro,
        "twitter:image": HOST + story.shared_as("wide"),
        "twitter:image:alt": story.title,
        "description": story.intro,
    }
    assert {name: found.one(name) for name in said} == said
    assert client.get(story.shared_as("wide")).status_code == 200


@pytest.mark.parametrize("address", ["/en/", "/en/news/", "/en/about/", "/zh-hans/", "/zh-hans/news/", "/en/search/"])
def test_every_public_page_has_a_card(client, head, site, address):
    found = head(address)
    for name in ("og:title", "og:description", "og:image", "og:image:alt", "twitter:card", "twitter:image"):
        assert found.one(name).strip(), name
    assert found.one("og:image").startswith(f"{HOST}/static/portal/art/share")
    assert found.one("description").strip()


def test_a_page_in_the_other_languages_frame_has_the_card_of_its_own(head, write_story):
    chinese = write_story("zh-hans", title="只有中文")
    found = head(chinese.url.replace("/zh-hans/", "/en/"))
    assert found.one("og:title") == "只有中文"
    assert found.one("og:locale") == "zh_CN"
    assert found.one("og:url") == HOST + chinese.url


def test_the_first_picture_is_a_square_that_nobody_sees(head, client, story):
    """WeChat and others take the first picture of a page that is large enough."""
    first = head(story.url).images[0]
    assert first["src"] == HOST + story.shared_as("square")
    assert (first["width"], first["height"], first["alt"]) == ("400", "400", "")
    assert "hidden" in first
    assert first["loading"] == "lazy"
    assert head("/en/").images[0]["src"].endswith(".png")


def test_a_preview_of_a_page_that_was_never_saved_has_the_sites_picture(rf, site):
    from portal.pages.models import NewsIndexPage, StoryPage
    from portal.pages.telling import pictures_of

    index = NewsIndexPage.objects.get(locale__language_code="en")
    page = StoryPage(title="New", topic=Topic.objects.first(), date=date(2027, 1, 1), locale=index.locale)
    assert pictures_of(page, rf.get("/"))["wide"].endswith(".png")
    assert "/share/" not in pictures_of(page, rf.get("/"))["wide"]


def test_pages_founded_anew_need_no_story(client, db):
    found_site(lambda: CHANGED)
    assert client.get("/en/").status_code == 200
