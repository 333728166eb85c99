"""Pictures of a file's pages: drawn once by the child, kept beside the content, removed with it."""

import shutil
import tempfile
from pathlib import Path

from .checking.judging import draw_page
from .checking.limits import PAGE_WIDTHS
from .storing import open_content, store_picture, stored_picture

WIDTHS = PAGE_WIDTHS


def page_picture(file, page, width):
    """PNG bytes of page `page` (from 1) at one of WIDTHS, or None where it cannot be drawn."""
    kept = stored_picture(file, page, width)
    if kept is not None:
        return kept
    with tempfile.TemporaryDirectory(prefix="page-") as room:
        copy = Path(room) / "content"
        with open_content(file) as content, open(copy, "xb") as target:
            shutil.copyfileobj(content, target)
        drawn = draw_page(copy, room, kind=file.kind, page=page, width=width)
    if drawn is not None:
        store_picture(file, page, width, drawn)
    return drawn
