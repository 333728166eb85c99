"""SLICES: bodies cut into level lines, as a scanner cuts them. A body is polygons, or two edge functions."""

import math
import random

from .canvas import n


def cut(rings, top, bottom, step):
    """Path data of the level lines inside polygons (even-odd). rings: lists of (x, y); step: px between
    lines.
    """
    d = []
    y = top
    while y < bottom:
        crossings = []
        for ring in rings:
            for (xa, ya), (xb, yb) in zip(ring, ring[1:] + ring[:1], strict=True):
                if (ya <= y) != (yb <= y):
                    crossings.append(xa + (y - ya) / (yb - ya) * (xb - xa))
        crossings.sort()
        for start, end in zip(crossings[::2], crossings[1::2], strict=True):
            if end - start > 3:
                d.append(f"M{start:.0f} {y:.0f}H{end:.0f}")
        y += step
    return "".join(d)


def coarse(d):
    """Every second level of a path of level lines: for thumbnails, where close lines would shimmer."""
    lines = d.split("M")[1:]
    levels = sorted({float(line.split(" ")[1].split("H")[0]) for line in lines})
    kept = set(levels[::2])
    return "".join(f"M{line}" for line in lines if float(line.split(" ")[1].split("H")[0]) in kept)


def disc(cx, cy, r, step, phase=0):
    """Path data of the level lines of a disc."""
    d = []
    dy = -r + step / 2 + phase
    while dy < r:
        half = math.sqrt(max(0, r * r - dy * dy))
        if half > 2:
            d.append(f"M{n(cx - half)} {n(cy + dy)}H{n(cx + half)}")
        dy += step
    return "".join(d)


def ellipse_ring(cx, cy, rx, ry, points=48, turn=0.0):
    """A polygon that follows an ellipse, to be cut; turn in radians."""
    ring = []
    for i in range(points):
        a = 2 * math.pi * i / points
        x, y = rx * math.cos(a), ry * math.sin(a)
        ring.append((cx + x * math.cos(turn) - y * math.sin(turn), cy + x * math.sin(turn) + y * math.cos(turn)))
    return ring


def _medial(y, side):
    edge = 0.055 + 0.03 * math.cos(y * 7)
    # The heart takes its room from the lung on the right of the picture.
    edge += 0.12 * math.exp(-(((y - 0.72) / 0.16) ** 2)) if side == 1 else 0.03 * math.exp(-(((y - 0.7) / 0.2) ** 2))
    return edge + ((0.47 - edge) * ((y - 0.78) / 0.24) ** 1.7 if y > 0.78 else 0)


def _lateral(y):
    wide = 0.47 * min(1, y / 0.62) ** 0.5 * (1 if y < 0.8 else 1 - 0.05 * ((y - 0.8) / 0.2) ** 2)
    return wide - 0.01 - (0.16 * ((y - 0.86) / 0.14) ** 2 if y > 0.86 else 0)


def lungs(cx, top, width, height, step, sides=(-1, 1)):
    """Path data of two lungs (or one: sides) as level lines. Medial edge, lateral edge and diaphragm are
    functions.
    """
    d = []
    y = 0
    while y <= 1:
        for side in sides:
            inner, outer = _medial(y, side), _lateral(y)
            if outer - inner > 0.015:
                a, b = cx + side * inner * width, cx + side * outer * width
                d.append(f"M{n(min(a, b))} {n(top + y * height)}H{n(max(a, b))}")
        y += step / height
    return "".join(d)


def bronchi(cx, top, width, height, seed=4, depth=5):
    """Segments (x1, y1, x2, y2, stroke width) of a bronchial tree: a branching walk, the same for the same
    seed.
    """
    chance = random.Random(seed)  # noqa: S311 (a picture that is the same each time)
    segments = []

    def grow(x, y, angle, length, stroke, left, side):
        x2, y2 = x + math.cos(angle) * length, y + math.sin(angle) * length
        segments.append((x, y, x2, y2, stroke))
        if left == 0:
            return
        for turn in (-1, 1):
            bend = turn * chance.uniform(0.34, 0.62) + side * 0.03
            grow(x2, y2, angle + bend, length * chance.uniform(0.66, 0.8), stroke * 0.66, left - 1, side)

    carina = top + height * 0.3
    segments.append((cx, top - height * 0.16, cx, carina, 15))
    grow(cx, carina, math.pi / 2 + 0.95, width * 0.15, 11, depth, -1)
    grow(cx, carina, math.pi / 2 - 1.05, width * 0.17, 10, depth, 1)
    return segments


def tree(segments, colour):
    """SVG of a bronchial tree in one colour, one path for each width, so that files stay small."""
    by_width = {}
    for x, y, x2, y2, stroke in segments:
        by_width.setdefault(n(stroke), []).append(f"M{n(x)} {n(y)}L{n(x2)} {n(y2)}")
    return "".join(
        f'<path d="{"".join(parts)}" stroke="{colour}" stroke-width="{stroke}" stroke-linecap="round"/>'
        for stroke, parts in by_width.items()
    )
