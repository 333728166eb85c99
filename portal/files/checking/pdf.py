"""Judges a PDF. Runs in the child only."""

import io
import logging
import re

import pypdf
import pypdfium2
from pypdf import PdfReader
from pypdf.errors import LimitReachedError

from .limits import MAX_PACKED_OBJECTS, MAX_PAGES
from .pdf_frame import check_frame
from .pdf_objects import all_objects
from .pdf_rules import judge_object, judge_opened
from .verdict import Kind, Reason, Refused, Verdict

LOCK = re.compile(rb"/Encrypt(?:[\0\s]+\d{1,10}[\0\s]+\d{1,5}[\0\s]+R|[\0\s]*<<)")
XFA_FORMS = (pypdfium2.raw.FORMTYPE_XFA_FULL, pypdfium2.raw.FORMTYPE_XFA_FOREGROUND)


def judge_pdf(raw):
    """The verdict on the bytes of a PDF. Raises Refused; anything else that it raises means "damaged"."""
    logging.getLogger("pypdf").propagate = False
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    check_frame(raw)
    with pypdf.apply_configuration(zlib_maximum_output_length=MAX_PACKED_OBJECTS, jbig2dec_binary=None):
        reader = _open(raw)
        try:
            _judge_all(raw, reader)
            pages = len(reader.pages)
        except LimitReachedError as fault:
            raise Refused(Reason.COMPLEX) from fault
    if not pages:
        raise Refused(Reason.NO_PAGES)
    if pages > MAX_PAGES:
        raise Refused(Reason.PAGES, pages=pages)
    _second_opinion(raw, pages)
    return Verdict(accepted=True, kind=Kind.PDF, pages=pages)


def _open(raw):
    try:
        reader = PdfReader(io.BytesIO(raw), strict=False)
    except Exception as fault:
        # A protection that pypdf does not know is a protection, not damage.
        if LOCK.search(raw, max(0, len(raw) - 8192)):
            raise Refused(Reason.ENCRYPTED) from fault
        raise
    if reader.is_encrypted or "/Encrypt" in reader.trailer:
        raise Refused(Reason.ENCRYPTED)
    return reader


def _judge_all(raw, reader):
    # Strict while objects are read: a key given twice, or a dictionary read in part, is where viewers
    # disagree.
    reader.strict = True
    opening, seen = set(), {}
    for number, thing in all_objects(raw, reader):
        judge_object(thing, opening)
        seen.setdefault(number, []).append(thing)
    reader.strict = False
    for number in opening:
        for thing in seen.get(number, ()):
            judge_opened(thing)


def _second_opinion(raw, pages):
    """The library that draws the pages must see the same file."""
    document = pypdfium2.PdfDocument(raw)
    try:
        if len(document) != pages:
            raise Refused(Reason.DAMAGED)
        if document.get_formtype() in XFA_FORMS:
            raise Refused(Reason.FORM)
        if pypdfium2.raw.FPDFDoc_GetAttachmentCount(document.raw):
            raise Refused(Reason.ATTACHMENT)
        if pypdfium2.raw.FPDFDoc_GetJavaScriptActionCount(document.raw) > 0:
            raise Refused(Reason.SCRIPT)
        document[0].close()
    finally:
        document.close()
