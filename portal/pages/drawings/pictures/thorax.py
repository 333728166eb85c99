"""Lungs, airways and vessels."""

import math
from itertools import pairwise

from ..canvas import circle, n, path, sheet
from ..counts import cell, dots
from ..limbs import in_limb, limb_path, out_limb
from ..slices import bronchi, cut, disc, ellipse_ring, lungs, tree

CX, TOP, WIDE, HIGH = 600, 95, 830, 520


def cells(c, k=1):
    """Twenty patients are twenty cells; the first has reached the nodule."""
    cx = 640
    body = [
        path(lungs(cx, TOP, WIDE, HIGH, 10 * k), c["edge"], 3 * k),
        tree(bronchi(cx, TOP, WIDE, HIGH), c["film"]),
    ]
    nx, ny = 862, 400
    body.append(circle(nx, ny, 60, c["iodine"], 5, c["iodine_wash"]) + path(disc(nx, ny, 46, 10), c["iodine"], 3))
    marks = []
    for i in range(20):
        t = i / 19
        # They come down the expiratory limb.
        x, y = 776 - 730 * t, 372 - 270 * out_limb(1 - 0.9 * t) ** 0.95
        colour = c["drape"] if i else c["iodine"]
        marks.append(cell(x, y, 14, colour, c["film"] if i else colour, i))
    assert len(marks) == 20
    return sheet(c, "".join(body + marks))


def scan(c, k=1):
    """Two lungs in level lines, one of them coloured: the level at which the scanner stands."""
    whole = lungs(CX, TOP, WIDE, HIGH, 13 * k)
    levels = whole.split("M")[1:]
    level = f" {n(TOP + 13 * 24)}H"
    chosen = [line for line in levels if level in line]
    assert len(chosen) == 2
    body = path("".join(f"M{line}" for line in levels if line not in chosen), c["edge"], 3.5 * k)
    body += path("".join(f"M{line}" for line in chosen), c["iodine"], 9)
    y = TOP + 13 * 24
    body += path(f"M60 {y}H150M1050 {y}H1140", c["ink"], 3) + path(
        f"M60 {TOP}V{TOP + HIGH}M1140 {TOP}V{TOP + HIGH}", c["ink"], 3
    )
    return sheet(c, body)


def airway(c):
    """The bronchial tree alone: one windpipe, two main bronchi, five further divisions."""
    segments = bronchi(CX, 110, 900, 330, seed=23)
    assert len(segments) == 1 + 2 * (2**6 - 1)
    ends = [(x2, y2) for _x, _y, x2, y2, w in segments if w < 1.6]
    tips = "".join(f"M{n(x)} {n(y)}h.1" for x, y in ends)
    tips = path(tips, c["iodine"], 7, more='stroke-linecap="round"')
    return sheet(c, tree(segments, c["drape"]) + tips)


def rings(c):
    """A windpipe of sixteen rings, open at the back, each a slice."""
    body = []
    for i in range(16):
        y = 70 + i * 34
        half = 190 - 16 * math.sin(i / 15 * math.pi)
        left, right = 600 - half, 600 + half
        d = f"M{n(left)} {y - 8}C{n(left - 36)} {y + 26} {n(right + 36)} {y + 26} {n(right)} {y - 8}"
        body.append(path(d, c["drape"], 11, more='stroke-linecap="round"'))
    assert len(body) == 16
    # Level lines between wall and wall, as far as the light reaches.
    light = "".join(f"M{n(450 + i * 4)} {80 + i * 34}H{n(750 - i * 4)}" for i in range(16))
    return sheet(c, path(light, c["iodine"], 4) + "".join(body))


def sleeve(c):
    """A sleeve resection: the ring that was taken out lies below, eighteen stitches join what stays."""

    def tube(x0, x1, y, r, step=9):
        return cut([[(x0, y - r), (x1, y - r), (x1, y + r), (x0, y + r)]], y - r, y + r, step)

    body = path(tube(90, 596, 250, 86), c["edge"], 3) + path(tube(604, 1110, 250, 86), c["edge"], 3)
    body += path("M90 160H1110M90 342H1110", c["ink"], 4)
    stitches = "".join(f"M574 {n(172 + i * 9.5)}L626 {n(164 + i * 9.5)}" for i in range(18))
    assert stitches.count("M") == 18
    body += path(stitches, c["drape"], 4.5, more='stroke-linecap="round"')
    ring = ellipse_ring(600, 520, 66, 88)
    body += path(cut([ring], 430, 610, 9), c["iodine"], 3) + path(
        "M534 520a66 88 0 1 0 132 0a66 88 0 1 0-132 0", c["iodine"], 4
    )
    body += path("M600 350V424", c["iodine"], 3, more='stroke-dasharray="7 7"')
    return sheet(c, body)


