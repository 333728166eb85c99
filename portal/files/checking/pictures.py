"""Judges a picture and writes it anew. Runs in the child only.

Nothing of the sent bytes is kept but the pixels: no place, no camera, no comment, no preview, nothing
after the end.
"""

import io
import warnings

from PIL import Image, ImageFile, ImageOps

from .limits import MAX_PIXELS
from .sniffing import is_archive
from .verdict import Kind, Reason, Refused, Verdict

FORMATS = {Kind.JPEG: "JPEG", Kind.PNG: "PNG"}
JPEG_MODES = {"L": "L", "RGB": "RGB"}
PNG_MODES = ("1", "L", "LA", "RGB", "RGBA", "I;16")
MARKUP = (b"<script", b"<html", b"<?php", b"%PDF-")


def open_picture(raw, formats):
    """A Pillow image whose size was looked at before anything is unpacked."""
    warnings.simplefilter("ignore")
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    try:
        picture = Image.open(io.BytesIO(raw), formats=formats)
    except Image.DecompressionBombError as fault:
        raise Refused(Reason.PIXELS) from fault
    if picture.width * picture.height > MAX_PIXELS:
        raise Refused(Reason.PIXELS, width=picture.width, height=picture.height)
    return picture


def judge_picture(raw, kind, clean_path):
    """The verdict on the bytes of a JPEG or PNG; the new picture is written to clean_path."""
    tail = raw[-70_000:]
    # A camera's own trailer is dropped in silence; an archive, a page or a PDF behind a picture is no
    # accident.
    if is_archive(tail) or any(word in tail.lower() for word in MARKUP[:3]) or MARKUP[3] in raw:
        raise Refused(Reason.HYBRID)
    picture = open_picture(raw, [FORMATS[kind]])
    picture.load()
    # In place: a copy of fifty million pixels costs memory and half a second.
    ImageOps.exif_transpose(picture, in_place=True)
    clean = _pixels_alone(picture, kind)
    if kind == Kind.JPEG:
        clean.save(clean_path, "JPEG", quality=90)
    else:
        large = clean.width * clean.height > 4_000_000
        clean.save(clean_path, "PNG", compress_level=1 if large else 6)
    return Verdict(accepted=True, kind=kind, pages=1, width=clean.width, height=clean.height, clean_path=clean_path)


def _pixels_alone(picture, kind):
    """The same picture with nothing but its pixels, in a mode that its kind can be written in."""
    if kind == Kind.JPEG:
        mode = JPEG_MODES.get(picture.mode, "RGB")
    elif picture.mode == "P" or "transparency" in picture.info:
        mode = "RGBA" if "transparency" in picture.info else "RGB"
    else:
        mode = picture.mode if picture.mode in PNG_MODES else "RGB"
    # `im` is the bare pixels; a fresh Image around them carries no info, EXIF, colour profile or frame.
    clean = Image.Image()._new(picture.im) if picture.mode == mode else picture.convert(mode)
    clean.info = {}
    return clean
