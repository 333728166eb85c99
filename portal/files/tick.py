"""What time does to private files."""

from .actions import purge_due
from .sweeping import scan_waiting, sweep_content, sweep_loose_files


def tick(now):
    at = now()
    return {
        "purged": purge_due(now),
        "loose": sweep_loose_files(now),
        "scanned": scan_waiting(now),
        # All of the storage once a day, in Shanghai's night; the last two days every ten minutes.
        "orphans": sweep_content(now, everything=at.hour == 19) if at.minute % 10 == 0 else 0,
    }
