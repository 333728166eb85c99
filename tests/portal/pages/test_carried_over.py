"""What was typed before corrections became a list and people got cards is still there, in pages and in drafts."""

import json
from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

BODY = [{"type": "paragraph", "value": "<p>Text.</p>", "id": "a"}]
OLD = {
    "correction": "It is 71, not <74>.",
    "corrected_on": "2027-01-04",
    "people_note": "Dr A & Dr B.\n\nA nurse.",
    "date": "2027-01-01",
}


def move_to(key):
    """The tables as of a migration, and the models that they had then."""
    executor = MigrationExecutor(connection)
    executor.migrate([key])
    return MigrationExecutor(connection).loader.project_state([key]).apps


def of_story_blocks():
    """(the migration, the one before it): their numbers are given anew when branches meet."""
    loader = MigrationExecutor(connection).loader
    key = next(key for key in loader.graph.nodes if key[0] == "portal" and key[1].endswith("_story_blocks"))
    return key, next(parent for parent in loader.get_migration(*key).dependencies if parent[0] == "portal")


def story(apps, slug, **fields):
    kind, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="portal", model="storypage"
    )
    topic, _made = apps.get_model("portal", "Topic").objects.get_or_create(slug="forum", name_en="F", name_zh="论坛")
    return apps.get_model("portal", "StoryPage").objects.create(
        path=f"0001000{slug}", depth=2, title=slug, draft_title=slug, slug=slug, url_path=f"/{slug}/", content_type=kind,
        locale=apps.get_model("wagtailcore", "Locale").objects.first(), translation_key=uuid4(),
        date=date(2027, 1, 1), topic=topic, intro="x", body=json.dumps(BODY), **fields,
    )  # fmt: skip


def draft_of(apps, page, content):
    kinds = apps.get_model("contenttypes", "ContentType").objects
    return apps.get_model("wagtailcore", "Revision").objects.create(
        content_type=kinds.get(app_label="portal", model="storypage"),
        base_content_type=kinds.get(app_label="wagtailcore", model="page"),
        object_id=str(page.pk),
        created_at=timezone.now(),
        content={"pk": page.pk, "title": page.title, "body": json.dumps(BODY), **content},
    )


@pytest.mark.both
def test_corrections_and_people_of_pages_and_drafts_are_carried_over(transactional_db):
    after, before = of_story_blocks()
    apps = move_to(before)
    full = story(
        apps, "X", **{name: OLD[name] for name in ("correction", "people_note")}, corrected_on=date(2027, 1, 4)
    )
    bare = story(apps, "Y")
    drafts = [draft_of(apps, full, OLD), draft_of(apps, bare, {**OLD, "corrected_on": None, "people_note": ""})]

    apps = move_to(after)
    pages = apps.get_model("portal", "StoryPage").objects
    revisions = [apps.get_model("wagtailcore", "Revision").objects.get(pk=draft.pk).content for draft in drafts]
    note = "<p>Dr A &amp; Dr B.</p><p>A nurse.</p>"
    page = pages.get(pk=full.pk)
    assert [row["value"] for row in page.corrections.raw_data] == [{"day": "2027-01-04", "text": OLD["correction"]}]
    assert [row["value"] for row in page.body.raw_data] == ["<p>Text.</p>", note]
    assert [row["value"] for row in json.loads(revisions[0]["body"])] == ["<p>Text.</p>", note]
    for content, day in zip(revisions, ("2027-01-04", "2027-01-01"), strict=True):
        assert [row["value"] for row in json.loads(content["corrections"])] == [{"day": day, "text": OLD["correction"]}]
        assert not {"correction", "corrected_on", "people_note"} & set(content)
    page = pages.get(pk=bare.pk)
    assert len(page.corrections) == 0
    assert len(page.body) == 1

    apps = move_to(before)
    given_back = apps.get_model("portal", "StoryPage").objects.get(pk=full.pk)
    assert (given_back.correction, given_back.corrected_on) == (OLD["correction"], date(2027, 1, 4))
