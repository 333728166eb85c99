"""Makes the two outlines in data/ from Natural Earth's land (public domain), as the npm package world-atlas
ships it.

`python -m portal.pages.drawings.land land-50m.json land-110m.json` cuts Europe into level lines for the map
of partners and Eurasia for the picture of the road. It is run by hand when the cut is to change; pages read
the results alone.
"""

import json
import math
import sys
from itertools import pairwise
from pathlib import Path

from .europe import DATA, lambert, place
from .slices import cut


def rings_of(topology):
    """Polygons of lon/lat pairs from a TopoJSON dict with an object called "land"."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    rings = []
    for shape in topology["objects"]["land"]["geometries"]:
        for polygon in shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]:
            for ring in polygon:
                points = []
                for number in ring:
                    part = arcs[number] if number >= 0 else arcs[~number][::-1]
                    points += part[1 if points else 0 :]
                rings.append(points)
    return rings


def _dense(ring, most=4):
    """The ring with points no further apart than `most` degrees, since straight lines bend in the
    projection.
    """
    points = []
    for (xa, ya), (xb, yb) in pairwise(ring):
        steps = max(1, int(abs(xb - xa) / most))
        points += [(xa + (xb - xa) * k / steps, ya + (yb - ya) * k / steps) for k in range(steps)]
    return points


def _within(d, left, right):
    """Level lines clipped to a width."""
    kept = []
    for line in d.split("M")[1:]:
        start, y_end = line.split(" ")
        y, end = y_end.split("H")
        a, b = max(int(start), left), min(int(end), right)
        if b - a > 3:
            kept.append(f"M{a} {y}H{b}")
    return "".join(kept)


def europe_lines(topology, step=8):
    rings = []
    for ring in rings_of(topology):
        if any(-14 < x < 40 and 32 < y < 64 for x, y in ring):
            rings.append([place(*lambert(x, y)) for x, y in _dense(ring) if -40 < x < 70 and 15 < y < 78])
    return _within(cut(rings, 6, 520, step), 4, 596)


def mercator(lon, lat):
    """A place on the picture of the road: Europe at the left edge, Japan at the right."""
    y = math.log(math.tan(math.pi / 4 + math.radians(max(min(lat, 84), -80)) / 2))
    return 60 + (lon + 12) / 142 * 1080, 640 - (y - 0.27) / 1.2 * 560


def eurasia_lines(topology, step=10):
    rings = [[mercator(x, y) for x, y in ring] for ring in rings_of(topology)]
    return _within(cut(rings, 44, 640, step), 0, 1200)


def main(europe_source, eurasia_source):
    DATA.mkdir(exist_ok=True)
    (DATA / "europe.txt").write_text(europe_lines(json.loads(Path(europe_source).read_text())) + "\n")
    (DATA / "eurasia.txt").write_text(eurasia_lines(json.loads(Path(eurasia_source).read_text())) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
