"""The index follows what is public, on both databases: nothing else is ever found, whatever the index holds."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, ReferenceIndex

from portal.access.roles import Role
from portal.pages.models import ContentPage, HomePage, NewsIndexPage, SearchEntry, SearchWord, Topic
from portal.pages.searching import index

pytestmark = [pytest.mark.django_db, pytest.mark.both]

WORD = "quokka"


@pytest.fixture
def finds(ask):
    """Titles of what a word finds."""
    return lambda word=WORD, at="en", **filters: {
        "".join(run.text for run in hit.title) for hit in ask(word, at, **filters).hits
    }


@pytest.fixture
def story(write_story):
    return write_story(title="A quokka", body=[("paragraph", "<p>Of a wombat.</p>")])


def below(page, **fields):
    child = ContentPage(title="A quokka’s page", slug="quokka", **fields)
    return page.add_child(instance=child)


def home(code="en"):
    return HomePage.objects.get(locale__language_code=code)


# --- Published, changed, taken back --------------------------------------------------------------------------------------


def test_a_published_story_is_found_at_once(story, finds):
    assert finds() == {"A quokka"}
    assert finds("wombat") == {"A quokka"}


def test_a_draft_is_found_nowhere(write_story, finds):
    draft = write_story(title="A quokka", live=False)
    draft.save_revision()
    assert finds() == set()
    draft.get_latest_revision().publish()
    assert finds() == {"A quokka"}


def test_words_of_a_draft_of_a_published_story_are_not_found(story, finds):
    story.title, story.intro = "A wallaby", "Secret until noon."
    revision = story.save_revision()
    index.renew_all()
    assert (finds(), finds("wallaby"), finds("secret")) == ({"A quokka"}, set(), set())
    revision.publish()
    assert (finds(), finds("wallaby"), finds("secret")) == (set(), {"A wallaby"}, {"A wallaby"})


def test_what_waits_for_its_hour_is_not_found_before(write_story, finds):
    later = timezone.now() + timedelta(hours=3)
    waiting = write_story(title="A quokka", live=False, go_live_at=later)
    waiting.save_revision(approved_go_live_at=later)
    index.renew_all()
    assert finds() == set()
    waiting.go_live_at = timezone.now() - timedelta(minutes=1)
    waiting.save_revision(approved_go_live_at=waiting.go_live_at)
    call_command("publish_scheduled")
    assert finds() == {"A quokka"}


def test_what_has_expired_is_not_found(story, finds):
    Page.objects.filter(pk=story.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")
    assert finds() == set()


def test_an_unpublished_story_is_gone(story, finds):
    story.unpublish()
    assert finds() == set()
    assert not SearchEntry.objects.filter(source="pages", owner=story.pk).exists()


def test_what_is_taken_back_behind_the_indexs_back_is_gone_all_the_same(story, finds):
    Page.objects.filter(pk=story.pk).update(live=False)
    assert SearchEntry.objects.filter(owner=story.pk).exists()
    assert finds() == set()
    index.renew_all()
    assert not SearchEntry.objects.filter(owner=story.pk).exists()


def test_a_deleted_page_is_gone_with_those_below_it(site, finds):
    parent = below(home())
    below(parent)
    assert SearchWord.objects.filter(word=WORD).count() == 2
    Page.objects.get(pk=parent.pk).delete()
    assert finds() == set()
    assert not SearchWord.objects.filter(word=WORD).exists()


def test_a_moved_page_is_found_where_it_stands_now(site, ask):
    parent = ContentPage(title="Marsupials", slug="marsupials")
    home().add_child(instance=parent)
    page = below(home())
    assert ask(WORD).names == ["/en/quokka/"]
    page.move(parent, pos="last-child")
    assert ask(WORD).names == ["/en/marsupials/quokka/"]
    parent = ContentPage.objects.get(pk=parent.pk)
    parent.slug = "animals"
    parent.save_revision().publish()
    assert ask(WORD).names == ["/en/animals/quokka/"]


def test_a_page_is_found_by_what_it_is_now_called(story, finds):
    story.title = "A potoroo"
    story.save_revision().publish()
    assert (finds(), finds("potoroo")) == (set(), {"A potoroo"})


def test_tags_source_and_correction_find_a_story(write_story, finds):
    story = write_story(title="Tagged", source="The Wallaby Post")
    story.tags.add("potoroo")
    story.save_revision().publish()
    assert (finds("potoroo"), finds("wallaby")) == ({"Tagged"}, {"Tagged"})


# --- Restricted -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["login", "password", "groups"])
def test_a_restricted_page_is_not_found_and_comes_back(kind, story, finds, sign_in, person_with):
    restriction = PageViewRestriction.objects.create(page=story, restriction_type=kind, password="pouch")
    restriction.groups.set(Group.objects.all()[:1])
    assert finds() == set()
    # Nor by those who may read it: what anybody sees is what everybody sees.
    reader = sign_in(person_with(Role.DIRECTOR))
    assert reader.get(f"/en/search/?q={WORD}").context["count"] == 0
    restriction.delete()
    assert finds() == {"A quokka"}


def test_what_is_published_below_a_restricted_page_is_not_found(site, finds):
    PageViewRestriction.objects.create(
        page=NewsIndexPage.objects.get(locale__language_code="en"), restriction_type="login"
    )
    parent = ContentPage(title="Closed", slug="closed")
    home().add_child(instance=parent)
    PageViewRestriction.objects.create(page=parent, restriction_type="login")
    below(parent).save_revision().publish()
    index.renew_all()
    assert (finds(), finds("closed")) == (set(), set())


def test_a_page_that_moves_out_of_a_restricted_place_is_found_and_back_again(site, finds):
    parent = ContentPage(title="Closed", slug="closed")
    home().add_child(instance=parent)
    PageViewRestriction.objects.create(page=parent, restriction_type="login")
    page = below(parent)
    assert finds() == set()
    page.move(home(), pos="last-child")
    assert finds() == {"A quokka’s page"}
    ContentPage.objects.get(pk=page.pk).move(ContentPage.objects.get(pk=parent.pk), pos="last-child")
    assert finds() == set()


# --- Documents ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def document(db):
    document = get_document_model()(title="Quokka guideline")
    document.file.save("guideline.pdf", ContentFile(b"%PDF-1.4"))
    return document


@pytest.fixture
def link(site):
    """link(document) publishes a page that links to it."""

    def make(document, **fields):
        body = [("paragraph", f'<p><a linktype="document" id="{document.pk}">the guideline</a></p>')]
        page = ContentPage(title="Guidelines", slug="guidelines", body=body, **fields)
        home().add_child(instance=page)
        ReferenceIndex.create_or_update_for_object(page)
        return page

    return make


@pytest.fixture
def indexed(document, link):
    def make(**fields):
        page = link(document, **fields)
        index.renew_all()
        return page

    return make


def test_a_document_that_a_public_page_links_to_is_found(document, indexed, ask):
    indexed()
    (hit,) = ask(WORD).hits
    assert hit.url == document.url
    assert ask(WORD, kind="document").count == 1


def test_a_document_in_the_library_alone_is_not_found(document, site, finds):
    index.renew_all()
    assert finds() == set()


def test_a_document_that_only_a_draft_links_to_is_not_found(document, indexed, finds):
    indexed(live=False)
    assert finds() == set()


def test_a_document_goes_with_the_page_that_links_to_it(indexed, finds):
    page = indexed()
    page.unpublish()
    assert finds() == set()
    page.save_revision().publish()
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert finds() == set()
    restriction.delete()
    assert finds() == {"Quokka guideline"}


def test_a_document_in_a_private_collection_is_not_found(document, indexed, finds):
    indexed()
    closed = Collection.get_first_root_node().add_child(name="Closed")
    within = closed.add_child(name="Within")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    assert finds() == {"Quokka guideline"}
    document.collection = within
    document.save()
    assert finds() == set()


def test_a_deleted_document_is_not_found(document, indexed, finds):
    indexed()
    document.delete()
    assert finds() == set()


def test_a_document_is_found_as_soon_as_it_is_saved(document, link, finds):
    link(document)
    document.title = "Quokka and potoroo"
    document.save()
    assert finds("potoroo") == {"Quokka and potoroo"}


# --- Languages ------------------------------------------------------------------------------------------------------------


def test_of_two_translations_the_readers_is_shown(write_story, ask):
    english = write_story(title="A quokka")
    chinese = write_story("zh-hans", title="短尾矮袋鼠 quokka", twin=english)
    assert ask(WORD).names == [english.url]
    assert ask(WORD, "zh-hans").names == [chinese.url]
    assert ask("袋鼠").names == [chinese.url]
    assert ask(WORD, language="zh-hans").names == [chinese.url]


def test_a_hit_in_the_other_language_says_so(write_story, ask, client):
    write_story("zh-hans", title="短尾矮袋鼠")
    (hit,) = ask("袋鼠").hits
    assert (hit.lang, hit.language) == ("zh-Hans", "中文")
    html = client.get("/en/search/?q=袋鼠").content.decode()
    assert '<h3 lang="zh-Hans">' in html
    assert '<span class="tag" lang="zh-Hans">中文</span>' in html
    (own,) = ask("袋鼠", "zh-hans").hits
    assert (own.lang, own.language) == ("", "")


# --- Making it anew -------------------------------------------------------------------------------------------------------


def test_making_it_anew_writes_what_is_missing_and_leaves_what_is_right(story, finds):
    assert all(done == (0, 0) for done in index.renew_all().values())
    kept = set(SearchEntry.objects.values_list("key", "digest"))
    SearchEntry.objects.all().delete()
    assert finds() == set()
    call_command("rebuild_search")
    assert finds() == {"A quokka"}
    assert set(SearchEntry.objects.values_list("key", "digest")) == kept


def test_the_clock_heals_an_index_that_was_never_made_or_by_older_rules(story, noon):
    from django_tasks_db.models import DBTaskResult

    from portal.pages.tasks import renew_search
    from portal.pages.tick import tick

    def asked():
        waiting = DBTaskResult.objects.filter(task_path=renew_search.module_path)
        found = tick(lambda: noon)["search asked to be renewed"], waiting.count()
        waiting.delete()
        return found

    assert asked() == (False, 0)
    SearchEntry.objects.filter(owner=story.pk).update(cut_by=0)
    assert asked() == (True, 1)
    renew_search.func()
    assert asked() == (False, 0)
    SearchEntry.objects.all().delete()
    assert asked() == (True, 1)
    renew_search.func()
    assert asked() == (False, 0)
    assert tick(lambda: noon.replace(hour=19, minute=10))["search asked to be renewed"]
    assert not tick(lambda: noon.replace(hour=19, minute=10))["search asked to be renewed"]


def test_a_topic_is_shown_by_its_name(write_story, ask):
    write_story(title="A quokka", topic=Topic.objects.get(slug="research"))
    assert [hit.topic for hit in ask(WORD).hits] == ["Research"]
