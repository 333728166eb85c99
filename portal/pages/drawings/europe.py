"""The map of partners: Europe in level lines, with a pin and a name for each place. No border is drawn."""

import math
from functools import lru_cache
from html import escape
from pathlib import Path

from .canvas import n
from .labels import laid_out

DATA = Path(__file__).parent / "data"
WIDTH, HEIGHT = 600, 520

_LON0, _LAT0, _P1, _P2 = 11, 48, 40, 56

# Class and size of the names: as drawn where the map is wide, and on phones, where it shrinks to half and they must not.
LETTERING = (("far", 18), ("near", 27))
PIN = 8


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


def is_on_map(lon, lat):
    """Whether a place lies within the map's frame, so that it has a pin."""
    x, y = place(*lambert(lon, lat))
    return PIN <= x <= WIDTH - PIN and PIN <= y <= HEIGHT - PIN


def europe(pins):
    """Inline SVG, hidden from readers since a list stands beside it.

    pins: (longitude, latitude, name). A place beyond the frame is left to the list. Names are set twice, for the wide map
    and for phones (the style sheet shows one of the two), so that in neither do two of them meet.
    """
    return _drawn(tuple(pins))


@lru_cache(maxsize=32)
def _drawn(pins):
    spots = [(*place(*lambert(lon, lat)), name) for lon, lat, name in pins if is_on_map(lon, lat)]
    s = [f'<svg class="map" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true"><path class="land" d="{outline()}"/>']
    named = [(kind, laid_out(spots, size, (WIDTH, HEIGHT), PIN)) for kind, size in LETTERING]
    for kind, found in named:
        lines = "".join(map(_leader, found))
        s += [f'<path class="lead {kind}" d="{lines}"/>'] if lines else []
    for x, y, name in spots:
        s.append(f'<circle class="pin" cx="{n(x)}" cy="{n(y)}" r="{PIN}"><title>{escape(name)}</title></circle>')
    for kind, found in named:
        s.append(f'<g class="{kind}">{"".join(map(_words, found))}</g>')
    return "".join(s) + "</svg>"


def _words(label):
    anchor = "" if label.anchor == "start" else f' text-anchor="{label.anchor}"'
    return f'<text x="{n(label.x)}" y="{n(label.y)}"{anchor}>{escape(label.name)}</text>'


def _leader(label):
    """Path data of the line from a pin to a name that stands apart from it, "" where it is close."""
    if not label.leader:
        return ""
    x, y, to_x, to_y = label.leader
    return f"M{n(x)} {n(y)}L{n(to_x)} {n(to_y)}"
