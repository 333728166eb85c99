"""The blocks of a story: what each shows, what it refuses, and how few queries all of them take together."""

import json
from datetime import date

import pytest
from block_values import block, card, clean, html_of, shot, table_value
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from wagtail.contrib.typed_table_block.blocks import TypedTable
from wagtail.models import Locale, PageViewRestriction
from wagtail_localize.models import Translation, TranslationSource

from portal.pages.models import NewsIndexPage, StoryPage
from portal.pages.people_cards import card_line
from portal.pages.story_blocks.trial import registry_url

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
