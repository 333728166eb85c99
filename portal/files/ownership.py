"""Who holds a file. Slices register each of their fields that points to one; nothing here knows those slices.

    attached_to(Application, "cv")            a foreign key or one-to-one
    attached_to(Application, "papers__file")  a path through rows of the slice's own

The holder (here the Application) is what the permission layer is asked about: `may(person, "read file",
holder)` for downloading and `may(person, "see file pages", holder)` for pictures of its pages.
"""

from django.db.models import Exists, OuterRef

_registered = {}


def attached_to(model, lookup):
    """Register that rows of `model` hold the files found by following `lookup` from them."""
    _registered[(model, lookup)] = None


def registered():
    return tuple(_registered)


def holders_of(file):
    """Every object that holds a file, in the order of registration."""
    for model, lookup in _registered:
        yield from model._base_manager.filter(**{lookup: file}).distinct()


def is_held(file):
    return any(True for _holder in holders_of(file)) or any(
        relation.related_model._base_manager.filter(**{relation.field.name: file}).exists()
        for relation in unregistered_relations(type(file))
    )


def unheld(files):
    """Narrow a queryset of files to those that nothing holds: neither by a registration nor by a bare
    foreign key.
    """
    for model, lookup in _registered:
        files = files.exclude(Exists(model._base_manager.filter(**{lookup: OuterRef("pk")})))
    for relation in unregistered_relations(files.model):
        rows = relation.related_model._base_manager.filter(**{relation.field.name: OuterRef("pk")})
        files = files.exclude(Exists(rows))
    return files


def unregistered_relations(file_model):
    """Foreign keys to files that no registration ends in. They keep a file from being swept, and a check
    names them.
    """
    from .models import FileReading

    known = {_last_field(model, lookup) for model, lookup in _registered}
    return [
        relation
        # Hidden ones too: most slices write related_name="+".
        for relation in file_model._meta.get_fields(include_hidden=True)
        if (relation.one_to_many or relation.one_to_one)
        and relation.auto_created
        and relation.related_model is not FileReading
        and relation.field not in known
    ]


def _last_field(model, lookup):
    """The foreign key in which a path ends."""
    field = None
    for step in lookup.split("__"):
        field = model._meta.get_field(step)
        model = field.related_model
    return field
