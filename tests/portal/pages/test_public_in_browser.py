"""The public pages in a browser: no accessibility finding, no sideways scrolling, and the switch by hand."""

from datetime import date, time

import pytest
from django.template.loader import render_to_string

pytestmark = pytest.mark.browser

TRIAL = {
    "treatment": "CAR-T", "disease": "", "phase": "", "enrolment": "20 expected", "first_patient": "",
    "registry": "", "sponsor": "", "status": "planned", "note": "",
}  # fmt: skip
BODY = [
    ("paragraph", "<p>What <b>happened</b>.</p><ul><li>First</li></ul>"),
    ("heading", "Why"),
    ("quote", {"text": "Choose it before you come.", "by": "Dr A", "about": "surgeon"}),
    ("facts", {"title": "In figures", "rows": [{"label": "Days", "value": "60", "note": ""}]}),
    ("trial", TRIAL),
]
CORRECTION = ("correction", {"day": date(2027, 1, 4), "text": "It is 71."})


@pytest.fixture
def pages(transactional_db, write_story):
    """Addresses of one page of each kind."""
    english = write_story(title="Sixty days in Leuven", body=BODY, corrections=[CORRECTION])
    write_story("zh-hans", twin=english, title="鲁汶六十天")
    write_story(title="Only in English", slug="only-in-english")
    below = ("", "news/", f"news/{english.slug}/", "about/", "privacy/")
    found = [f"/{code}/{path}" for code in ("en", "zh-hans") for path in below]
    return [*found, "/zh-hans/news/only-in-english/"]


@pytest.mark.parametrize("colour", ["light", "dark"])
def test_no_accessibility_finding(pages, new_page, axe, colour):
    page = new_page(colour=colour)
    for address in pages:
        page.goto(address)
        axe(page)


def test_nothing_scrolls_sideways_at_320_pixels(pages, new_page):
    page = new_page(width=320)
    for address in pages:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address


def test_the_switch_leads_there_and_back(pages, new_page):
    page = new_page()
    page.goto(pages[2])
    page.locator(".switch a").click()
    assert page.locator("h1").inner_text() == "鲁汶六十天"
    page.locator(".switch a").click()
    assert page.locator("h1").inner_text() == "Sixty days in Leuven"


def test_reading_needs_no_script(pages, new_page):
    page = new_page(javascript=False)
    page.goto("/en/news/")
    page.get_by_role("link", name="Sixty days in Leuven").click()
    assert page.get_by_text("Trial facts: planned, as announced").is_visible()


def tables():
    """A table and a schedule, as the site's templates write them."""
    cell = {"slots": [{"session": {"title": "Opening", "url": "#"}}], "rowspan": 1, "colspan": 1}
    rows = [[{"text": "x", "head": True}, {"text": "y", "label": "B"}]]
    yield "components/table.html", {"caption": "c", "columns": ["A", "B"], "rows": rows}
    schedule_rows = [{"time": time(9), "cells": [cell, {"slots": []}]}]
    yield "components/schedule.html", {"caption": "c", "rooms": [{"name": "I"}, {"name": "II"}], "rows": schedule_rows}


def test_a_table_stays_a_table_where_css_makes_blocks_of_it(pages, new_page):
    """The HTML checker forbids roles in tables, so the browser's own tree of what assistive software reads must do."""
    page = new_page(width=375)
    page.goto("/en/")
    session = page.context.new_cdp_session(page)
    for template, words in tables():
        page.evaluate("html => document.querySelector('main').innerHTML = html", render_to_string(template, words))
        assert page.eval_on_selector("main table td", "cell => getComputedStyle(cell).display") == "block"
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        roles = {node["role"]["value"] for node in nodes if not node["ignored"]}
        assert {"table", "row", "columnheader", "rowheader", "cell"} <= roles, template
