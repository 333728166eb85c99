"""The two things that the rest of the site asks for: is this file fit to keep, and a picture of one of
its pages.
"""

from dataclasses import replace
from pathlib import Path

from .limits import MAX_BYTES, MAX_CLEAN_BYTES, PAGE_WIDTHS, WALL_SECONDS
from .process import ask_child
from .verdict import Kind, Reason, refusal


def judge(path, room, *, wall=WALL_SECONDS):
    """Judge the file at `path` by its content.

    room: a private, empty directory that lives as long as the answer is used. Returns a Verdict; that of
    a picture has a clean_path inside the room: what is kept is that file, never the one that was sent.
    """
    size = Path(path).stat().st_size
    if size == 0:
        return refusal(Reason.EMPTY, Kind.EMPTY)
    if size > MAX_BYTES:
        return refusal(Reason.TOO_LARGE, size=size)
    clean = Path(room) / "clean"
    with open(path, "rb") as source:
        verdict = ask_child(["judge", clean], source, room, wall=wall)
    if not verdict.accepted or verdict.kind == Kind.PDF:
        return verdict
    if not clean.is_file() or not 0 < clean.stat().st_size <= MAX_CLEAN_BYTES:
        return refusal(Reason.CRASHED, verdict.kind)
    return replace(verdict, clean_path=str(clean))


def draw_page(path, room, *, kind, page, width, wall=WALL_SECONDS):
    """PNG bytes of page `page` (from 1), `width` pixels wide (one of PAGE_WIDTHS); None where it cannot
    be drawn.
    """
    if width not in PAGE_WIDTHS:
        raise ValueError(f"width is one of {PAGE_WIDTHS}")
    drawn = Path(room) / "drawn"
    with open(path, "rb") as source:
        verdict = ask_child(["draw", kind, page, width, drawn], source, room, wall=wall)
    return drawn.read_bytes() if verdict.accepted and drawn.is_file() else None
