"""What hangs on a row of the demo, and whether a person had a hand in it since the demo was loaded."""

from datetime import UTC, datetime

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.dateparse import parse_datetime
from wagtail.models import ModelLogEntry, PageLogEntry

from .models import DemoRow

MARK = "upto."
LOADED = "loaded.at"
"""Keys of the marks, which stand among the demo's rows and name none."""
LOGS = (ModelLogEntry, PageLogEntry)
# What points to a row by its type and key. These follow the row, and say nothing about people.
FOLLOWERS = (
    ("portal.OutboxMessage", "about_type", "about_id"),
    ("portal.SignedLink", "about_type", "about_id"),
    ("wagtailcore.ModelLogEntry", "content_type", "object_id"),
    ("wagtailcore.ReferenceIndex", "base_content_type", "object_id"),
)
# Acts of people who have no account, so that the record names nobody.
WITHOUT_ACCOUNT = ("begin", "answer", "add_file", "submit", "decline")


def numbered_models():
    own = [model for model in apps.get_models() if model._meta.app_label in ("portal", "exchange", "events")]
    return [model for model in (*own, *LOGS) if isinstance(model._meta.pk, models.AutoField)]


def note_extent(demo):
    """After the first loading: up to which key the demo's rows go in each table. Later rows are not the demo's."""
    if DemoRow.objects.filter(key=LOADED).exists():
        return
    types = ContentType.objects.get_for_models(*numbered_models(), for_concrete_models=False)
    rows = [(LOADED, ContentType.objects.get_for_model(DemoRow), demo.real_instant.isoformat())]
    for model in numbered_models():
        last = model._base_manager.aggregate(last=models.Max("pk"))["last"] or 0
        rows.append((f"{MARK}{model._meta.label_lower}", types[model], str(last)))
    DemoRow.objects.bulk_create(
        DemoRow(key=key, content_type=kind, object_id=text, loaded_for=demo.today) for key, kind, text in rows
    )


class Extent:
    """The marks of the first loading."""

    def __init__(self):
        self.last = {row.key: int(row.object_id) for row in DemoRow.objects.filter(key__startswith=MARK)}
        loaded = DemoRow.objects.filter(key=LOADED).first()
        # Where the marks are missing, whatever was ever written counts as people's.
        self.at = parse_datetime(loaded.object_id) if loaded else datetime.min.replace(tzinfo=UTC)

    def is_later(self, model, pk):
        last = self.last.get(f"{MARK}{model._meta.label_lower}")
        return last is not None and pk > last


def cluster_of(obj):
    """{model: keys} of a row and of all that cannot be without it."""
    found, todo = {}, [(type(obj), {obj.pk})]
    while todo:
        model, keys = todo.pop()
        fresh = keys - found.setdefault(model, set())
        if not fresh:
            continue
        found[model] |= fresh
        for relation in relations_to(model):
            child, name = relation.related_model, relation.field.name
            todo.append((child, set(child._base_manager.filter(**{f"{name}__in": fresh}).values_list("pk", flat=True))))
    return found


def relations_to(model):
    """Foreign keys that stand or fall with the row; one that would be emptied is not among them."""
    for relation in model._meta.get_fields(include_hidden=True):
        comes_in = relation.auto_created and not relation.concrete and (relation.one_to_many or relation.one_to_one)
        if comes_in and relation.on_delete is not models.SET_NULL and not relation.related_model._meta.proxy:
            yield relation


def is_of_people(cluster, extent):
    """Whether a person made or changed something in it after the loading."""
    return any(touched(model, keys, extent) for model, keys in cluster.items())


def was_written(model, keys, extent):
    """A draft saves as it is written, without a line in the record."""
    saves = any(field.name == "saved_at" for field in model._meta.concrete_fields)
    return saves and model._base_manager.filter(pk__in=keys, saved_at__gt=extent.at).exists()


def touched(model, keys, extent):
    kind = ContentType.objects.get_for_model(model, for_concrete_model=False)
    lines = ModelLogEntry.objects.filter(content_type=kind, object_id__in=[str(key) for key in keys])
    late = [line for line in lines if extent.is_later(ModelLogEntry, line.pk)]
    if any(line.user_id or line.action.rpartition(".")[2] in WITHOUT_ACCOUNT for line in late):
        return True
    if issubclass(model, apps.get_model("wagtailcore.Page")):
        pages = PageLogEntry.objects.filter(page__in=keys).exclude(user=None)
        return any(extent.is_later(PageLogEntry, line.pk) for line in pages)
    if was_written(model, keys, extent):
        return True
    told = {line.object_id for line in late}
    # What is not recorded at all was typed by somebody: the clock records whatever it makes.
    return any(isinstance(key, int) and extent.is_later(model, key) and str(key) not in told for key in keys)
