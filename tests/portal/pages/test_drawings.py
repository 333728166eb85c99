import re
from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest

from portal.pages.drawings import __main__ as command
from portal.pages.drawings.breath import Traveller, breath, part_of_year
from portal.pages.drawings.canvas import DARK, LIGHT, n
from portal.pages.drawings.europe import europe, lambert
from portal.pages.drawings.europe import place as europe_place
from portal.pages.drawings.labels import laid_out
from portal.pages.drawings.ledger import ledger
from portal.pages.drawings.limbs import in_limb, out_limb
from portal.pages.drawings.ruler import hour_marks, nights, ruler
from portal.pages.drawings.slices import coarse, disc
from portal.pages.drawings.stories import STORIES
from portal.pages.stylesheets import CSS_DIR

ART = CSS_DIR.parent / "art"
MONTHS = [str(k) for k in range(1, 13)]
WORDS = ("a", "b", "c", "d")


@pytest.fixture(scope="module")
def written():
    return dict(command.files())


def test_committed_pictures_are_what_the_code_draws(written):
    kept = {path.name: path.read_text() for path in ART.glob("*.svg")}
    assert kept == written


def test_pictures_are_small_and_well_formed(written):
    for name, svg in written.items():
        ElementTree.fromstring(svg)
        assert len(svg.encode()) < 40_000, name
        assert "style=" not in svg, name


def test_no_two_pictures_are_alike(written):
    assert len(STORIES) >= 24
    assert len({svg for name, svg in written.items()}) == len(written)


def test_every_picture_says_in_both_languages_what_is_in_it():
    assert len({story.alt_en for story in STORIES.values()}) == len(STORIES)
    for story in STORIES.values():
        assert story.alt_en.endswith(".")
        assert story.alt_zh.endswith("。")


@pytest.mark.parametrize(("name", "count"), [("forum", 400), ("podium", 101), ("applications", 31), ("round", 11)])
def test_the_marks_are_counted(name, count):
    assert STORIES[name].draw(LIGHT).count("<circle") == count


def test_dark_differs_in_colour_only():
    light, dark = STORIES["lamp"].draw(LIGHT), STORIES["lamp"].draw(DARK)
    assert re.sub(r"#\w{6}", "", light) == re.sub(r"#\w{6}", "", dark)


def test_the_loop_closes_on_the_axis():
    assert out_limb(0) == in_limb(0) == 0
    assert out_limb(1) == 0
    assert in_limb(1) == 0
    assert max(out_limb(i / 100) for i in range(101)) == pytest.approx(1, abs=0.02)


def test_numbers_are_short():
    assert [n(12.0), n(12.34), n(-0.01), n(100)] == ["12", "12.3", "0", "100"]


def test_names_on_the_loop_are_escaped_and_carry_their_language():
    svg = breath([], [Traveller(date(2026, 7, 1), "Š<b>", "Praha & co", "cs")], MONTHS, WORDS)
    assert 'lang="cs"' in svg
    assert "Š&lt;b&gt;" in svg
    assert "Praha &amp; co" in svg
    ElementTree.fromstring(svg)


def test_labels_that_would_collide_are_left_to_the_lists():
    crowd = [Traveller(date(2026, 5, day), f"Person number {day}") for day in range(1, 11)]
    svg = breath(crowd, [], MONTHS, WORDS)
    assert svg.count('class="dot-out"') == 10
    assert 0 < svg.count("Person number") < 10


def test_an_empty_year_has_its_axis_and_no_limbs():
    svg = breath([], [], MONTHS, WORDS)
    assert "limb-out" not in svg
    assert svg.count(">6<") == 1


def test_the_year_runs_from_0_to_1():
    assert part_of_year(date(2026, 1, 1)) == 0
    assert part_of_year(date(2028, 12, 31)) < 1


DEADLINE = datetime(2027, 3, 31, 15, 59, tzinfo=UTC)


def test_one_stroke_through_both_bands_and_none_once_past():
    cities = [("Asia/Shanghai", "Shanghai"), ("Europe/Prague", "Prague")]
    open_, past = (ruler(DEADLINE, cities, "t", str, past=past) for past in (False, True))
    assert open_.count('class="stroke"') == 1
    assert past.count('class="stroke"') == 0
    assert open_.count('class="hours"') == 2
    ElementTree.fromstring(open_)


