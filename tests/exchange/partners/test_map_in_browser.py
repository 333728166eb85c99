"""The map as a browser draws it: no name on another or on somebody else's dot, on a desk and on a phone."""

import pytest
import seasons

from exchange.partners.demo.hospitals import PARTNERS
from exchange.partners.models import Partner, PartnersPage
from portal.pages.founding import found_site

pytestmark = pytest.mark.browser

MEASURE = """() => {
  const boxes = (list) => [...list].map(one => {
    const box = one.getBoundingClientRect(), found = {name: one.textContent, left: box.left, right: box.right};
    if (!one.getStartPositionOfChar || box.right === box.left) return {...found, top: box.top, bottom: box.bottom};
    // The box of a text has the height of its font's lines; ink reaches from 0.88 above the base line to 0.22 below it.
    const size = parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a;
    const base = one.getStartPositionOfChar(0).matrixTransform(one.getScreenCTM()).y;
    return {...found, size, top: base - 0.88 * size, bottom: base + 0.22 * size};
  }).filter(box => box.right > box.left);
  return {names: boxes(document.querySelectorAll('.map text')), dots: boxes(document.querySelectorAll('.map circle')),
          wide: document.documentElement.scrollWidth};
}"""


@pytest.fixture
def addresses(transactional_db):
    """The first page and that of the partners, with the demo's twelve hospitals, in both languages."""
    homes = found_site(seasons.Clock())
    for slug, (name, language, name_zh, country, city, city_zh, zone, latitude, longitude, _rest) in PARTNERS.items():
        Partner.objects.create(
            slug=slug, name=name, name_language=language, name_zh=name_zh, country=country, city_en=city, city_zh=city_zh,
            time_zone=zone, latitude=latitude, longitude=longitude, published=True,
        )  # fmt: skip
    key = None
    for code, home in homes.items():
        page = PartnersPage(title=f"Partners {code}", slug="partner-hospitals")
        if key:
            page.translation_key = key
        key = home.add_child(instance=page).translation_key
    return [f"/{code}/{below}" for code in homes for below in ("", "partner-hospitals/")]


def meet(one, other):
    """Whether two boxes share more than a hair, which the browser's own measure may be wrong by."""
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return across > 1 and down > 1


@pytest.mark.parametrize("width", [1280, 1100, 768, 375, 320])
def test_every_name_is_written_and_none_on_another(addresses, new_page, width):
    page = new_page(width=width)
    for address in addresses:
        page.goto(address)
        found = page.evaluate(MEASURE)
        names, dots = found["names"], found["dots"]
        assert sorted(row["name"] for row in names) == sorted(row["name"] for row in dots), address
        assert len(names) == len(PARTNERS)
        for number, one in enumerate(names):
            met = [other["name"] for other in names[number + 1 :] if meet(one, other)]
            met += [dot["name"] for dot in dots if dot["name"] != one["name"] and meet(one, dot)]
            assert not met, f"{address} at {width}: {one['name']} on {met}"
            assert one["size"] >= 12.9, f"{address} at {width}: {one['name']} is too small to read"
        assert found["wide"] <= width


@pytest.mark.parametrize("colour", ["light", "dark"])
def test_the_pages_of_partners_have_no_accessibility_finding(addresses, new_page, axe, colour):
    page = new_page(colour=colour)
    for address in [*addresses, f"/en/partner-hospitals/{next(iter(PARTNERS))}/"]:
        page.goto(address)
        axe(page)
