"""A kept page is made anew when something on it changed, and stays where nothing did: each kind of change in turn, on
the demo, by what an editor or the office does."""

import pytest
from django.test import Client
from django.utils import timezone
from kept_pages import anew, content, made_anew, publish, story
from taggit.models import Tag
from wagtail_localize.models import StringTranslation, Translation

from portal.clock.system import system_now
from portal.pages.models import HomePage, NewsIndexPage, PersonCard, StoryPage, Topic
from portal.people.models import User
from portal.translations.actions import settle

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_text_of_a_story_is_on_its_own_page_and_its_twin_says_that_it_is_newer(pages):
    page = story("en", "forum")
    page.source = "The office"
    publish(page)
    assert anew(pages) == {"forum en", "forum zh"}


def test_a_page_that_is_found_to_be_up_to_date_loses_its_notice_and_no_other_page_is_made_anew(pages):
    page, twin = story("en", "forum"), story("zh-hans", "forum")
    publish(page)
    assert "forum zh" in anew(pages)
    settle(page=twin, by=User.objects.get(email__startswith="editor@"), now=timezone.now)
    assert anew(pages) == {"forum zh"}


def test_the_translation_editor_at_work_changes_nothing(pages):
    source = Translation.objects.get().source
    source.update_from_db()
    StringTranslation.objects.filter(translation_of__locale=source.locale).update(data="Words to come")
    assert anew(pages) == set()


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
    assert anew(pages) == {"privacy en", "privacy zh"}


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
