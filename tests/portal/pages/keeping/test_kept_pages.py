"""A kept page is made anew when something on it changed, and stays where nothing did: each kind of change in turn, on
the demo, by what an editor or the office does."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.test.signals import template_rendered
from taggit.models import Tag

from portal.clock.system import system_now
from portal.pages.keeping import entries, watching
from portal.pages.keeping.marks import NARROWED
from portal.pages.models import ContentPage, HomePage, NewsIndexPage, PersonCard, StoryPage, Topic

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def writes_are_told_at_once():
    """Here they are told as on a site that runs: once they are committed."""


@pytest.fixture(autouse=True)
def pages_are_kept(settings):
    settings.PAGES_KEPT_FOR = 3600


def made_anew(address, **headers):
    """Whether the answer was rendered, and not a kept one."""
    rendered = []

    def note(template, **_more):
        rendered.append(template)

    template_rendered.connect(note)
    try:
        response = Client().get(address, headers=headers)
        assert response.status_code in (200, 304), (address, response.status_code)
    finally:
        template_rendered.disconnect(note)
    return bool(rendered)


def story(language, topic, number=0):
    stories = StoryPage.objects.live().filter(locale__language_code=language, topic__slug=topic)
    return stories.order_by("-date", "-pk")[number]


def content(slug, language="en"):
    return ContentPage.objects.get(slug=slug, locale__language_code=language)


@pytest.fixture
def pages(demo_site):
    """{name: address} of public pages of every kind, in both languages; all of them are kept."""
    from events.schedule.models import EditionPage
    from exchange.cycles.models import CallPage, ProgrammePage

    topics = list(Topic.objects.values_list("slug", flat=True))
    found = {}
    for code in ("en", "zh-hans"):
        short = code[:2]
        here = {"locale__language_code": code}
        found |= {
            f"home {short}": HomePage.objects.get(**here).url,
            f"news {short}": NewsIndexPage.objects.get(**here).url,
            f"privacy {short}": content("privacy", code).url,
            f"accessibility {short}": content("accessibility", code).url,
            f"programme {short}": ProgrammePage.objects.live().filter(**here).first().url,
            f"call {short}": CallPage.objects.live().filter(**here).order_by("-cycle__year").first().url,
            f"edition {short}": EditionPage.objects.live().filter(**here).order_by("-edition__starts_on").first().url,
        }
        for topic in topics:
            if StoryPage.objects.live().filter(topic__slug=topic, **here).exists():
                found[f"{topic} {short}"] = story(code, topic).url
    cache.clear()
    for _twice in range(2):
        for address in found.values():
            made_anew(address)
    assert {name for name, address in found.items() if made_anew(address)} == set()
    return found


def anew(pages):
    """The names of the pages that were not as they had been kept."""
    return {name for name, address in pages.items() if made_anew(address)}


def publish(page):
    page.save_revision().publish()


# --- What changes, and which pages show it -----------------------------------------------------------------------------


def test_the_text_of_a_story_is_on_its_own_page_alone(pages):
    page = story("en", "forum")
    page.source = "The office"
    publish(page)
    assert anew(pages) == {"forum en"}


def test_the_title_of_a_story_stands_in_lists_and_beside_others(pages):
    page = story("en", "forum")
    page.title = "Another title"
    publish(page)
    changed = anew(pages)
    assert {"forum en", "forum zh", "news en", "home en"} <= changed
    assert changed.isdisjoint(
        {"privacy en", "programme en", "call en", "edition en", "news zh", "home zh", "privacy zh"}
    )


def test_a_draft_changes_nothing(pages):
    page = story("en", "forum")
    page.title = "Not yet"
    page.save_revision()
    assert anew(pages) == set()


def test_a_story_that_is_taken_off_leaves_the_lists(pages):
    page = story("zh-hans", "forum")
    page.unpublish()
    assert Client().get(pages.pop("forum zh")).status_code != 200 or made_anew(page.url)
    changed = anew(pages)
    assert {"news zh", "home zh", "forum en"} <= changed
    assert changed.isdisjoint({"news en", "home en", "privacy zh", "call zh", "edition zh", "programme zh"})


def test_a_translation_that_appears_is_offered_on_its_twin(pages):
    alone = story("en", "forum")
    StoryPage.objects.exclude(pk=alone.pk).get(translation_key=alone.translation_key).delete()
    del pages["forum zh"]
    anew(pages)
    before = Client().get(alone.url).content.decode()
    assert not made_anew(alone.url)
    twin = alone.copy_for_translation(NewsIndexPage.objects.get(locale__language_code="zh-hans").locale)
    twin.title, twin.live = "新的译文", True
    publish(twin)
    assert made_anew(alone.url)
    assert "新的译文" in Client().get(alone.url).content.decode()
    assert "新的译文" not in before
    changed = anew(pages)
    assert "news zh" in changed
    assert changed.isdisjoint({"news en", "home en", "privacy en", "privacy zh", "call zh"})


def test_a_page_that_stays_is_made_anew_by_itself(pages):
    page = content("privacy")
    page.intro = "What we keep, and for how long."
    publish(page)
    assert anew(pages) == {"privacy en"}


def test_a_page_that_leaves_the_menu_changes_every_page(pages):
    content("accessibility").unpublish()
    pages.pop("accessibility en")
    assert set(pages) - anew(pages) == set()


def test_a_card_changes_the_stories_that_show_people(pages):
    card = PersonCard.objects.first()
    card.role_en = "Head of department"
    card.save()
    changed = anew(pages)
    assert changed
    assert changed.isdisjoint({"home en", "news en", "privacy en", "call en", "edition en"})


def test_a_topic_is_named_on_the_news_alone(pages):
    topic = Topic.objects.get(slug="forum")
    topic.name_en = "The forum"
    topic.save()
    changed = anew(pages)
    assert {"news en", "forum en", "home en"} <= changed
    assert changed.isdisjoint({"privacy en", "call en", "programme en", "edition en"})


def test_a_tag_changes_the_story_and_the_index_that_lists_it(pages):
    page = story("en", "forum")
    page.tags.add("a new tag")
    publish(page)
    changed = anew(pages)
    assert {"forum en", "news en"} <= changed
    assert changed.isdisjoint({"home en", "news zh", "privacy en", "call en"})
    tag = Tag.objects.get(name="a new tag")
    tag.name = "another name"
    tag.save()
    changed = anew(pages)
    assert {"forum en", "news en"} <= changed
    assert changed.isdisjoint({"home en", "news zh", "privacy en", "call en"})


def test_a_picture_changes_the_pages_that_show_it(pages):
    page = story("en", "forum")
    page.picture.focal_point_x, page.picture.focal_point_y = 10, 10
    page.picture.focal_point_width, page.picture.focal_point_height = 4, 4
    page.picture.save()
    changed = anew(pages)
    assert "forum en" in changed
    assert changed.isdisjoint({"privacy en", "call en", "programme en", "edition en", "accessibility zh"})


def test_the_line_at_the_foot_is_on_every_page_of_its_language(pages):
    page = HomePage.objects.get(locale__language_code="en")
    page.notice = "The office is closed until Monday."
    publish(page)
    changed = anew(pages)
    assert {name for name in pages if name.endswith(" en")} <= changed


def test_a_call_whose_dates_change(pages):
    from exchange.cycles.models import CallPage, Cycle

    page = CallPage.objects.live().filter(locale__language_code="en").order_by("-cycle__year").first()
    Cycle.objects.filter(pk=page.cycle_id).update(offer_days=page.cycle.offer_days + 1)
    changed = anew(pages)
    assert {"call en", "call zh", "home en"} <= changed
    assert changed.isdisjoint({"news en", "forum en", "privacy en", "edition en"})


def test_a_schedule_that_is_released_anew(pages):
    from events.editions.queries import current_edition
    from events.schedule.actions import cancel_session, release_schedule
    from events.schedule.models import Session
    from portal.people.models import User

    edition = current_edition(system_now().date())
    director = User.objects.get(email="director@chest-hospital.example")
    session = Session.objects.filter(edition=edition, state="planned").first()
    cancel_session(session=session, by=director, now=system_now, reason="The speaker is ill.")
    assert anew(pages) <= {"edition en", "edition zh", "home en", "home zh"}
    release_schedule(edition=edition, by=director, now=system_now)
    changed = anew(pages)
    assert {"edition en", "edition zh"} <= changed
    assert changed.isdisjoint({"news en", "forum en", "privacy en", "call en", "programme en"})


def test_somebody_who_applies_changes_no_page(pages):
    from exchange.applications.models import Application

    Application.objects.update(submitted_at=system_now())
    assert anew(pages) <= {"home en", "home zh"}


# --- Which answers are kept --------------------------------------------------------------------------------------------


def test_no_page_of_somebody_is_kept_or_answered_with_a_kept_one(pages, client, django_user_model):
    person = django_user_model.objects.get(email="editor@chest-hospital.example")
    client.force_login(person)
    response = client.get(pages["home en"])
    assert response.headers["Cache-Control"] == "private, no-store"
    assert person.email not in Client().get(pages["home en"]).content.decode()
    assert 'name="csrfmiddlewaretoken"' not in Client().get(pages["home en"]).content.decode()


@pytest.mark.parametrize(
    "address",
    ["/en/accounts/login/", "/en/search/?q=lung", "/en/news/?utm_source=wechat", "/en/nowhere/", "/en/join/abc/"],
)
def test_other_answers_are_not_kept(demo_site, address):
    cache.clear()
    for _twice in range(2):
        response = Client().get(address)
    assert "ETag" not in response.headers


def test_whoever_has_a_cookie_is_asked_who_they_are(pages, settings):
    client = Client()
    client.cookies["sessionid"] = "x"
    assert "ETag" not in client.get(pages["home en"]).headers
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert "ETag" in client.get(pages["home en"]).headers


def test_a_browser_that_has_the_page_is_told_so(pages):
    first = Client().get(pages["news en"])
    again = Client().get(pages["news en"], headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert first["Cache-Control"] == "no-cache"
    assert "Content-Security-Policy" in first.headers


def test_it_goes_compressed_to_whoever_reads_that(pages):
    import gzip

    plain = Client().get(pages["news en"])
    small = Client().get(pages["news en"], headers={"Accept-Encoding": "gzip, br"})
    assert small["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.content) == plain.content
    assert "Accept-Encoding" in small["Vary"]
    assert small["ETag"] != plain["ETag"]


def test_time_is_not_kept_longer_than_it_is_true(pages, monkeypatch):
    from portal.clock import middleware

    later = system_now() + timedelta(seconds=61)
    monkeypatch.setattr(middleware, "system_now", lambda: later)
    assert made_anew(pages["home en"])
    assert not made_anew(pages["privacy en"])
    assert not made_anew(pages["news en"])


def test_what_is_written_while_a_page_is_made_is_not_lost(pages, monkeypatch):
    """The writer commits after the page was read and before it is kept."""
    page = content("privacy")
    cache.clear()
    whole = entries.entry_of

    def write_then_keep(*arguments):
        page.title = "Written meanwhile"
        publish(page)
        return whole(*arguments)

    monkeypatch.setattr(entries, "entry_of", write_then_keep)
    assert "Written meanwhile" not in Client().get(pages["privacy en"]).content.decode()
    monkeypatch.setattr(entries, "entry_of", whole)
    assert "Written meanwhile" in Client().get(pages["privacy en"]).content.decode()


def take_back():
    with transaction.atomic():
        Topic.objects.update(name_en="Never")
        raise ZeroDivisionError


def test_what_is_taken_back_changes_nothing(pages):
    world = cache.get(watching.WORLD)
    with pytest.raises(ZeroDivisionError):
        take_back()
    assert cache.get(watching.WORLD) == world
    with transaction.atomic():
        with pytest.raises(ZeroDivisionError):
            take_back()
        PersonCard.objects.update(role_en="Surgeon")
    assert cache.get(watching.WORLD) != world
    assert not made_anew(pages["news en"])


def test_every_narrowed_table_exists_and_nothing_that_is_passed_over_is_shown(pages):
    from django.db import connection

    assert set(connection.introspection.table_names()) >= NARROWED
    cache.clear()
    read = set()
    original = entries.entry_of

    def note(response, seen, world, now):
        read.update(seen.tables)
        return original(response, seen, world, now)

    entries.entry_of = note
    try:
        for address in pages.values():
            Client().get(address)
    finally:
        entries.entry_of = original
    assert read
    assert {table for table in read if watching.NOT_SHOWN.match(table)} <= {
        "wagtailimages_rendition",
        "django_content_type",
    }
