"""What an editor sees before a page is on the site: in either language's frame, with Wagtail's checks of what is written."""

import pytest
from django.urls import reverse

from portal.pages.models import ContentPage, HomePage

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(site_founded):
    """A Chinese page that no reader has seen."""
    page = ContentPage(title="来访须知", live=False)
    HomePage.objects.get(locale__language_code="zh-hans").add_child(instance=page)
    page.save_revision()
    return page


@pytest.fixture
def site_founded(db, now):
    from portal.pages.founding import found_site

    return found_site(now)


def shown(page, mode=""):
    return page.make_preview_request(preview_mode=mode).content.decode()


def test_a_page_is_previewed_in_its_own_language_and_as_the_others_readers_see_it(draft):
    assert [mode for mode, _label in draft.preview_modes] == ["", "en"]
    assert '<html lang="zh-Hans">' in shown(draft)
    other = shown(draft, "en")
    assert '<html lang="en">' in other
    assert 'lang="zh-Hans"' in other


def test_a_page_that_has_no_address_yet_is_previewed_in_its_language(site_founded):
    home = HomePage.objects.get(locale__language_code="zh-hans")
    page = ContentPage(title="来访须知", slug="new", locale=home.locale, depth=home.depth + 1)
    page.path = ContentPage._get_children_path_interval(home.path)[1]
    assert '<html lang="zh-Hans">' in shown(page)


def test_what_is_translated_is_previewed_in_its_own_language_alone(site_founded):
    page = ContentPage.objects.filter(locale__language_code="en", live=True).first()
    assert [mode for mode, _label in page.preview_modes] == [""]


def test_wagtails_checks_are_in_the_preview_and_on_no_public_page(client, draft, person_with):
    client.force_login(person_with("editor"))
    preview = client.get(reverse("wagtailadmin_pages:view_draft", args=[draft.pk]))
    assert "wagtail-userbar-template" in preview.content.decode()
    public = ContentPage.objects.filter(locale__language_code="en", live=True).first()
    assert "wagtail-userbar" not in client.get(public.url).content.decode()
