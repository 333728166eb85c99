"""The log of readings: written before the first byte leaves."""

from datetime import timedelta

from django.db import transaction

from portal.lifecycle.audit import record

from .models import FileReading, ReadingKind

# Pages and parts come by the dozen: each is in the log of readings, and the audit record has one line an
# hour.
ONE_LINE_FOR = timedelta(hours=1)
ALWAYS = (ReadingKind.DOWNLOAD,)
NEVER = (ReadingKind.HEAD, ReadingKind.UNCHANGED)


def note_reading(file, person, what, *, at, page=None, address=None):
    """Keep that somebody read a file (or a page of it). person: may be anonymous. at: aware instant."""
    person = person if person is not None and person.pk else None
    with transaction.atomic():
        earlier = FileReading.objects.filter(file=file, person=person, what=what, at__gt=at - ONE_LINE_FOR)
        audited = what in ALWAYS or (what not in NEVER and not earlier.exists())
        FileReading.objects.create(file=file, person=person, what=what, at=at, page=page, address=address or None)
        if audited:
            record(file, "portal.privatefile.read", by=person, at=at, what=str(what))
