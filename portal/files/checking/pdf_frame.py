"""The outside of a PDF: where it begins and ends, and what else hides in the same bytes. Pure."""

import re

from .sniffing import is_archive
from .verdict import Reason, Refused

HEADER = re.compile(rb"%PDF-[12]\.\d")
MARKUP = re.compile(rb"<\s*(?:script|html|svg|iframe|body|!doctype)", re.IGNORECASE)
SECOND_FILE = re.compile(rb"%%EOF[\0\s]*%PDF-")
WHITE = b"\0\t\n\f\r "


def check_frame(raw):
    """Raises Refused unless `raw` is one PDF from its first byte to its last and nothing besides."""
    if not HEADER.match(raw):
        raise Refused(Reason.DAMAGED)
    if MARKUP.search(raw, 0, 1024):
        raise Refused(Reason.HYBRID)
    end = raw.rfind(b"%%EOF")
    if is_archive(raw[-70_000:]):
        raise Refused(Reason.HYBRID)
    if end < 0:
        raise Refused(Reason.INCOMPLETE)
    if raw[end + 5 :].strip(WHITE) or SECOND_FILE.search(raw):
        raise Refused(Reason.HYBRID)
