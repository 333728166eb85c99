"""Which tables are read while a page is made, and which a transaction has written.

Both are seen in the SQL itself, so that a bulk update or a lifecycle's compare-and-swap counts like any save.
"""

import re
import uuid
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.core.cache import cache

READ = re.compile(r'\b(?:FROM|JOIN) "(\w+)"')
WRITTEN = re.compile(r'\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM|TRUNCATE) "(\w+)"')

# Written all the time, and on no public page: sessions and sign-ins, the outbox, tasks, records and drafts, and what is
# derived from other tables. A test walks the public pages and finds none of these among what they read.
NOT_SHOWN = re.compile(
    r"django_(session|admin_log|tasks?_|content_type|migrations)|account_|mfa_|axes_|usersessions_"
    r"|portal_(outbox|mail|found|search|link|worker|heartbeat|signin|signedlink|file|tally|subscriber|digest)"
    r"|wagtailcore_(revision|\w*log|modellog|pagelog|referenceindex|task|workflow|comment|groupapproval|uploaded|pagesub)"
    r"|wagtailsearch_|wagtailimages_rendition|wagtailadmin_"
)

WORLD = "kept.world"
"""The key of a word that changes with every write: as long as it is the same, nothing has to be compared."""

_seen = ContextVar("what the page being made depends on", default=None)


@dataclass
class Seen:
    """What was read while something was made.

    wide: whether a value is made, and not a page: what it asks of other values counts as its own reading. tables: names.
    values: {(function, arguments): digest}. known: what remembered functions gave, so that each is asked once.
    images: {primary key: picture} of those shown. offered: whether a page said that it may be kept. seconds: how long it
    may be shown.
    """

    wide: bool = False
    tables: set = field(default_factory=set)
    values: dict = field(default_factory=dict)
    known: dict = field(default_factory=dict)
    images: dict = field(default_factory=dict)
    offered: bool = False
    seconds: int | None = None


def now_seen():
    """The Seen of what is being made, or None."""
    return _seen.get()


@contextmanager
def seeing(seen):
    """What is read in the block is noted in `seen`."""
    token = _seen.set(seen)
    try:
        yield seen
    finally:
        _seen.reset(token)


def good_for(seconds):
    """What is being made shows the passing of time: it is kept no longer than this."""
    seen = _seen.get()
    if seen is not None:
        seen.seconds = min(seconds, seen.seconds or seconds)


def watch(execute, sql, params, many, context):
    """Django's execute wrapper: notes what a statement reads, and after it what it has written."""
    seen = _seen.get()
    if seen is not None:
        seen.tables.update(READ.findall(sql))
    result = execute(sql, params, many, context)
    written = WRITTEN.match(sql)
    if written and not NOT_SHOWN.match(written[1]):
        note_write(context["connection"], written[1])
    return result


class Written:
    """The tables that a transaction has written, told once it is committed."""

    def __init__(self):
        self.tables = set()

    def __call__(self):
        tell(self.tables)


def note_write(connection, table):
    if not connection.in_atomic_block:
        return tell([table])
    # Within a savepoint that is rolled back Django drops its hooks; a write is added to the last hook only if both
    # stand in the same savepoints.
    if connection.run_on_commit:
        savepoints, last, _robust = connection.run_on_commit[-1]
        if isinstance(last, Written) and savepoints == set(connection.savepoint_ids):
            return last.tables.add(table)
    written = Written()
    written.tables.add(table)
    connection.on_commit(written)


def tell(tables):
    """Let everybody know that these tables are not what they were."""
    cache.set_many({key(table): uuid.uuid4().hex for table in tables}, None)
    cache.set(WORLD, uuid.uuid4().hex, None)


def key(table):
    return f"kept.table.{table}"


def world_and(name):
    """(the word that changes with every write, what the cache has under a name or None), in one step."""
    found = cache.get_many([WORLD, name])
    if WORLD not in found:
        cache.add(WORLD, uuid.uuid4().hex, None)
        found[WORLD] = cache.get(WORLD)
    return found[WORLD], found.get(name)


def words_of(tables):
    """{table: the word that changes with every write to it}. A word that the cache has lost is a new one."""
    keys = {key(table): table for table in tables if not NOT_SHOWN.match(table)}
    found = cache.get_many(list(keys))
    for missing in keys.keys() - found.keys():
        cache.add(missing, uuid.uuid4().hex, None)
        found[missing] = cache.get(missing)
    return {table: found[name] for name, table in keys.items()}


def begin(connection, **_signal):
    """Watch a connection from its beginning."""
    if watch not in connection.execute_wrappers:
        # First: whoever puts one after it for a while takes the last away.
        connection.execute_wrappers.insert(0, watch)
