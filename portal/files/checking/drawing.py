"""Draws one page of a file that was accepted, as PNG. Runs in the child only."""

import pypdfium2
from PIL import ImageOps

from .limits import MAX_PIXELS
from .pictures import FORMATS, open_picture
from .verdict import Kind, Reason, Refused, Verdict

FORM_FEED_RATIO = 6


def draw(raw, kind, page, width, path):
    """Write page number `page` (from 1), `width` pixels wide, to path. Returns a Verdict with the
    picture's size.
    """
    drawn = _pdf_page(raw, page, width) if kind == Kind.PDF else _picture(raw, kind, page, width)
    drawn.info = {}
    drawn.save(path, "PNG", compress_level=4)
    return Verdict(accepted=True, kind=Kind.PNG, width=drawn.width, height=drawn.height, clean_path=path)


def _pdf_page(raw, page, width):
    document = pypdfium2.PdfDocument(raw)
    if not 1 <= page <= len(document):
        raise Refused(Reason.NO_PAGES)
    sheet = document[page - 1]
    across, down = sheet.get_size()
    if across <= 0 or down <= 0:
        raise Refused(Reason.DAMAGED)
    # A page drawn as a ribbon a thousand times as long as it is wide is made narrower, not refused.
    scale = min(width / across, (FORM_FEED_RATIO * width) / down)
    if across * down * scale * scale > MAX_PIXELS:
        raise Refused(Reason.PIXELS)
    return sheet.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")


def _picture(raw, kind, page, width):
    if page != 1:
        raise Refused(Reason.NO_PAGES)
    picture = open_picture(raw, [FORMATS[kind]])
    picture.draft("RGB", (width, width * FORM_FEED_RATIO))
    picture = ImageOps.exif_transpose(picture)
    picture.thumbnail((width, width * FORM_FEED_RATIO))
    return picture if picture.mode in ("L", "RGB", "RGBA") else picture.convert("RGB")
