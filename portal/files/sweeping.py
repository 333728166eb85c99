"""What nobody wants any more: content without a row, rows that nothing holds, files that still wait for
the scanner.
"""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.lifecycle.audit import record

from .actions import purge
from .models import PrivateFile, Scan
from .ownership import unheld
from .rules import LOOSE_FILE_IS_KEPT_FOR
from .scanning import has_scanner, scan
from .storing import days_stored, open_content, remove, stored_on, written_at

# Content is stored a moment before its row is written; what has no row after this long never will.
ROW_IS_LATE_AFTER = timedelta(hours=1)


def sweep_content(now, *, everything=False):
    """Remove stored content that has no row. Looks at the last two days, or at everything. Returns how
    many.
    """
    at, removed = now(), 0
    recent = {f"{at - timedelta(days=back):%Y-%m-%d}" for back in (0, 1)}
    for day in days_stored():
        if not everything and day not in recent:
            continue
        names = stored_on(day)
        known = set(PrivateFile.objects.filter(storage_name__in=names).values_list("storage_name", flat=True))
        for name in names:
            if name not in known and at - written_at(name) > ROW_IS_LATE_AFTER:
                remove(name)
                removed += 1
    return removed


def sweep_loose_files(now):
    """Purge files that were sent and then held by nothing for a day. Returns how many."""
    old = PrivateFile.objects.filter(uploaded_at__lt=now() - LOOSE_FILE_IS_KEPT_FOR, purged_at=None)
    files = list(unheld(old)[:500])
    for file in files:
        purge(file=file, by=None, now=now, reason=_("It was sent and then not used."))
    return len(files)


def scan_waiting(now):
    """Ask the scanner again about files that it had not answered for; removes what it finds. Returns how
    many.
    """
    if not has_scanner():
        return 0
    scanned = 0
    for file in PrivateFile.objects.filter(scan=Scan.UNSCANNED, purged_at=None)[:50]:
        with open_content(file) as content:
            answer = scan(content)
        if answer == Scan.UNSCANNED:
            break
        with transaction.atomic():
            PrivateFile.objects.filter(pk=file.pk).update(scan=answer)
            record(file, "portal.privatefile.scan", by=None, at=now(), found=str(answer))
        if answer == Scan.INFECTED:
            purge(file=file, by=None, now=now, reason=_("The virus scanner found something in it."))
        scanned += 1
    return scanned
