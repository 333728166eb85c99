"""The map of partners: Europe in level lines, with a pin and a name for each place."""

import math
from functools import lru_cache
from html import escape
from pathlib import Path

from .canvas import n

DATA = Path(__file__).parent / "data"
WIDTH, HEIGHT = 600, 520

_LON0, _LAT0, _P1, _P2 = 11, 48, 40, 56


def _rho(lat):
    first, second = math.radians(_P1), math.radians(_P2)
    cone = math.log(math.cos(first) / math.cos(second)) / math.log(
        math.tan(math.pi / 4 + second / 2) / math.tan(math.pi / 4 + first / 2)
    )
    scale = math.cos(first) * math.tan(math.pi / 4 + first / 2) ** cone / cone
    return cone, scale / math.tan(math.pi / 4 + math.radians(max(min(lat, 85), -80)) / 2) ** cone


def lambert(lon, lat):
    """Lambert's conformal conic for Europe; unit sphere, origin at 11° E, 48° N."""
    cone, rho = _rho(lat)
    turn = cone * math.radians(lon - _LON0)
    return rho * math.sin(turn), _rho(_LAT0)[1] - rho * math.cos(turn)


def place(x, y):
    """Projected coordinates on the map's 600 × 520."""
    return 300 + x * 1010, 285 - y * 1010


@lru_cache(maxsize=4)
def outline(name="europe"):
    """Path data of level lines that `land.py` made: "europe" or "eurasia"."""
    return (DATA / f"{name}.txt").read_text().strip()


def _label_box(x, y, wide, side):
    """The room of a name to the right or left of its pin."""
    left = x + 12 if side > 0 else x - 12 - wide
    return (left, y - 18, left + wide, y + 6)


def _clear(box, taken):
    inside = box[0] > 2 and box[2] < WIDTH - 2
    return inside and not any(box[0] < t[2] and t[0] < box[2] and box[1] < t[3] and t[1] < box[3] for t in taken)


def europe(pins):
    """Inline SVG, hidden from readers since a table or list stands beside it.

    pins: (longitude, latitude, name). A name goes to the right of its pin, or to the left, or a little
    lower, wherever it meets neither another name nor a pin; where none of these is free it is left to the
    table.
    """
    spots = [(*place(*lambert(lon, lat)), name) for lon, lat, name in pins]
    spots = [(x, y, name) for x, y, name in spots if 0 <= x <= WIDTH and 0 <= y <= HEIGHT]
    taken = [(x - 8, y - 8, x + 8, y + 8) for x, y, _name in spots]
    s = [
        f'<svg class="map" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">',
        f'<path class="land" d="{outline()}"/>',
    ]
    for x, y, name in spots:
        s.append(f'<circle class="pin" cx="{n(x)}" cy="{n(y)}" r="8"/>')
        wide = sum(16 if ord(char) > 0x2E7F else 9 for char in name)
        for side, dy in ((1, -4), (-1, -4), (1, 16), (-1, 16), (1, -20), (-1, -20)):
            box = _label_box(x, y + dy, wide, side)
            if _clear(box, taken):
                taken.append(box)
                anchor = "start" if side > 0 else "end"
                s.append(f'<text x="{n(x + 12 * side)}" y="{n(y + dy)}" text-anchor="{anchor}">{escape(name)}</text>')
                break
    return "".join(s) + "</svg>"
