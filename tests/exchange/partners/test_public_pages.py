"""What the public reads of partners: the map and the list beside it, and a page for each hospital that is shown."""

import re
import xml.etree.ElementTree as ET

import pytest
import seasons
from django.db import connection
from django.test.utils import CaptureQueriesContext

from exchange.partners.models import Direction, Partner, PartnersPage
from exchange.partners.parts import book_stay
from portal.pages.founding import found_site
from portal.pages.models import SearchEntry

pytestmark = pytest.mark.django_db
ADDRESS = "/en/partner-hospitals/"
# Seen from Shanghai, and near each other where they can be: the names must still find their places.
CITIES = [
    ("Prague", "布拉格", "CZ", 50.08, 14.44), ("Leuven", "鲁汶", "BE", 50.88, 4.70), ("Padua", "帕多瓦", "IT", 45.41, 11.88),
    ("Freiburg", "弗莱堡", "DE", 48.00, 7.85), ("Strasbourg", "斯特拉斯堡", "FR", 48.58, 7.75),
    ("Zürich", "苏黎世", "CH", 47.38, 8.54),
]  # fmt: skip


def hospital(number, city="Prague", city_zh="布拉格", country="CZ", latitude=50.08, longitude=14.44, **fields):
    fields = {"name": f"Nemocnice {number}", "name_zh": f"第{number}医院", "published": True, **fields}
    return Partner.objects.create(
        slug=f"hospital-{number}", country=country, city_en=city, city_zh=city_zh, name_language="cs",
        time_zone="Europe/Prague", latitude=latitude, longitude=longitude, **fields,
    )  # fmt: skip


@pytest.fixture
def homes(db):
    return found_site(seasons.Clock())


@pytest.fixture
def pages(homes):
    """The page in both languages."""
    english = homes["en"].add_child(instance=PartnersPage(title="Partner hospitals", slug="partner-hospitals"))
    chinese = PartnersPage(title="合作医院", slug="partner-hospitals", translation_key=english.translation_key)
    homes["zh-hans"].add_child(instance=chinese)
    return {"en": english, "zh-hans": chinese}


def read(client, address=ADDRESS):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def dots(page):
    """City by dot."""
    drawn = ET.fromstring(re.search(r'<svg class="map".*?</svg>', page, re.DOTALL).group())
    return [circle.find("title").text for circle in drawn.iter("circle")]


def test_the_dots_of_the_map_are_the_cities_of_the_list(client, pages):
    for number, city in enumerate(CITIES):
        hospital(number, *city)
    hospital(90, *CITIES[0])  # a second one in Prague: one dot, two lines
    hospital(91, "Boston", "波士顿", "US", 42.36, -71.06)  # beyond the map
    hospital(92, "Brno", "布尔诺", "CZ", None, None)  # nobody has typed where it is
    hospital(93, "Vienna", "维也纳", "AT", 48.2, 16.37, published=False)
    for address, which in ((ADDRESS, 0), ("/zh-hans/partner-hospitals/", 1), ("/en/", 0), ("/zh-hans/", 1)):
        page = read(client, address)
        assert sorted(dots(page)) == sorted(city[which] for city in CITIES)
        listed = page[page.index("</svg>", page.index('class="map"')) :]
        for city in (*dots(page), ("Boston", "波士顿")[which], ("Brno", "布尔诺")[which]):
            assert city in listed
        assert ("Vienna", "维也纳")[which] not in page


def test_a_list_of_countries_in_the_order_of_the_language(client, pages):
    for number, city in enumerate(CITIES):
        hospital(number, *city)
    english = re.findall(r'<h2 class="country"[^>]*>([^<]+)<', read(client))
    assert english == ["Belgium", "Czechia", "France", "Germany", "Italy", "Switzerland"]
    chinese = re.findall(r'<h2 class="country"[^>]*>([^<]+)<', read(client, "/zh-hans/partner-hospitals/"))
    # bilishi, deguo, faguo, jieke, ruishi, yidali
    assert chinese == ["比利时", "德国", "法国", "捷克", "瑞士", "意大利"]


def test_without_partners_it_says_what_would_be_here_and_the_home_page_nothing(client, pages):
    hospital(1, published=False)
    page = read(client)
    assert "No partner is shown yet" in page
    assert 'class="map"' not in page
    assert 'id="partners"' not in read(client, "/en/")


