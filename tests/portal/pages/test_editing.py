"""How a page comes to the public: written by an editor, approved by a publisher, scheduled in Shanghai's time."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield
from wagtail_localize.models import Translation, TranslationSource

from portal.pages.models import NewsIndexPage, StoryPage, Topic

SUBMIT = {"action-submit": "1"}


def index(code):
    return NewsIndexPage.objects.get(locale__language_code=code)


def story_form(**fields):
    words = {
        "title": "鲁汶六十天",
        "slug": "",
        "date": "2027-03-01",
        "topic": Topic.objects.first().pk,
        "intro": "一个问题。",
        "body": streamfield([("paragraph", rich_text("<p>正文</p>", features=["bold"]))]),
        "corrections": streamfield([]),
        "tags": "",
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
    }
    return nested_form_data(words | fields)


@pytest.fixture
def editor(client, site, person):
    somebody = person("editor")
    client.force_login(somebody)
    return somebody


def add_address(code="zh-hans"):
    return f"/admin/pages/add/portal/storypage/{index(code).pk}/"


def test_an_editor_submits_and_a_publisher_approves(client, editor, person):
    response = client.post(add_address(), story_form(**SUBMIT))
    assert response.status_code == 302, response.context["form"].errors
    page = StoryPage.objects.get()
    assert not page.live
    assert page.slug == "lu-wen-liu-shi-tian"
    state = page.current_workflow_task_state
    assert client.post(f"/admin/pages/{page.pk}/edit/", story_form(**{"action-publish": "1"})).status_code in (
        200,
        302,
        403,
    )
    assert not StoryPage.objects.get().live

    client.force_login(person("publisher"))
    approve = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    assert client.post(approve, {"next": "/admin/"}).status_code in (200, 302)
    page.refresh_from_db()
    assert page.live
    assert client.get(page.url).status_code == 200


@pytest.mark.parametrize("slug", ["0", "2027", "论坛"])
def test_a_slug_that_nobody_can_read_out_is_refused(client, editor, slug):
    response = client.post(add_address(), story_form(slug=slug, **SUBMIT))
    assert response.status_code == 200
    assert "slug" in response.context["form"].errors


def test_a_schedule_is_in_shanghais_time(client, site, person):
    client.force_login(person("publisher"))
    fields = {"go_live_at": "2099-03-01 09:00", "action-publish": "1"}
    response = client.post(add_address(), story_form(**fields))
    assert response.status_code == 302, response.context["form"].errors
    page = StoryPage.objects.get()
    assert not page.live
    assert page.get_latest_revision_as_object().go_live_at == datetime(2099, 3, 1, 1, 0, tzinfo=UTC)
    assert "Shanghai time." in client.get(f"/admin/pages/{page.pk}/edit/").content.decode()


def test_a_picture_needs_words_or_a_mark(client, editor):
    from django.core.files.base import ContentFile
    from wagtail.images import get_image_model

    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 6" width="12" height="6"/>'
    image = get_image_model().objects.create(title="x", file=ContentFile(drawing, name="x.svg"))
    bare = client.post(add_address(), story_form(picture=image.pk, **SUBMIT))
    assert "picture_alt" in bare.context["form"].errors
    marked = client.post(add_address(), story_form(picture=image.pk, picture_decorative="on", **SUBMIT))
    assert marked.status_code == 302


def test_what_is_pasted_from_elsewhere_is_cleaned(client, editor):
    pasted = ContentstateConverter(features=["h1", "bold"]).from_database_format("<h1>Big</h1><p><b>dark</b></p>")
    response = client.post(add_address(), story_form(body=streamfield([("paragraph", pasted)]), **SUBMIT))
    assert response.status_code == 302, response.context["form"].errors
    source = StoryPage.objects.get().body[0].value.source
    assert "<h1" not in source
    assert "<b>dark</b>" in source


def test_the_preview_shows_the_page_in_its_own_language(client, editor, write_story):
    page = write_story("zh-hans", title="预览")
    assert client.post(f"/admin/pages/{page.pk}/edit/preview/", story_form(title="预览")).json()["is_valid"]
    html = client.get(f"/admin/pages/{page.pk}/edit/preview/").content.decode()
    assert '<html lang="zh-Hans">' in html
    assert "预览" in html


@pytest.mark.parametrize(("source", "target"), [("zh-hans", "en"), ("en", "zh-hans")])
def test_a_story_is_translated_from_either_language(site, write_story, source, target):
    page = write_story(source, title="起点")
    translation = Translation.objects.create(
        source=TranslationSource.get_or_create_from_instance(page)[0], target_locale=site[target].locale
    )
    translation.save_target(publish=True)
    twin = StoryPage.objects.get(translation_key=page.translation_key, locale=site[target].locale)
    assert twin.get_parent().pk == index(target).pk
    assert (twin.date, twin.slug) == (page.date, page.slug)


def test_an_editor_sees_topics_and_a_publisher_changes_them(client, editor, person):
    assert client.get("/admin/topics/").status_code == 200
    assert client.get("/admin/topics/new/").status_code in (302, 403)
    client.force_login(person("publisher"))
    form = {"name_en": "Nursing", "name_zh": "护理", "slug": "nursing", "order": 50}
    assert client.post("/admin/topics/new/", form).status_code == 302
    assert Topic.objects.filter(slug="nursing").exists()


def test_saving_a_page_renews_the_menus(client, site):
    client.get("/en/")
    home = site["en"]
    home.notice = "The office is closed until 8 October."
    home.save()
    assert "closed until 8 October" in client.get("/en/").content.decode()
    assert Page.objects.get(pk=home.pk).specific.notice
