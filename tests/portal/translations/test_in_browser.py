"""The whole way in a browser: a story is written in one language, approved, translated, approved, and then out of date."""

import pytest
from django.urls import reverse

from portal.pages.models import NewsIndexPage, StoryPage
from portal.translations.queries import out_of_date

pytestmark = pytest.mark.browser

STORIES = {
    "zh-hans": {
        "title": "鲁汶六十天",
        "intro": "沈之遥在鲁汶学习六十天。",
        "text": "第一周先看手术。",
        "slug": "sixty-days-in-leuven",
    },
    "en": {
        "title": "Sixty days in Leuven",
        "intro": "Shen Zhiyao spent sixty days in Leuven.",
        "text": "In the first week she watched.",
        "slug": "",
    },
}
OTHER = {"en": "zh-hans", "zh-hans": "en"}


@pytest.fixture
def desk(transactional_db, site, person_with, new_page):
    """desk(role) is that role's browser page in the office."""
    pages = {}

    def of(role):
        if role not in pages:
            pages[role] = new_page(person_with(role, language="en"))
        return pages[role]

    return of


def write(page, code):
    """Write a story and submit it, as an editor does."""
    words = STORIES[code]
    index = NewsIndexPage.objects.get(locale__language_code=code)
    page.goto(reverse("wagtailadmin_pages:add", args=["portal", "storypage", index.pk]))
    page.locator("#id_title").fill(words["title"])
    page.locator("#id_date").fill("2027-03-01")
    page.keyboard.press("Escape")
    page.locator("#id_topic").select_option(index=1)
    page.locator("#id_intro").fill(words["intro"])
    page.locator("[id$=-body-content]").get_by_title("Insert a block").first.click()
    page.get_by_role("option", name="Text").first.click()
    page.locator("[id$=-body-content] [contenteditable=true]").first.click()
    page.keyboard.type(words["text"])
    submit(page)
    return StoryPage.objects.get(locale__language_code=code)


def submit(page):
    """Once Wagtail's own saving has come to rest, since a draft that is saved meanwhile is another page of that address."""
    page.wait_for_url("**/edit/")
    page.wait_for_function(
        "() => [...document.querySelectorAll('[class*=autosave]')].some(e => e.innerText == 'Saved')"
    )
    page.locator(".footer__container [data-w-dropdown-target=toggle]").first.click()
    page.get_by_role("button", name="Submit to").first.click()
    page.wait_for_load_state("networkidle")


def approve(page):
    """Approve the one page that waits, from the first page of the office, as a publisher does."""
    page.goto(reverse("wagtailadmin_home"))
    page.locator("td.actions-container button").first.click()
    with page.expect_navigation():
        page.get_by_role("button", name="Approve", exact=True).click()


def submit_for_translation(page, original, code):
    """Submit a page for translation; leads to the translation editor. Returns the new page."""
    page.goto(reverse("wagtail_localize:submit_page_translation", args=[original.pk]))
    page.locator("input[name=locales]").check()
    page.locator("form input[type=submit]").click()
    page.wait_for_selector(".js-translation-editor [role=tab]")
    return StoryPage.objects.get(locale__language_code=code, translation_key=original.translation_key)


def translate(page, twin, meanings):
    """Translate every piece that waits, tab by tab. meanings: words of the original → words of the translation."""
    page.goto(reverse("wagtailadmin_pages:edit", args=[twin.pk]))
    page.wait_for_selector(".js-translation-editor [role=tab]")
    for tab in page.locator(".js-translation-editor [role=tab]").all():
        tab.click()
        while (
            piece := page.locator("li.incomplete:visible", has=page.get_by_role("button", name="Translate"))
        ).count():
            piece = piece.first
            words = piece.locator("p").first.inner_text()
            piece.get_by_role("button", name="Translate").click()
            page.locator("textarea:visible").fill(meanings[words])
            with page.expect_response(lambda answer: "/strings/" in answer.url and answer.ok):
                page.get_by_role("button", name="Save", exact=True).click()


def hand_over(page, twin):
    page.goto(reverse("wagtailadmin_pages:edit", args=[twin.pk]))
    page.get_by_role("link", name="Hand it to the publishers").click()
    page.get_by_role("button", name="Hand it over").click()
    page.wait_for_load_state("networkidle")
    assert page.get_by_text("The publishers have been asked").is_visible()


