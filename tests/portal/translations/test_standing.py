"""What is out of date on a real site: by hand, by the translation editor, on the page, and in how many queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from portal.lifecycle.refusals import Refusal
from portal.pages.models import StoryPage
from portal.translations.actions import hand_over, settle
from portal.translations.models import TranslationLevel
from portal.translations.queries import out_of_date, standing_of, survey

pytestmark = pytest.mark.both


def old():
    return [row.page.pk for row in out_of_date()]


@pytest.fixture
def pair(write_story):
    """A story in both languages, written by hand."""
    english = write_story(title="Sixty days")
    return english, write_story("zh-hans", twin=english, title="六十天")


def test_a_new_site_is_level(site):
    assert old() == []
    assert survey().alone == []
    assert survey().astray == []


@pytest.mark.parametrize("first", [0, 1])
def test_whichever_page_is_changed_first_the_other_is_out_of_date(pair, change, first):
    changed, other = pair[first], pair[1 - first]
    assert old() == []
    change(changed, intro="New.")
    assert old() == [other.pk]
    change(other, intro="Followed.")
    assert old() == []
    change(changed, intro="Newer.")
    assert old() == [other.pk]


def test_the_row_says_what_changed_when_and_by_whom(pair, change, person_with):
    editor = person_with("editor")
    english = change(pair[0], by=editor, intro="New.")
    [row] = out_of_date()
    assert (row.page.pk, row.newer.pk, row.changed_by) == (pair[1].pk, english.pk, editor)
    assert row.changed_at == english.last_published_at
    assert standing_of(pair[1]).newer.pk == english.pk
    assert standing_of(english) is None


def test_drafts_and_pages_off_the_site_are_not_out_of_date(pair, change):
    change(pair[0], intro="New.")
    Page.objects.get(pk=pair[1].pk).unpublish()
    assert old() == []
    assert [row.page.pk for row in survey().alone] == [pair[0].pk]


@pytest.mark.parametrize(("source", "target"), [("zh-hans", "en"), ("en", "zh-hans")])
def test_what_the_translation_editor_made_follows_its_original(write_story, change, begin, translate, source, target):
    original = write_story(source)
    draft, translation = begin(original, target)
    assert not draft.live, "a translation is no page of the site before a publisher says so"
    assert [(row.page.pk, row.begun.pk) for row in survey().alone] == [(original.pk, draft.pk)]
    translate(translation)
    publish(translation)
    assert old() == []

    change(original, intro="Another lead.")
    assert old() == [draft.pk]
    publish(translation)
    assert old() == [draft.pk], "published again without what changed"
    translation.source.update_from_db()
    publish(translation)
    assert old() == [draft.pk], "with words of the other language in it"
    translate(translation)
    assert old() == [draft.pk], "translated, but not on the site"
    publish(translation)
    assert old() == []
    translate(translation, all_others="A better word")
    assert old() == [], "a better word is no change of the original"
    draft.refresh_from_db()
    assert draft.get_parent().locale == translation.target_locale


def publish(translation):
    """As the editor's button does; on_commit is not waited for in a test's transaction."""
    translation.save_target(publish=False)
    translation.get_target_instance().get_latest_revision().publish()
    translation.source.refresh_from_db()


def test_somebody_says_that_nothing_needs_to_change(pair, change, person_with, now):
    editor = person_with("editor")
    change(pair[0], intro="New.")
    later = out_of_date()[0].changed_at
    settle(page=pair[1], by=editor, now=lambda: later, reason="A comma.")
    assert old() == []
    assert TranslationLevel.objects.get(pk=pair[0].translation_key).by == editor
    with pytest.raises(Refusal, match="up to date already"):
        settle(page=pair[1], by=editor, now=now)


def test_a_pair_that_hangs_on_different_pages_is_listed(pair, site):
    Page.objects.get(pk=pair[1].pk).move(site["zh-hans"], pos="last-child")
    assert [[page.pk for page in family] for family in survey().astray] == [[pair[0].pk, pair[1].pk]]


def test_a_page_says_that_its_other_language_is_newer(client, pair, change):
    english = change(pair[0], intro="New.")
    response = client.get(pair[1].url)
    assert response.context["newer"]["url"] == f"http://testserver{english.url}"
    assert "阅读" not in response.content.decode().split("<h1")[1]
    assert 'hreflang="en" lang="en">Read it in English' in response.content.decode()
    assert client.get(english.url).context["newer"] is None


def test_as_many_queries_for_twenty_pairs_as_for_two(write_story, change):
    def count(number):
        for _ in range(number):
            english = write_story()
            write_story("zh-hans", twin=english)
            change(english, intro="New.")
        with CaptureQueriesContext(
            connection,
        ) as report:
            found = survey()
            assert all(row.changed_by is None and row.page.locale for row in found.out_of_date)
        with CaptureQueriesContext(connection) as worklist:
            out_of_date()
        with CaptureQueriesContext(connection) as one:
            standing_of(StoryPage.objects.first())
        return len(report), len(worklist), len(one)

    assert count(2) == count(8)
    assert len(out_of_date()) == 10


def test_a_story_costs_no_query_more(client, pair, django_assert_max_num_queries):
    client.get(pair[0].url)
    with django_assert_max_num_queries(10):
        client.get(pair[0].url)


# --- To the publishers ----------------------------------------------------------------------------------------------


def test_a_translation_is_handed_over_when_all_of_it_is_translated(write_story, begin, translate, person_with, now):
    editor = person_with("editor")
    person_with("publisher")
    original = write_story("zh-hans", title="起点", slug="qi-dian")
    draft, translation = begin(original, "en", by=editor)
    translate(translation, {"起点": "The beginning"}, all_others=None)
    with pytest.raises(Refusal, match="2 pieces are not translated yet"):
        hand_over(page=draft, by=editor, now=now)
    translate(translation, {"qi-dian": None, "起点": "The beginning"})
    page = hand_over(page=draft, by=editor, now=now)
    assert page.workflow_in_progress
    assert page.get_latest_revision_as_object().title == "The beginning"
    assert not page.live
    again = hand_over(page=page, by=editor, now=now)
    assert again.workflow_states.filter(status="in_progress").count() == 1
    again.current_workflow_task_state.approve(user=person_with("publisher"))
    again.refresh_from_db()
    assert again.live
    assert old() == []


def test_only_what_is_translated_there_is_handed_over(pair, person_with, now):
    with pytest.raises(Refusal, match="translation editor"):
        hand_over(page=pair[1], by=person_with("editor"), now=now)


# --- What is translated, copied and left alone ----------------------------------------------------------------------


def test_tags_are_written_anew_and_what_is_common_is_copied(write_story, begin, translate, change):
    original = write_story("zh-hans", title="起点")
    original.tags.add("肺癌", "早筛")
    original.save()
    draft, translation = begin(original, "en")
    draft = StoryPage.objects.get(pk=draft.pk)
    assert [*draft.get_latest_revision_as_object().tags.names()] == []
    translate(translation, {"早筛, 肺癌": "screening, lung cancer"})
    publish(translation)
    draft = StoryPage.objects.get(pk=draft.pk)
    assert sorted(draft.tags.names()) == ["lung cancer", "screening"]
    assert sorted(StoryPage.objects.get(pk=original.pk).tags.names()) == ["早筛", "肺癌"]
    assert (draft.date, draft.topic) == (original.date, original.topic)


def test_the_day_of_reading_through_is_each_pages_own(site, begin, translate, person_with):
    from portal.pages.models import ContentPage

    page = ContentPage(title="新页", slug="xin-ye", checked_on="2027-03-01")
    site["zh-hans"].add_child(instance=page)
    draft, translation = begin(page, "en")
    ContentPage.objects.filter(pk=draft.pk).update(checked_on=None)
    translate(translation)
    translation.save_target(publish=False)
    assert ContentPage.objects.get(pk=draft.pk).get_latest_revision_as_object().checked_on is None
