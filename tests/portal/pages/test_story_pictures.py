"""Pictures, galleries, videos and documents of a story: what each shows and refuses."""

import json

import pytest
from block_values import block, clean, html_of, shot
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image
from wagtail.images import get_image_model
from wagtail.models import Collection, CollectionViewRestriction

from portal.pages.pictures import FULL, THUMBNAIL, picture
from portal.pages.story_blocks.video import provider_of

# --- Pictures -------------------------------------------------------------------------------------------------------


def test_a_photograph_comes_in_modern_formats_and_several_widths(photograph):
    shown = picture(photograph(1800, 1200), size=FULL, alt="x")
    assert (shown.width, shown.height) == (1600, 1066)
    assert [source.type for source in shown.sources] == ["image/avif"]
    for srcset, kind in ((shown.sources[0].srcset, ".avif"), (shown.srcset, ".webp")):
        assert [part.split()[1] for part in srcset.split(", ")] == ["640w", "1000w", "1600w"]
        assert srcset.count(kind) == 3
    assert "vw" in shown.sizes
    assert shown.sizes == shown.sources[0].sizes


def test_a_small_photograph_is_not_made_larger_and_stands_once(photograph):
    shown = picture(photograph(700, 500))
    assert [part.split()[1] for part in shown.srcset.split(", ")] == ["640w", "700w"]


def test_a_drawing_keeps_its_file_in_light_and_dark(db):
    def drawing(name, size='width="1200" height="675"'):
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 675" {size}/>'.encode()
        return get_image_model().objects.create(title=name, file=ContentFile(svg, name=f"{name}.svg"))

    light, dark = drawing("light"), drawing("dark")
    shown = picture(light, dark, size=THUMBNAIL)
    assert (shown.url, shown.width, shown.height, shown.srcset) == (light.file.url, 800, 450, "")
    assert [(source.srcset, source.media) for source in shown.sources] == [
        (dark.file.url, "(prefers-color-scheme: dark)")
    ]


def test_a_drawing_of_another_shape_is_cut_to_the_list(db):
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600" width="600" height="600"/>'
    image = get_image_model().objects.create(title="square", file=ContentFile(svg, name="square.svg"))
    shown = picture(image, size=THUMBNAIL)
    assert shown.width * 9 == pytest.approx(shown.height * 16, abs=16)
    assert shown.url != image.file.url


