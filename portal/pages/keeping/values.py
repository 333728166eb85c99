"""Values that are read from tables, kept until these are written, and compared afterwards."""

import hashlib
from functools import wraps

from django.core.cache import cache
from django.utils.module_loading import import_string

from .watching import Seen, now_seen, seeing, words_of, world_and

LONGEST = 3600
"""Seconds. A process that dies between a commit and its telling leaves the others with what they had for so long."""


def remembered(function):
    """A function of plain arguments whose value is kept until a table that it reads is written.

    The value has to be plain (its repr tells it from another) and must not depend on the language or the clock. A page
    that asks for it is made anew when the value has changed, and not when only the tables were written.
    `.digest(*arguments)` is a short word of the value. `.given(make, *arguments)` spares the reading where the page that
    is being made has what the value is made of in hand; where none is, nothing is done.
    """
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def ask(*arguments):
        seen = now_seen()
        if seen is None:
            return kept(name, function, arguments)[0]
        if (name, arguments) not in seen.known:
            seen.known[name, arguments] = kept(name, function, arguments)
        value, digest, tables = seen.known[name, arguments]
        if seen.wide:
            seen.tables.update(tables)
        else:
            seen.values[name, arguments] = digest
        return value

    def given(make, *arguments):
        seen = now_seen()
        if seen is not None:
            seen.values[name, arguments] = digest_of(make())

    ask.digest = lambda *arguments: kept(name, function, arguments)[1]
    ask.given = given
    return ask


def kept(name, function, arguments):
    """(value, its digest, the tables that it was read from), from the cache if it is true still."""
    key = f"kept.value.{name}.{hashlib.sha1(repr(arguments).encode(), usedforsecurity=False).hexdigest()}"
    world, entry = world_and(key)
    if entry is not None:
        of_world, words, found = entry
        if of_world == world:
            return found
        if words_of(words) == words:
            cache.set(key, (world, words, found), LONGEST)
            return found
    with seeing(Seen(wide=True)) as seen:
        value = function(*arguments)
    found = (value, digest_of(value), frozenset(seen.tables))
    words = words_of(seen.tables)
    # Written while it was read: true enough for this page, but not to be kept.
    if world_and(key)[0] == world:
        cache.set(key, (world, words, found), LONGEST)
    return found


def digest_of(value):
    return hashlib.sha1(repr(value).encode(), usedforsecurity=False).hexdigest()


def same(values):
    """Whether every one of {(name, arguments): digest} is what it was."""
    return all(import_string(name).digest(*arguments) == digest for (name, arguments), digest in values.items())
