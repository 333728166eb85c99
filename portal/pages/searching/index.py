"""Writes the index. Unchanged things are left alone, so that making all of it anew is cheap."""

import hashlib

from django.db import transaction

from portal.pages.models import SearchEntry, SearchWord

from .rules import CUTTING, composed, flat, weights
from .sources import sources

LONGEST_TITLE, LONGEST_LINE, LONGEST_TEXT = 300, 700, 100_000


@transaction.atomic
def renew(source_name, owners=None):
    """Bring the entries of a source up to date; those of some owners alone where `owners` (primary keys) is given.

    Returns (how many entries were written, how many were taken out).
    """
    source = sources()[source_name]
    own = SearchEntry.objects.filter(source=source_name)
    if owners is not None:
        own = own.filter(owner__in=list(owners))
    known = {key: made for key, *made in own.values_list("key", "digest", "cut_by")}
    written = 0
    for found in source.findables(None if owners is None else list(owners)):
        entry, names = entry_of(source_name, found)
        if known.pop(entry.key, None) != [entry.digest, CUTTING]:
            write(entry, names)
            written += 1
    gone = list(known)
    SearchEntry.objects.filter(key__in=gone).delete()
    return written, len(gone)


def renew_all():
    """Every source; returns {its name: (written, taken out)}."""
    done = {name: renew(name) for name in sources()}
    strangers = SearchEntry.objects.exclude(source__in=done)
    strangers.delete()
    return done


def forget(source_name, owners):
    """Take out what there is of these owners."""
    SearchEntry.objects.filter(source=source_name, owner__in=list(owners)).delete()


def entry_of(source_name, found):
    """(the SearchEntry of a Findable, not saved; its further names)."""
    title = composed(found.title)[:LONGEST_TITLE]
    entry = SearchEntry(
        key=":".join(filter(None, (source_name, str(found.owner), found.part, found.language))),
        source=source_name,
        owner=found.owner,
        family=found.family,
        language=found.language,
        kind=found.kind,
        topic=found.topic,
        day=found.day,
        place=found.part,
        title=title,
        title_line=flat(title)[:LONGEST_LINE],
        lead=composed(found.lead),
        text=composed(found.text)[:LONGEST_TEXT],
        cut_by=CUTTING,
    )
    names = composed(found.names)
    told = [str(getattr(entry, name)) for name in CONTENT] + [names]
    entry.digest = hashlib.sha256(repr(told).encode()).hexdigest()[:40]
    return entry, names


CONTENT = ("family", "language", "kind", "topic", "day", "place", "title", "lead", "text")


def write(entry, names):
    """Save an entry with its words, in the place of the one with its key."""
    entry.pk = SearchEntry.objects.filter(key=entry.key).values_list("pk", flat=True).first()
    entry.save()
    entry.words.all().delete()
    words = weights(entry.title, entry.lead, entry.text, names)
    # Two who publish one page at the same instant write the same words.
    SearchWord.objects.bulk_create(
        [SearchWord(entry=entry, word=word, weight=weight) for word, weight in words.items()],
        ignore_conflicts=True,
        batch_size=2000,
    )


def is_stale():
    """Whether what is kept was cut by other rules than today's, or nothing is kept."""
    entries = SearchEntry.objects.all()
    return entries.exclude(cut_by=CUTTING).exists() or not entries.exists()
