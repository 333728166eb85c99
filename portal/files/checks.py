"""System checks: the slice's promises about its storage and its holders."""

from pathlib import Path

from django.conf import settings
from django.core import checks
from django.core.files.storage import storages

from .models import PrivateFile
from .ownership import unregistered_relations


@checks.register()
def private_storage_is_private(app_configs, **kwargs):
    """The private storage has no address of its own and lies outside what is served."""
    location = getattr(storages["private"], "location", None)
    if location is None:
        return []
    place = Path(location).resolve()
    served = [root for root in (settings.MEDIA_ROOT, settings.STATIC_ROOT) if root]
    if any(place.is_relative_to(Path(root).resolve()) for root in served):
        return [checks.Error("The private storage lies inside a folder that is served.", id="portal.files.E001")]
    return []


@checks.register()
def every_holder_is_registered(app_configs, **kwargs):
    """A foreign key to a file that no attached_to() names: nobody could be asked who may read that file."""
    return [
        checks.Error(
            f"{relation.related_model.__name__}.{relation.field.name} points to files and is not registered.",
            hint="Call portal.files.ownership.attached_to() in the slice's access.py.",
            id="portal.files.E002",
        )
        for relation in unregistered_relations(PrivateFile)
    ]