@pytest.mark.parametrize(("x", "colour"), [(100, "red"), (1700, "green")])
def test_a_thumbnail_is_cut_about_the_focal_point(photograph, x, colour):
    image = photograph(1800, 300, focal_point_x=x, focal_point_y=150, focal_point_width=50, focal_point_height=50)
    rendition = image.get_rendition(THUMBNAIL.spec(400, "webp"))
    assert rendition.width * 9 == pytest.approx(rendition.height * 16, abs=16)
    with Image.open(rendition.file) as drawn:
        red, green, _blue = drawn.convert("RGB").getpixel((drawn.width // 2, drawn.height // 2))
    assert (red > green) == (colour == "red")


def test_pictures_of_a_page_say_their_size_and_who_made_them(client, write_story, photograph):
    gallery = {"title": "", "pictures": [shot(photograph(), caption="Left", credit="Photo: A") for _ in range(3)]}
    page = write_story(body=json.dumps([block("picture", shot(photograph())), block("gallery", gallery)]))
    html = html_of(client, page)
    main = html.split("<main")[1].split("</main>")[0]
    assert main.count("<img ") == main.count(' width="') == main.count(' height="') == 4
    assert main.count('type="image/avif"') == 4
    assert main.count("Photo: A") == 3


def test_a_picture_that_is_gone_leaves_no_hole(client, write_story, photograph):
    image = photograph()
    page = write_story(body=json.dumps([block("picture", shot(image)), block("paragraph", "<p>Stays.</p>")]))
    image.delete()
    html = html_of(client, page)
    assert "Stays." in html
    assert "<figure" not in html


def test_the_head_picture_comes_first_and_the_others_when_they_are_near(client, write_story, photograph):
    page = write_story(
        picture=photograph(), picture_alt="Head", body=json.dumps([block("picture", shot(photograph()))])
    )
    head, below = html_of(client, page).split("<article")[1].split("<img ")[1:]
    assert 'fetchpriority="high"' in head.split(">")[0]
    assert 'loading="lazy"' in below.split(">")[0]


def test_a_gallery_needs_two(photograph):
    with pytest.raises(ValidationError):
        clean("gallery", {"title": "", "pictures": [shot(photograph())]})


# --- Video ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "name", "abroad"),
    [
        ("https://www.bilibili.com/video/BV1/", "Bilibili", False),
        ("https://b23.tv/x", "Bilibili", False),
        ("https://v.qq.com/x/page/a.html", "Tencent Video", False),
        ("https://m.v.qq.com/x/page/a.html", "Tencent Video", False),
        ("https://youtu.be/x", "YouTube", True),
        ("https://m.youtube.com/watch?v=x", "YouTube", True),
        ("https://player.vimeo.com/video/1", "Vimeo", True),
        ("https://notyoutube.com/x", "notyoutube.com", False),
        ("https://www.chest.example/film", "chest.example", False),
        ("https://qq.com/x", "qq.com", False),
    ],
)
def test_the_provider_of_a_video_is_recognised(url, name, abroad):
    assert provider_of(url) == (name, abroad)


def test_a_video_is_a_picture_and_ways_out_without_anything_from_outside(client, write_story, photograph):
    links = ["https://www.bilibili.com/video/BV1/", "https://vimeo.com/1"]
    value = {"title": "The back wall", "links": links, "length": "4:12", "poster": shot(photograph())}
    html = html_of(client, write_story(body=json.dumps([block("video", value)])))
    assert "Watch at Bilibili" in html
    assert html.count("Does not open in mainland China.") == 1
    assert "(4:12)" in html
    outside = [
        part.split('"')[0]
        for part in html.split('src="')[1:]
        if part.startswith("http") and not part.startswith("http://testserver/")
    ]
    assert outside == []
    assert not any(tag in html for tag in ("<iframe", "<video", "<embed", "<object"))


@pytest.mark.parametrize(
    "change", [{"length": "long"}, {"length": "4:72"}, {"links": []}, {"links": ["javascript:alert(1)"]}]
)
def test_a_video_says_what_is_wrong(photograph, change):
    value = {"title": "x", "links": ["https://vimeo.com/1"], "length": "", "poster": shot(photograph())}
    clean("video", value)
    with pytest.raises(ValidationError):
        clean("video", value | change)


# --- Documents -------------------------------------------------------------------------------------------------------


def test_a_document_says_its_kind_and_size(client, write_story, document):
    paper = document()
    html = html_of(
        client, write_story(body=json.dumps([block("document", {"document": paper.pk, "about": "A page."})]))
    )
    assert f'<a href="{paper.url}">Handover card</a>' in html
    assert "PDF, 1.8" in html
    assert "KB" in html


@pytest.mark.parametrize("place", ["itself", "above"])
def test_a_private_document_is_refused_and_never_shown(client, write_story, document, place):
    below = Collection.get_first_root_node().add_child(name="Staff")
    inner = below.add_child(name="Inner") if place == "above" else below
    CollectionViewRestriction.objects.create(collection=below, restriction_type="login")
    paper = document(collection=inner)
    with pytest.raises(ValidationError):
        clean("document", {"document": paper.pk, "about": ""})
    page = write_story(body=json.dumps([block("document", {"document": paper.pk, "about": ""})]))
    assert "Handover card" not in html_of(client, page)
    CollectionViewRestriction.objects.all().delete()
    clean("document", {"document": paper.pk, "about": ""})
    assert "Handover card" in html_of(client, page)