def meanings_of(source, target):
    meanings = {STORIES[source][key]: STORIES[target][key] for key in ("title", "intro", "text")}
    return meanings | {original.slug: STORIES["zh-hans"]["slug"] for original in StoryPage.objects.all()}


@pytest.mark.parametrize("source", ["zh-hans", "en"])
def test_a_story_is_translated_from_either_language(desk, new_page, source):
    target = OTHER[source]
    editor, publisher, reader = desk("editor"), desk("publisher"), new_page()
    original = write(editor, source)
    approve(publisher)
    twin = submit_for_translation(editor, original, target)
    assert not twin.live
    translate(editor, twin, meanings_of(source, target))
    hand_over(editor, twin)
    approve(publisher)

    original.refresh_from_db()
    twin.refresh_from_db()
    assert original.live
    assert twin.live
    assert twin.title == STORIES[target]["title"]
    assert twin.get_parent() == NewsIndexPage.objects.get(locale__language_code=target).page_ptr
    if target == "en":
        assert twin.slug == "sixty-days-in-leuven"
    read_across(reader, original, twin)

    change(editor, publisher, original, "1.")
    assert [row.page.pk for row in out_of_date()] == [twin.pk]
    newer_is_told(editor, reader, original, twin)
    bring_up_to_date(editor, publisher, twin, {f"{STORIES[source]['intro']} 1.": f"{STORIES[target]['intro']} 1."})
    assert out_of_date() == []
    reader.goto(twin.url)
    assert reader.get_by_text("1.").first.is_visible()
    assert reader.locator("main p.note a[hreflang]").count() == 0


def read_across(reader, original, twin):
    """The switch leads there and back, and the head of both names both."""
    reader.goto(original.url)
    reader.locator(".switch a").click()
    assert reader.url.endswith(twin.url)
    for page in (original, twin):
        reader.goto(page.url)
        links = reader.eval_on_selector_all(
            "link[rel=alternate][hreflang]", "links => links.map(link => [link.hreflang, new URL(link.href).pathname])"
        )
        paths = {p.locale.language_code: p.url for p in (original, twin)}
        wanted = [["en", paths["en"]], ["zh-Hans", paths["zh-hans"]], ["x-default", paths["en"]]]
        assert [[lang, path] for lang, path in links] == wanted
    reader.locator(".switch a").click()
    assert reader.url.endswith(original.url)


def change(editor, publisher, page, more):
    """The original is changed by its editor and approved again."""
    editor.goto(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    # From then on Wagtail sees what is typed.
    editor.wait_for_selector("#page-edit-form[data-w-unsaved-has-edits-value=false]")
    lead = editor.locator("#id_intro")
    lead.fill(f"{lead.input_value()} {more}")
    lead.press("Tab")
    submit(editor)
    approve(publisher)


def newer_is_told(editor, reader, original, twin):
    """In the report, above the editor, on the first page and to the reader."""
    editor.goto(reverse("translations_out_of_date"))
    assert editor.locator("table").get_by_role("link", name=twin.title).is_visible()
    editor.goto(reverse("wagtailadmin_home"))
    assert editor.get_by_role("link", name="A translation is out of date").is_visible()
    editor.goto(reverse("wagtailadmin_pages:edit", args=[twin.pk]))
    assert editor.get_by_text(f"“{original.title}” is newer").is_visible()
    reader.goto(twin.url)
    link = reader.locator("main p.note a[hreflang]")
    assert link.get_attribute("href").endswith(original.url)
    reader.goto(original.url)
    assert reader.locator("main p.note a[hreflang]").count() == 0


def bring_up_to_date(editor, publisher, twin, meanings):
    editor.goto(reverse("wagtailadmin_pages:edit", args=[twin.pk]))
    editor.get_by_role("link", name="Take the changes over").click()
    assert editor.locator("[name=publish_translations]").count() == 0
    editor.locator("form input[type=submit]").click()
    translate(editor, twin, meanings)
    hand_over(editor, twin)
    assert len(out_of_date()) == 1, "what waits for a publisher is not on the site yet"
    approve(publisher)
