"""Every page type goes into the other language field by field as its slice decided."""

import pytest
from django.apps import apps
from django.db.models import URLField
from wagtail.models import Page
from wagtail_localize.fields import get_translatable_fields

from portal.pages.models.site_page import SitePage
from portal.translations.fields import KeptApart, OneForBoth

OURS = [model for model in apps.get_models() if issubclass(model, SitePage)]
# Of every page.
WORDS = {"title", "draft_title", "slug", "seo_title", "search_description"}


def fields_of(model):
    return {field.field_name: field for field in get_translatable_fields(model)}


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_what_a_page_points_to_is_the_same_in_both_languages(model):
    """A cycle, an edition, a topic: one for both. A picture may be another one."""
    for name, field in fields_of(model).items():
        column = model._meta.get_field(name)
        if column.is_relation and column.many_to_one and "wagtailimages" not in column.related_model._meta.label_lower:
            assert isinstance(field, OneForBoth), name


@pytest.mark.django_db
@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_words_are_translated(model):
    fields = fields_of(model)
    for column in model._meta.get_fields():
        kind = column.get_internal_type() if hasattr(column, "get_internal_type") else ""
        words = kind in ("CharField", "TextField", "JSONField") and not getattr(column, "choices", None)
        words = words and not isinstance(column, URLField)
        if words and column.editable and column.name in fields and not isinstance(fields[column.name], KeptApart):
            assert fields[column.name].is_translated(model()), column.name


def test_only_these_fields_are_each_languages_own():
    apart = {
        (model.__name__, name)
        for model in OURS
        for name, field in fields_of(model).items()
        if isinstance(field, KeptApart)
    }
    assert apart == {
        ("ContentPage", "checked_on"),
        ("StoryPage", "tagged_items"),
        ("EditionPage", "slug"),
    }


def test_plain_pages_of_wagtail_are_not_used(site):
    assert not [page for page in Page.objects.filter(depth__gt=1) if page.specific_class not in OURS]
