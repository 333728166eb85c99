"""What a new site begins with."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page, Site, Workflow

from portal.pages.founding import WORKFLOW, found_site
from portal.pages.models import ContentPage, HomePage, NewsIndexPage

NOW = datetime(2027, 3, 9, 8, 0, tzinfo=UTC)


def test_both_trees_hold_the_same_pages_in_pairs(site):
    assert set(site) == {"en", "zh-hans"}
    for model in (HomePage, NewsIndexPage):
        assert model.objects.values("translation_key").distinct().count() == 1
        assert model.objects.count() == 2
    assert ContentPage.objects.count() == 8
    assert ContentPage.objects.values("translation_key").distinct().count() == 4
    by_language = [
        set(ContentPage.objects.filter(locale__language_code=code).values_list("slug", flat=True)) for code in site
    ]
    assert by_language[0] == by_language[1]


def test_wagtails_welcome_is_gone_and_the_site_begins_at_our_home(site):
    assert Site.objects.get().root_page_id == site["en"].pk
    assert not Page.objects.filter(title__startswith="Welcome").exists()


def test_founding_again_changes_nothing(site):
    page = ContentPage.objects.get(slug="about", locale__language_code="en")
    page.intro = "Ours"
    page.save()
    before = list(Page.objects.order_by("path").values_list("pk", "title", "latest_revision"))
    found_site(lambda: NOW)
    assert list(Page.objects.order_by("path").values_list("pk", "title", "latest_revision")) == before
    assert ContentPage.objects.get(pk=page.pk).intro == "Ours"


def test_a_renamed_page_is_not_made_again(site):
    page = ContentPage.objects.get(slug="about", locale__language_code="zh-hans")
    page.slug = "xiang-mu"
    page.save()
    found_site(lambda: NOW)
    assert ContentPage.objects.count() == 8


def test_one_workflow_leads_from_editors_to_publishers(site):
    workflow = Workflow.objects.get(active=True)
    assert workflow.name == WORKFLOW
    assert site["zh-hans"].get_workflow() == workflow


def test_a_language_has_one_home_page(site):
    other = HomePage(title="Second", slug="second", heading="x", lead="x", locale=site["en"].locale)
    with pytest.raises(ValidationError, match="home page already"):
        Page.get_first_root_node().add_child(instance=other)
