"""The blocks of a story: what each shows, what it refuses, and how few queries all of them take together."""

import json
from datetime import date
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from PIL import Image
from wagtail.contrib.typed_table_block.blocks import TypedTable
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, CollectionViewRestriction, Locale, PageViewRestriction
from wagtail_localize.models import Translation, TranslationSource

from portal.pages.models import NewsIndexPage, PersonCard, StoryPage
from portal.pages.people_cards import card_line
from portal.pages.pictures import FULL, THUMBNAIL, picture
from portal.pages.story_blocks import StoryBodyBlock
from portal.pages.story_blocks.trial import registry_url
from portal.pages.story_blocks.video import provider_of


@pytest.fixture
def photograph(db):
    """photograph(width, height) is an image of the library, red on its left half and green on its right."""

    def make(width=1800, height=1200, **fields):
        drawn = Image.new("RGB", (width, height), "#0a5a50")
        drawn.paste("#a3122a", (0, 0, width // 2, height))
        data = BytesIO()
        drawn.save(data, "JPEG")
        count = get_image_model().objects.count()
        file = ContentFile(data.getvalue(), name=f"photograph-{count}.jpg")
        return get_image_model().objects.create(title=f"Photograph {count}", file=file, **fields)

    return make


@pytest.fixture
def document(db):
    def make(**fields):
        made = get_document_model()(
            title="Handover card", file=ContentFile(b"%PDF-1.7 " * 200, name="card.pdf"), **fields
        )
        made._set_document_file_metadata()
        made.save()
        return made

    return make


def card(**fields):
    words = {
        "role_en": "Thoracic surgeon",
        "role_zh": "胸外科医师",
        "hospital_en": "Szpital",
        "hospital_zh": "瓦尔塔医院",
    }
    return PersonCard.objects.create(**{"name": "Marek Świątkowski", "name_language": "pl"} | words | fields)


def shot(image, **fields):
    return {
        "image": image.pk,
        "dark": None,
        "alt": "Red and green",
        "decorative": False,
        "caption": "",
        "credit": "",
    } | fields


def block(kind, value):
    return {"type": kind, "value": value}


def table_value(caption="Nights", **more):
    rows = [{"values": ["Alarms", "38"]}, {"values": ["Walks", "12"]}]
    columns = [{"type": "text", "heading": "What"}, {"type": "number", "heading": "Padua"}]
    return {"table": {"caption": caption, "columns": columns, "rows": rows}, "rows_have_heads": True} | more


def clean(kind, value):
    """What the block makes of a value that an editor typed."""
    one = StoryBodyBlock().child_blocks[kind]
    return one.clean(one.to_python(value))


def html_of(client, page):
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode()


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
    outside = [part.split('"')[0] for part in html.split('src="')[1:] if part.startswith("http")]
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


# --- Tables -----------------------------------------------------------------------------------------------------------


def test_a_table_has_a_caption_and_heads_in_both_directions(client, write_story):
    html = html_of(client, write_story(body=json.dumps([block("table", table_value())])))
    assert "<caption>Nights</caption>" in html
    assert html.count('<th scope="col"') == 2
    assert html.count('<th scope="row">') == 2
    assert '<td class="end" data-label="Padua">38</td>' in html
    plain = html_of(client, write_story(body=json.dumps([block("table", table_value(rows_have_heads=False))])))
    assert '<th scope="row">' not in plain


def without_head():
    value = table_value()
    value["table"]["columns"][0]["heading"] = " "
    return value


def without_name():
    value = table_value()
    value["table"]["rows"][1]["values"][0] = ""
    return value


def without_rows():
    value = table_value()
    value["table"]["rows"] = []
    return value


@pytest.mark.parametrize("value", [table_value(caption=" "), without_head(), without_name(), without_rows()])
def test_a_table_that_nobody_could_read_out_is_refused(db, value):
    clean("table", table_value())
    with pytest.raises(ValidationError):
        clean("table", value)


def test_a_table_is_translated_with_the_story(site, write_story):
    page = write_story(body=json.dumps([block("table", table_value())]))
    source = TranslationSource.get_or_create_from_instance(page)[0]
    target = Locale.objects.get(language_code="zh-hans")
    translation = Translation.objects.create(source=source, target_locale=target)
    for segment in source.stringsegment_set.select_related("string", "context"):
        translated = {"Nights": "夜班", "Alarms": "报警", "Padua": "帕多瓦"}.get(segment.string.data)
        if translated:
            segment.string.translations.create(
                locale=target, context=segment.context, data=translated, translation_type="manual"
            )
    translation.save_target(publish=True)
    value = StoryPage.objects.get(locale=target).body[0].value["table"]
    assert isinstance(value, TypedTable)
    assert value.caption == "夜班"
    assert [column["heading"] for column in value.columns] == ["What", "帕多瓦"]
    assert [row["values"] for row in value.row_data] == [["报警", "38"], ["Walks", "12"]]


# --- Trials -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "url"),
    [
        ("NCT01234567", "https://clinicaltrials.gov/study/NCT01234567"),
        (" ISRCTN12345678 ", "https://www.isrctn.com/ISRCTN12345678"),
        ("2022-501725-21-00", "https://euclinicaltrials.eu/ctis-public/view/2022-501725-21-00"),
        ("ChiCTR2000012345", ""),
        ("NCT0123456/../x", ""),
        ("", ""),
    ],
)
def test_a_registry_number_leads_to_its_registry_where_the_address_is_known(number, url):
    assert registry_url(number) == url


def test_trial_facts_are_complete(client, write_story):
    words = {
        "treatment": "T", "disease": "D", "phase": "Phase 1", "enrolment": "20", "first_patient": "January",
        "registry": "NCT01234567", "sponsor": "S", "status": "stopped", "note": "As told",
    }  # fmt: skip
    html = html_of(client, write_story(body=json.dumps([block("trial", words)])))
    facts = html.split('class="facts"')[1].split("</section>")[0]
    for word in ("Phase", "Target enrolment", "First patient", "Registry number", "Sponsor", "Status", "Stopped early"):
        assert word in facts
    assert 'href="https://clinicaltrials.gov/study/NCT01234567"' in facts
    assert "Not given" not in facts


# --- People -----------------------------------------------------------------------------------------------------------


def test_a_name_keeps_its_own_language(db):
    pole, chinese = card(), card(name="Lu Shun", name_language="en", name_zh="陆舜")
    assert (card_line(pole, "zh-hans").name, card_line(pole, "zh-hans").lang) == ("Marek Świątkowski", "pl")
    assert card_line(pole, "en").lang == "pl"
    assert card_line(pole, "zh-hans").hospital == "瓦尔塔医院"
    line = card_line(chinese, "en")
    assert (line.name, line.lang, line.han, line.initials) == ("Lu Shun", "", "陆舜", "LS")
    line = card_line(chinese, "zh-hans")
    assert (line.name, line.lang, line.han, line.initials, line.plate_lang) == ("陆舜", "", "", "陆", "zh-Hans")


def test_people_stand_beside_the_text_with_a_portrait_or_a_plate(client, write_story, photograph):
    cards = [card(portrait=photograph()), card(name="Ilse Vandenbroucke", name_language="nl")]
    page = write_story(
        body=json.dumps([block("people", {"cards": [one.pk for one in cards]}), block("paragraph", "<p>T</p>")])
    )
    text, aside = html_of(client, page).split("<aside")
    assert "Świątkowski" not in text
    assert '<span lang="pl">Marek Świątkowski</span>' in aside
    assert aside.count("<picture>") == 1
    assert ">IV</span>" in aside
    assert "Szpital" in aside
    cards[0].delete()
    assert "Świątkowski" not in html_of(client, page)


# --- Related stories --------------------------------------------------------------------------------------------------


def related_to(*stories):
    return json.dumps([block("related", {"stories": [story.pk for story in stories]})])


def related_in(client, page):
    return [line.title for line in client.get(page.url).context["related"]]


def test_related_stories_are_shown_in_the_chosen_order_and_not_twice(client, write_story):
    first, second = write_story(title="First"), write_story(title="Second")
    page = write_story(body=related_to(first, second))
    assert related_in(client, page) == ["First", "Second"]
    read_next = [line.title for line in client.get(page.url).context["read_next"]]
    assert not {"First", "Second"} & set(read_next)


def test_only_live_stories_of_the_same_language_that_anybody_may_read_are_shown(client, write_story):
    english, draft, private = write_story(title="English"), write_story(live=False), write_story(title="Private")
    chinese, alone = write_story("zh-hans", twin=english, title="中文"), write_story("zh-hans", title="只有中文")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert related_in(client, write_story(body=related_to(chinese, alone, draft, private))) == ["English"]
    assert related_in(client, write_story("zh-hans", body=related_to(english, alone))) == ["中文", "只有中文"]


def test_a_chooser_offers_live_stories_of_the_language_of_the_page(client, write_story, person):
    write_story(title="Airways in English")
    write_story(title="Airways unwritten", live=False)
    write_story("zh-hans", title="气道")
    client.force_login(person("editor"))
    locales = {code: Locale.objects.get(language_code=code).pk for code in ("en", "zh-hans")}
    results = client.get(f"/admin/choose/stories/results/?locale={locales['en']}&q=airways").content.decode()
    assert "Airways in English" in results
    assert "unwritten" not in results
    assert "气道" not in results
    assert "气道" in client.get(f"/admin/choose/stories/?locale={locales['zh-hans']}").json()["html"]
    form = client.get(f"/admin/pages/add/portal/storypage/{NewsIndexPage.objects.get(locale=locales['zh-hans']).pk}/")
    assert f'id="story-language" value="{locales["zh-hans"]}"' in form.content.decode()


@pytest.mark.parametrize(
    "address", ["stories/chosen/x", "stories/chosen/999999", "people/chosen/x", "people/results/?p=99"]
)
def test_a_chooser_answers_nonsense_with_not_found(client, site, person, address):
    client.force_login(person("editor"))
    assert client.get(f"/admin/choose/{address}{'' if '?' in address else '/'}").status_code == 404


@pytest.mark.parametrize("chooser", ["stories", "people"])
def test_a_chooser_is_for_writers(client, site, person, chooser):
    client.force_login(person("office"))
    assert client.get(f"/admin/choose/{chooser}/").status_code == 403


# --- All together -----------------------------------------------------------------------------------------------------


@pytest.fixture
def full_story(write_story, photograph, document):
    """A story with every block, some of them twice."""
    other = write_story(title="Other")
    pictures = [shot(photograph(640, 360), dark=photograph(640, 360).pk) for _ in range(4)]
    video = {"title": "V", "links": ["https://vimeo.com/1"], "length": "", "poster": shot(photograph(640, 360))}
    trial = dict.fromkeys(
        ("treatment", "disease", "phase", "enrolment", "first_patient", "registry", "sponsor", "note"), ""
    )
    body = [
        block("paragraph", "<p>T</p>"), block("heading", "H"), block("picture", pictures[0]), block("picture", pictures[1]),
        block("quote", {"text": "Q", "by": "", "about": ""}),
        block("facts", {"title": "F", "rows": [{"label": "a", "value": "b"}]}),
        block("gallery", {"title": "", "pictures": pictures[2:]}), block("video", video), block("video", video),
        block("document", {"document": document().pk, "about": ""}), block("document", {"document": document().pk, "about": ""}),
        block("table", table_value()), block("trial", trial | {"status": "planned"}),
        block("people", {"cards": [card(portrait=photograph()).pk, card(name="B").pk]}),
        block("related", {"stories": [other.pk]}),
    ]  # fmt: skip
    page = write_story(
        body=json.dumps(body),
        picture=photograph(640, 360),
        picture_alt="x",
        corrections=[("correction", {"day": date(2027, 1, 4), "text": "It is 71."})],
    )
    page.tags.add("one", "two")
    page.save()
    return page


def test_a_story_with_every_block_takes_ten_queries_beside_five_stories_and_fifty(client, write_story, full_story):
    assert {found.block_type for found in full_story.body} == set(StoryPage.body.field.stream_block.child_blocks)
    client.get(full_story.url)
    counted = []
    for rows in (3, 45):
        for _number in range(rows):
            write_story()
        client.get(full_story.url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(full_story.url).status_code == 200
        counted.append(len(captured))
    assert counted[0] == counted[1] <= 10, "\n".join(query["sql"][:160] for query in captured.captured_queries)


def test_the_index_takes_twelve_queries_with_tags_and_photographs(client, write_story, photograph):
    index = NewsIndexPage.objects.get(locale__language_code="en")
    counted = []
    for rows in (5, 45):
        for _number in range(rows):
            story = write_story(picture=photograph(80, 45), picture_alt="x", date=date(2027, 2, 1))
            story.tags.add("airway", f"tag {_number}")
            story.save()
        address = f"{index.url}?topic={story.topic.slug}&tag=airway&year=2027"
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).context["count"] >= rows
        counted.append(len(captured))
    assert counted[0] == counted[1] <= 12


def test_every_block_is_searched_for_its_words(full_story):
    with override("en"):
        words = " ".join(full_story.body.stream_block.get_searchable_content(full_story.body))
    assert all(word in words for word in ("Nights", "Alarms", "Marek Świątkowski", "Red and green"))