def test_half_hour_zones_shift_the_band_by_half_an_hour():
    start = datetime(2027, 3, 31, 0, tzinfo=UTC)
    shanghai = [x for x, _ in hour_marks(start, "Asia/Shanghai")]
    kolkata = [x for x, _ in hour_marks(start, "Asia/Kolkata")]
    assert kolkata[0] - shanghai[0] == pytest.approx((shanghai[1] - shanghai[0]) / 2)
    assert len(shanghai) == len(kolkata) == 24


def test_the_night_on_which_clocks_change_has_all_its_hours():
    start = datetime(2027, 3, 27, 12, tzinfo=UTC)
    hours = [local.hour for _x, local in hour_marks(start, "Europe/Prague")]
    assert len(hours) == 24
    assert 2 not in hours
    assert nights(start, "Europe/Prague")


def test_the_ledger_draws_one_block_a_person():
    svg = ledger([("2025", 5, 4), ("2026", 0, 0), ("2027", 12, 1)])
    outs = re.findall(r'class="sq-out" d="([^"]*)"', svg)
    assert [d.count("M") for d in outs] == [5, 12]
    ElementTree.fromstring(svg)
    ElementTree.fromstring(ledger([]))


def test_names_on_the_map_do_not_meet():
    svg = europe([(14.4, 50.1, "Prague"), (14.5, 50.2, "Praha"), (4.7, 50.9, "Leuven & Löwen"), (200, 0, "Elsewhere")])
    assert svg.count('class="pin"') == 3
    assert "Elsewhere" not in svg
    assert "&amp;" in svg
    ElementTree.fromstring(svg)


def test_a_thumbnail_has_half_the_levels():
    lines = disc(100, 100, 50, 5)
    assert coarse(lines).count("M") * 2 == pytest.approx(lines.count("M"), abs=1)


def test_the_command_writes_files(tmp_path):
    command.main(tmp_path / "art")
    assert (tmp_path / "art" / "cells-small-dark.svg").exists()


PLACES = [(-4 + 3.1 * (k % 8), 53 - 2.2 * (k // 8), f"Town {k}" if k % 3 else f"市镇{k}") for k in range(48)]


@pytest.mark.parametrize("size", [18, 27])
def test_names_on_a_crowded_map_meet_neither_each_other_nor_a_pin(size):
    spots = [(*europe_place(*lambert(lon, lat)), name) for lon, lat, name in PLACES]
    found = laid_out(spots, size, (600, 520), 8)
    assert len(found) > 10
    boxes = [row.box for row in found]
    pins = [(x - 8, y - 8, x + 8, y + 8) for x, y, _name in spots]
    for number, one in enumerate(boxes):
        assert 0 < one[0] < one[2] < 600
        assert 0 < one[1] < one[3] < 520
        for other in (*boxes[number + 1 :], *pins):
            assert not (one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3])


def test_every_place_has_its_pin_though_not_every_name_finds_room():
    svg = europe(PLACES)
    assert svg.count('class="pin"') == len(PLACES)
    assert all(f"<title>{name}</title>" in svg for _lon, _lat, name in PLACES)
    assert len(re.findall("<text", svg)) < 2 * len(PLACES)
    ElementTree.fromstring(svg)


# A handful of towns of which three stand upon the Rhine, close together.
RHINE = [
    (14.44, 50.08, "Prague"), (16.61, 49.2, "Brno"), (16.93, 52.41, "Poznań"), (7.85, 48.0, "Freiburg"),
    (7.75, 48.58, "Strasbourg"), (8.54, 47.38, "Zürich"), (7.69, 45.07, "Turin"), (11.88, 45.41, "Padua"),
]  # fmt: skip


@pytest.mark.parametrize("size", [18, 27])
def test_each_name_finds_its_place_and_is_led_to_where_it_stands_apart(size):
    spots = [(*europe_place(*lambert(lon, lat)), name) for lon, lat, name in RHINE]
    found = laid_out(spots, size, (600, 520), 8)
    assert [row.name for row in found] == [name for _lon, _lat, name in RHINE]
    led = [row for row in found if row.leader]
    assert led
    for row, (x, y, _name) in zip(found, spots, strict=True):
        if row.leader:
            assert row.leader[:2] == (x, y)
        else:
            assert row.anchor == "middle" or min(abs(row.box[0] - x), abs(row.box[2] - x)) < 8 + size
