"""When a file may be read, and which part of it was asked for. Pure."""

import re
from datetime import timedelta

LOOSE_FILE_IS_READ_FOR = timedelta(hours=1)
LOOSE_FILE_IS_KEPT_FOR = timedelta(days=1)
ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


def loose_file_is_open(uploaded_at, now):
    """Whether the uploader may still read a file that nothing holds."""
    return now - uploaded_at < LOOSE_FILE_IS_READ_FOR


class NoSuchRange(ValueError):
    """The range lies outside the file (answer 416)."""


def wanted_range(header, size):
    """First and last byte asked for, or None for the whole file (no range, several, or one that makes no
    sense).
    """
    match = ONE_RANGE.fullmatch((header or "").strip())
    if not match or match[1] == match[2] == "":
        return None
    if match[1] == "":
        length = min(int(match[2]), size)
        if not length:
            raise NoSuchRange
        return size - length, size - 1
    first = int(match[1])
    last = min(int(match[2]), size - 1) if match[2] else size - 1
    if match[2] and int(match[2]) < first:
        return None
    if first >= size:
        raise NoSuchRange
    return first, last
