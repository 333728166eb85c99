"""Wagtail's checks of contents and accessibility run in the editor's preview, under our policy for scripts."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.browser


def test_the_checks_find_a_heading_that_was_skipped(transactional_db, person_with, new_page, now):
    from portal.pages.founding import found_site
    from portal.pages.models import ContentPage

    home = found_site(now)["en"]
    draft = ContentPage(title="Before you come", slug="before-you-come", body=[("paragraph", "<h4>Too deep</h4>")])
    home.add_child(instance=draft)
    draft.save_revision()
    page = new_page(person_with("editor", language="en"))
    refused = []
    page.on("console", lambda line: refused.append(line.text) if "Content Security Policy" in line.text else None)
    page.goto(reverse("wagtailadmin_pages:edit", args=[draft.pk]))
    page.locator("[data-side-panel-toggle=checks]").click()
    page.wait_for_function("() => document.querySelector('[data-checks-panel]').children.length > 0")
    assert "heading" in page.locator("[data-checks-panel]").inner_text().lower()
    assert refused == []
