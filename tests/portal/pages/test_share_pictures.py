"""The picture that other sites show beside a link to a story: its own, in its language, only while it is public."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageChops
from wagtail.images import get_image_model
from wagtail.models import PageViewRestriction

from portal.pages.share_picture import ART, picture, square
from portal.pages.sharing import drawing, fonts, stored
from portal.pages.sharing.lines import lines_of, shortened

SIZES = {"wide": (1200, 630), "square": (400, 400)}


@pytest.fixture(autouse=True)
def empty_store(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def pixels(data):
    return Image.open(BytesIO(data)).convert("RGB")


def stored_names(page):
    return sorted(default_storage.listdir(f"{stored.FOLDER}/{page.pk}")[1])


@pytest.mark.parametrize("shape", SIZES)
def test_a_story_has_a_picture_of_its_own(client, write_story, shape):
    page = write_story(title="Sixty days in Leuven")
    response = client.get(page.shared_as(shape))
    assert response["Content-Type"] == "image/png"
    assert "immutable" in response["Cache-Control"]
    image = Image.open(BytesIO(response.content))
    assert (image.format, image.size) == ("PNG", SIZES[shape])
    assert len(response.content) < 60_000


def test_two_stories_differ_in_the_place_of_their_titles(client, write_story):
    day = {"date": write_story().date}
    # Before they become files, whose palette follows the whole of a picture.
    titles = ("Sixty days in Leuven", "鲁汶六十天", "Sixty days in Leuven")
    one, other, again = (drawing.wide(stored.words_of(write_story(title=title, **day))) for title in titles)
    left, _top, _right, bottom = ImageChops.difference(one, other).getbbox()
    assert left > drawing.MERIDIAN
    assert bottom < 545
    assert ImageChops.difference(one, again).getbbox() is None
    first, second = (client.get(write_story(title=title, **day).shared_as("wide")).content for title in titles[:2])
    assert pixels(first).tobytes() != pixels(second).tobytes()


def test_each_language_has_its_own_words(write_story):
    english = write_story(title="Sixty days")
    chinese = write_story("zh-hans", twin=english, title="六十天")
    assert stored.words_of(english).site == "Sino-Euro Forum on Thoracic Disease"
    assert stored.words_of(english).day_words == "2 January 2027"
    words = stored.words_of(chinese)
    assert (words.title, words.day_words, words.topic) == ("六十天", "2027年1月3日", "论坛")


def test_it_is_drawn_once_and_anew_when_what_it_shows_changes(client, write_story, monkeypatch):
    page = write_story(title="Before")
    old = page.shared_as("wide")
    first = client.get(old).content
    client.get(page.shared_as("square"))
    assert [name.split("-")[0] for name in stored_names(page)] == ["square", "wide"]
    drawn = []
    monkeypatch.setattr(stored, "draw", lambda *told: drawn.append(told))
    assert client.get(old).content == first
    assert drawn == []
    monkeypatch.undo()

    page.title = "After"
    page.save_revision().publish()
    assert page.shared_as("wide") != old
    answer = client.get(old)
    assert (answer.status_code, answer["Location"]) == (302, page.shared_as("wide"))
    assert client.get(answer["Location"]).content != first
    assert len([name for name in stored_names(page) if name.startswith("wide")]) == 1


@pytest.mark.parametrize("asked", ["/share/{pk}/wide/0.png", "/share/{pk}/wide/nothing.png"])
def test_nobody_makes_pictures_of_their_own(client, write_story, asked):
    page = write_story()
    answer = client.get(asked.format(pk=page.pk))
    assert answer["Location"] == page.shared_as("wide")
    assert not default_storage.exists(stored.FOLDER)
    assert client.get(page.shared_as("wide").replace("wide", "tall")).status_code == 404


def test_a_story_that_is_not_public_has_none(client, write_story, django_capture_on_commit_callbacks):
    draft, private, taken = write_story(live=False), write_story(), write_story()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert client.get(draft.shared_as("wide")).status_code == 404
    assert client.get(private.shared_as("wide")).status_code == 404
    assert client.get(taken.shared_as("wide")).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        taken.unpublish()
    assert client.get(taken.shared_as("wide")).status_code == 404
    assert stored_names(taken) == []


def test_a_photograph_is_shown_and_a_drawing_is_not(client, write_story, photograph):
    image = photograph()
    page = write_story(picture=image, picture_alt="Two halves")
    shown = pixels(client.get(page.shared_as("wide")).content)
    red, green = shown.getpixel((820, 300)), shown.getpixel((1180, 300))
    assert red[0] > 120 > red[1]
    assert green[1] > 60 > green[0]
    assert pixels(client.get(page.shared_as("square")).content).getpixel((20, 200))[0] > 120
    before = page.shared_as("wide")
    image.focal_point_x, image.focal_point_y = 1700, 600
    image.focal_point_width = image.focal_point_height = 100
    image.save()
    page.refresh_from_db()
    assert page.shared_as("wide") != before

    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path d="M0 0h16v9H0z"/></svg>'
    drawn = get_image_model().objects.create(title="Drawn", file=ContentFile(svg, name="drawn.svg"))
    assert client.get(write_story(picture=drawn, picture_alt="x").shared_as("wide")).status_code == 200


def test_the_longest_title_has_room(write_story):
    for title in ("Wunderbare Thoraxchirurgie " * 9, "候补名单如何运作" * 30, "x" * 255):
        words = stored.words_of(write_story(title=title[:255], slug=f"s-{len(title)}"))
        image = drawing.wide(words)
        paper = pixels(drawing.png(image)).crop((0, 500, 1200, 540)).crop((drawing.MATTER, 0, 1200, 40))
        assert min(paper.convert("L").getdata()) > 150, title[:20]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Šimůnek, Łódź, Győr: “Gößling”", [("latin", "Šimůnek, Łódź, Győr: “Gößling”")]),
        ("λ Ω Жук", [("latin", "λ Ω Жук")]),
        ("访问Šimůnek：“论坛”", [("han", "访问"), ("latin", "Šimůnek"), ("han", "：“论坛”")]),
        # A character that no font has is said, and not drawn as an empty box.
        ("𠮷田", [("han", "〓田")]),
    ],
)
def test_european_and_chinese_names_are_in_a_font_that_has_them(text, runs):
    assert fonts.runs_of(text) == runs


WIDE = len


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("don’t break", 6, ["don’t", "break"]),
        ("a  b\n c", 99, ["a b c"]),
        ("论坛，开幕", 2, ["论", "坛，", "开幕"]),
        ("他说“论坛”好", 3, ["他说", "“论", "坛”好"]),
        ("CAR-T“论坛”", 6, ["CAR-T", "“论坛”"]),
        ("CAR-T治疗肺癌", 6, ["CAR-T治", "疗肺癌"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("", 4, []),
    ],
)
def test_lines_break_by_the_manners_of_the_script(text, limit, lines):
    assert lines_of(text, WIDE, limit) == lines


def test_what_is_left_out_is_said():
    assert shortened(["one", "two", "three"], 2, WIDE, 3) == ["one", "tw…"]
    assert shortened(["one"], 2, WIDE, 3) == ["one"]


@pytest.mark.parametrize(("name", "draw"), [("share.png", picture), ("share-square.png", square)])
def test_the_sites_own_pictures_are_what_the_code_draws(name, draw):
    kept = Image.open(ART / name).convert("RGB")
    drawn = draw().quantize(64).convert("RGB")
    assert kept.size == drawn.size
    assert ImageChops.difference(kept, drawn).getbbox() is None
