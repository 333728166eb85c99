"""Whoever writes pages translates them; the library's ways around the publishers are shut."""

from access.table import office

WRITERS = frozenset({"editor", "publisher", "director"})


def story(world):
    return {"pk": world.first("portal.StoryPage", live=True).pk}


def untranslated(world):
    """A page that the other language lacks, below one that it has."""
    return {"page_id": world.first("portal.StoryPage", live=False).pk}


def source(world):
    return {"translation_source_id": world.first("wagtail_localize.TranslationSource").pk}


def nothing(_world):
    return {"rest": "portal/topic/1/"}


ROWS = [
    office("translations_out_of_date", WRITERS),
    office("translation_settle", WRITERS, kwargs=story),
    office("translation_hand_over", WRITERS, kwargs=story),
    office("translation_submit", WRITERS, kwargs=untranslated),
    office("translation_update", WRITERS, kwargs=source),
    office("translation_no_alias", WRITERS, kwargs=untranslated, ok=409),
    office("translation_progress", WRITERS),
    office("translation_progress_results", WRITERS),
    office("translation_no_snippets", (), kwargs=nothing),
    office("translation_no_api", (), kwargs=nothing),
]
