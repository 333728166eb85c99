"""Makes a stale demo anew without touching what people made.

What carries dates goes and is made again: cycles, places abroad, the ledger's rows, the coming forum, stories. Whatever a
person had a hand in since stays whole as it is. Where the new demo can stand beside it, it does (another year's cycle,
another place); else the old stays in its stead (a story, the forum). People, partners and rooms carry no dates, and stay.
"""

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from portal.lifecycle.models import guarded_write

from .demo_clusters import FOLLOWERS, LOADED, MARK, Extent, cluster_of, is_of_people
from .demo_loading import DemoRefused
from .models import DemoRow

DATED = ("cycle.", "opportunity.", "ledger.", "edition.next", "edition.after", "story.", "draft.")
STANDS_BESIDE = ("cycle.", "opportunity.", "ledger.")


def renew_demo(*, now):
    """Take away what is dated and untouched; load_demo then makes it again. Returns how many rows went."""
    if not settings.DEMO:
        raise DemoRefused("The demo is refused by these settings: it belongs on a development site.")
    rows = [row for row in DemoRow.objects.select_related("content_type") if row.key.startswith(DATED) and row.obj]
    clusters = {row.key: cluster_of(row.obj) for row in rows}
    kept = kept_keys(clusters)
    with transaction.atomic(), guarded_write():
        gone = 0
        for key in kept:
            if key.startswith(STANDS_BESIDE):
                forget(clusters[key])
        for key in clusters.keys() - kept:
            gone += remove(clusters[key])
        DemoRow.objects.filter(models.Q(key=LOADED) | models.Q(key__startswith=MARK)).delete()
    return gone


def kept_keys(clusters):
    """Those that people touched, and those that share a row with one of them."""
    extent = Extent()
    kept = {key for key, cluster in clusters.items() if is_of_people(cluster, extent)}
    while True:
        held = {(model, pk) for key in kept for model, keys in clusters[key].items() for pk in keys}
        more = {
            key
            for key, cluster in clusters.items()
            if key not in kept and any((model, pk) in held for model, keys in cluster.items() for pk in keys)
        }
        if not more:
            return kept
        kept |= more


def forget(cluster):
    """These rows are people's from now on."""
    for model, keys in cluster.items():
        kind = ContentType.objects.get_for_model(model, for_concrete_model=False)
        DemoRow.objects.filter(content_type=kind, object_id__in=[str(key) for key in keys]).delete()


def remove(cluster):
    """All of it at once, whatever the tables' own guards say; pages by their tree. Returns how many rows."""
    page = apps.get_model("wagtailcore.Page")
    for model, keys in cluster.items():
        if issubclass(model, page):
            for one in page.objects.filter(pk__in=keys):
                one.specific.delete()
    forget(cluster)
    for model, keys in cluster.items():
        follow(model, keys)
        for relation in model._meta.get_fields(include_hidden=True):
            emptied = relation.auto_created and not relation.concrete and getattr(relation, "on_delete", None)
            if emptied is models.SET_NULL:
                name = relation.field.name
                relation.related_model._base_manager.filter(**{f"{name}__in": keys}).update(**{name: None})
    for model, keys in cluster.items():
        if not issubclass(model, page):
            rows = model._base_manager.filter(pk__in=keys)
            rows._raw_delete(rows.db)
    return sum(len(keys) for keys in cluster.values())


def follow(model, keys):
    """Mails, links and lines of the record about rows that go."""
    kind = ContentType.objects.get_for_model(model, for_concrete_model=False)
    for label, type_field, key_field in FOLLOWERS:
        rows = apps.get_model(label)._base_manager.filter(
            **{type_field: kind, f"{key_field}__in": [str(key) for key in keys]}
        )
        for one in cluster_parts(rows):
            one._raw_delete(one.db)


def cluster_parts(rows):
    """The rows' own children first."""
    keys = list(rows.values_list("pk", flat=True))
    for relation in rows.model._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and relation.one_to_many and keys:
            name, child = relation.field.name, relation.related_model._base_manager
            if relation.on_delete is models.SET_NULL:
                child.filter(**{f"{name}__in": keys}).update(**{name: None})
            else:
                yield child.filter(**{f"{name}__in": keys})
    yield rows.model._base_manager.filter(pk__in=keys)
