"""What a file is by its first bytes. Pure: reads bytes, opens nothing."""

import filetype

from .verdict import Kind

HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1")
WORD_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEAD = 8192


def kind_of(head):
    """Kind of the content that begins with `head` (at least the first 8 KB, or all of it)."""
    if not head:
        return Kind.EMPTY
    if head.startswith(b"%PDF-"):
        return Kind.PDF
    if head.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return Kind.PNG
    if head[4:8] == b"ftyp" and (head[8:12] in HEIC_BRANDS or any(b in head[16:64] for b in HEIC_BRANDS[:4])):
        return Kind.HEIC
    if head.startswith(WORD_OLD) or (head.startswith(b"PK") and b"word/" in head):
        return Kind.WORD
    return Kind.OTHER


def name_of(head):
    """A word for a kind that is not taken ("exe", "zip"), or an empty string."""
    if b"%PDF-" in head[:1024]:
        return "pdf"
    found = filetype.guess(head[:HEAD])
    return found.extension if found else ""


def is_archive(tail):
    """Whether the last 64 KB make a ZIP program open the file: its directory's end mark stands there."""
    return b"PK\x05\x06" in tail
