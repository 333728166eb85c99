"""Finds a room of every slice: `load("access")` imports portal.people.access, exchange.offers.access and so on.

The rooms fill registries when they are imported, which is how `exchange` and `events` give the portal what it
shows, without the portal importing either of them.
"""

from importlib import import_module
from importlib.util import find_spec

from django.apps import apps


def all_slices():
    """Dotted names of every slice, in the order in which the apps list them."""
    for config in apps.get_app_configs():
        for name in getattr(config, "slices", ()):
            yield f"{config.name}.{name}"


def load(room):
    """Import the room of that name (such as "access") of every slice that has one; returns the modules."""
    modules = []
    for name in all_slices():
        dotted = f"{name}.{room}"
        if find_spec(dotted) is not None:
            modules.append(import_module(dotted))
    return modules