def arch(c):
    """The arch of the aorta with its three branches, cut into level lines."""

    def pipe(points, r):
        left, right = [], []
        for (xa, ya), (xb, yb) in pairwise(points):
            length = math.hypot(xb - xa, yb - ya) or 1
            ox, oy = (ya - yb) / length * r, (xb - xa) / length * r
            left.append((xa + ox, ya + oy))
            right.append((xa - ox, ya - oy))
        return left + right[::-1]

    bow = [(440 + 0 * t, 640 - 6 * t) for t in range(40)]
    bow += [(600 - 160 * math.cos(a), 400 - 210 * math.sin(a)) for a in (math.pi * k / 60 for k in range(61))]
    bow += [(760, 400 + 6 * t) for t in range(46)]
    branches = [[(x, 240), (x + dx, 20)] for x, dx in ((510, -60), (600, 0), (690, 60))]
    assert len(branches) == 3
    body = path(cut([pipe(bow, 56)], 60, 675, 10), c["edge"], 3.2)
    for branch in branches:
        steps = [(branch[0][0] + (branch[1][0] - branch[0][0]) * k / 20, 240 - 11 * k) for k in range(21)]
        body += path(cut([pipe(steps, 22)], 22, 212, 10), c["iodine"], 3.2)
    return sheet(c, body)


def perfusion(c):
    """One lung outside the body, under its dome; fluid goes out along the upper limb and back along the
    lower.
    """
    body = path(lungs(360, 150, 900, 420, 10, sides=(1,)), c["edge"], 3)
    body += path("M340 590C330 60 830 60 820 590", c["ink"], 3) + path("M280 590H880", c["ink"], 6)
    body += path(limb_path(out_limb, 640, 340, 470, 250), c["drape"], 7)
    body += path(limb_path(in_limb, 640, 340, 470, -260), c["iodine"], 7)
    return sheet(c, body + circle(1110, 340, 26, c["ink"], 4, c["film"]) + path(disc(1110, 340, 18, 7), c["ink"], 2))


def stack(c):
    """A chest scanned in twelve levels; one of them shows a nodule."""
    body = []
    for i in range(12):
        y = 120 + i * 38
        rx = 330 * math.sin(math.pi * (i + 2.4) / 15)
        level = i == 7
        colour = c["iodine"] if level else c["edge"]
        ring = ellipse_ring(600, y, rx, 44)
        outline = "M" + " ".join(f"{n(x)},{n(y2)}" for x, y2 in ring) + "Z"
        body.append(path(outline, colour, 4 if level else 2.5, fill=c["iodine_wash"] if level else c["film"]))
    assert len(body) == 12
    body.insert(8, circle(720, 120 + 7 * 38 - 22, 11, c["iodine"], 4, c["iodine"]))
    return sheet(c, "".join(body))


def screening(c):
    """Sixty points over two lungs, three of them filled: what a screening round looks at again."""
    body = path(lungs(CX, TOP, WIDE, HIGH, 16), c["rule"], 3)
    places = []
    for line in lungs(CX, TOP, WIDE, HIGH, 46).split("M")[1:]:
        start, rest = line.split(" ")
        y, end = rest.split("H")
        wide = float(end) - float(start)
        places += [
            (float(start) + wide * (k + 0.5) / max(1, int(wide / 46)), float(y)) for k in range(max(1, int(wide / 46)))
        ]
    places = sorted(places, key=lambda p: (p[0] * 7 + p[1] * 13) % 101)[:60]
    assert len(places) == 60
    return sheet(c, body + dots(places, 3, 13, c))


def loop_alone(c):
    """The breath itself: air out above the line, air in below it, and a loop that closes."""
    body = path("M60 380H1140", c["ink"], 4) + "".join(
        path(f"M{100 + k * 1000 / 12:.0f} 380v14", c["ink"], 3) for k in range(13)
    )
    body += path(limb_path(out_limb, 100, 380, 1000, 310), c["drape"], 10, more='stroke-linejoin="round"')
    body += path(limb_path(in_limb, 100, 380, 1000, -320), c["iodine"], 10)
    return sheet(c, body)