def test_a_hospital_has_a_page_with_what_is_exchanged(client, pages):
    partner = hospital(
        1, since=2019, note_en="A hospital by the river.", exchange_en="Airways.", website="https://h.example/"
    )
    partner.departments.create(name="III. chirurgická klinika", name_zh="第三外科")
    for number, direction in enumerate((Direction.IN, Direction.IN, Direction.OUT)):
        book_stay(
            partner=partner, direction=direction, source=f"before:{number}", first_day=seasons.MONDAY.date(),
            last_day=seasons.MONDAY.date(), by=None, at=seasons.MONDAY,
        )  # fmt: skip
    page = read(client, f"{ADDRESS}hospital-1/")
    for words in ("A hospital by the river.", "Airways.", "2019", "III. chirurgická klinika", "https://h.example/",
                  "2 surgeons came, 1 doctor went", '<h1 lang="cs">Nemocnice 1</h1>', "Prague, Czechia"):  # fmt: skip
        assert words in page
    assert dots(page) == ["Prague"]
    assert f'<link rel="canonical" href="http://testserver{ADDRESS}hospital-1/">' in page
    assert 'hreflang="zh-Hans" href="http://testserver/zh-hans/partner-hospitals/hospital-1/"' in page
    assert "2 surgeons came, 1 doctor went" in read(client)
    chinese = read(client, "/zh-hans/partner-hospitals/hospital-1/")
    assert "<h1>第1医院</h1>" in chinese


@pytest.mark.parametrize("slug", ["hidden", "nothing", "hospital-1/further"])
def test_what_is_not_shown_is_not_there(client, pages, slug):
    hospital(1)
    Partner.objects.create(
        name="H", slug="hidden", country="CZ", city_en="P", city_zh="布", time_zone="Europe/Prague", published=False
    )
    assert client.get(f"{ADDRESS}{slug}/").status_code == 404


def test_words_of_the_office_stay_words(client, pages):
    hospital(1, name="<b>Klinik</b>", note_en="<script>x</script>", exchange_en="<i>a</i>", city="<u>P</u>")
    for address in (ADDRESS, f"{ADDRESS}hospital-1/", "/en/"):
        page = read(client, address)
        assert not re.search(r"<b>Klinik|<script>x|<i>a|<u>P", page)


def test_the_menu_leads_to_it_once_it_is_there_and_no_longer(client, homes):
    assert ADDRESS not in read(client, "/en/")
    page = homes["en"].add_child(instance=PartnersPage(title="Partner hospitals", slug="partner-hospitals"))
    assert f'href="{ADDRESS}"' in read(client, "/en/")
    assert f'href="/zh-hans{ADDRESS[3:]}"' not in read(client, "/zh-hans/news/")
    page.unpublish()
    page.save()
    assert f'href="{ADDRESS}"' not in read(client, "/en/news/")


def test_in_the_other_languages_frame_it_says_that_it_is_not_translated(client, homes):
    hospital(1)
    homes["en"].add_child(instance=PartnersPage(title="Partner hospitals", slug="partner-hospitals"))
    for below in ("", "hospital-1/"):
        page = read(client, f"/zh-hans/partner-hospitals/{below}")
        assert "第1医院" in page
        assert f'<a href="http://testserver{ADDRESS}{below}" hreflang="en"' in page
    assert client.get("/zh-hans/partner-hospitals/hospital-2/").status_code == 404


def test_under_an_address_of_the_other_language_it_leads_to_ones_own(client, pages):
    hospital(1)
    pages["zh-hans"].slug = "yiyuan"
    pages["zh-hans"].save()
    answer = client.get("/zh-hans/partner-hospitals/hospital-1/")
    assert (answer.status_code, answer["Location"]) == (302, "/zh-hans/yiyuan/hospital-1/")
    assert client.get("/zh-hans/yiyuan/nothing/").status_code == 404


def test_search_engines_and_the_search_find_each_hospital_that_is_shown(client, pages):
    partner = hospital(1, name="Nemocnice Pod Kaštany", name_zh="卡什塔尼医院")
    hospital(2, published=False)
    sitemap = read(client, "/sitemap.xml")
    for code in ("en", "zh-hans"):
        assert f"<loc>http://testserver/{code}/partner-hospitals/hospital-1/</loc>" in sitemap
    assert "hospital-2" not in sitemap
    for words in ("kastany", "卡什塔尼", "brag", "布拉格"):
        found = read(client, f"/en/search/?q={words}")
        assert ("/partner-hospitals/hospital-1/" in found) is (words != "brag"), words
    partner.published = False
    partner.save()
    assert "hospital-1" not in read(client, "/en/search/?q=kastany")
    assert not SearchEntry.objects.filter(source="partners").exists()


@pytest.mark.parametrize("address", [ADDRESS, f"{ADDRESS}hospital-0/", "/en/", "/sitemap.xml"])
def test_fifty_hospitals_ask_as_much_as_five(client, pages, address):
    def add(numbers):
        for number in numbers:
            partner = hospital(number, f"City {number}", f"城{number}", "CZ", 40 + number / 4, number % 20)
            partner.departments.create(name="Klinika")
            book_stay(
                partner=partner, direction=Direction.IN, source=f"before:{number}", first_day=seasons.MONDAY.date(),
                last_day=seasons.MONDAY.date(), by=None, at=seasons.MONDAY,
            )  # fmt: skip

    def asked():
        read(client, address)
        with CaptureQueriesContext(connection) as caught:
            read(client, address)
        return len(caught)

    add(range(5))
    few = asked()
    add(range(5, 50))
    assert asked() == few
