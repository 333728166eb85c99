"""Where people go and come from: the road between Prague and Shanghai, partners on the map, a seal on a
letter.
"""

import math

from ..canvas import circle, n, path, sheet
from ..counts import dots
from ..europe import lambert, outline, place
from ..land import mercator
from ..slices import coarse, disc

PRAGUE, SHANGHAI = (14.4, 50.1), (121.5, 31.2)
PARTNERS = (PRAGUE, (4.7, 50.9), (11.9, 45.4), (16.9, 52.4), (23.7, 38), (7.85, 48))


def road(c, k=1):
    """Out over the line from Shanghai to Prague, back under it; the other partners are marked."""
    x, y = mercator(*PRAGUE)
    sx, sy = mercator(*SHANGHAI)
    over = f"M{n(x)} {n(y)}C{n(x + 90)} {n(y - 330)} {n(x + 240)} {n(y - 120)} {n(sx)} {n(sy)}"
    under = f"M{n(x)} {n(y)}C{n(x + 60)} {n(y + 330)} {n(sx - 120)} {n(sy + 270)} {n(sx)} {n(sy)}"
    body = path(outline("eurasia") if k == 1 else coarse(outline("eurasia")), c["edge"], 2.4 * k)
    for d, colour in ((over, c["drape"]), (under, c["iodine"])):
        body += path(d, c["film"], 15) + path(d, colour, 7)
    body += dots([mercator(*spot) for spot in PARTNERS], 0, 8, c, width=4)
    assert body.count("<circle") == 6
    return sheet(c, body + circle(sx, sy, 15, c["film"], 5, c["iodine"]))


def partners(c, k=1):
    """Europe in level lines with six partner hospitals."""
    spots = [place(*lambert(*spot)) for spot in PARTNERS]
    land = path(outline() if k == 1 else coarse(outline()), c["edge"], 1.5 * k)
    body = f'<g transform="translate(150 -20) scale(1.5)">{land}</g>'
    marks = dots([(150 + x * 1.5, -20 + y * 1.5) for x, y in spots], 6, 13, c, width=4)
    assert marks.count("<circle") == 6
    return sheet(c, body + marks)


def seal(c):
    """A letter in two languages with its seal: twelve lines in each column, one round mark."""
    body = path("M280 60H920V640H280z", c["ink"], 4, fill=c["film"]) + path("M320 130H880", c["ink"], 4)
    left = "".join(f"M320 {170 + k * 22}h{240 if k % 4 != 3 else 150}" for k in range(12))
    right = "".join(f"M620 {170 + k * 22}h{240 if k % 4 != 3 else 190}" for k in range(12))
    assert left.count("M") == right.count("M") == 12
    body += path(left, c["edge"], 5) + path(right, c["drape"], 5)
    ring = circle(780, 540, 76, c["iodine"], 6, "none") + path(disc(780, 540, 58, 9), c["iodine"], 3)
    return sheet(c, body + ring + path("M330 590H560", c["ink"], 3))


def code(c):
    """Ten signs of a verification code as columns of level lines; no two of them are alike."""
    heights = (3, 7, 5, 9, 4, 8, 6, 10, 2, 11)
    assert len(heights) == len(set(heights)) == 10
    body = ""
    for i, high in enumerate(heights):
        x = 110 + i * 100
        colour = c["iodine"] if i == 7 else c["drape"]
        body += path("".join(f"M{x} {560 - k * 40}h72" for k in range(high)), colour, 14)
    return sheet(c, body + path("M80 590H1120", c["ink"], 4))


def compass(c):
    """Eight cities about one hospital, each at its own distance, bound to it by one line."""
    spots = [
        (600 + r * math.cos(a), 337 + 0.62 * r * math.sin(a))
        for r, a in zip(
            (430, 340, 480, 380, 450, 330, 500, 400), (k * math.pi / 4 + 0.3 for k in range(8)), strict=True
        )
    ]
    body = "".join(path(f"M600 337L{n(x)} {n(y)}", c["edge"], 3) for x, y in spots)
    body += dots(spots, 0, 22, c, width=5)
    assert body.count("<circle") == 8
    return sheet(
        c,
        body + circle(600, 337, 66, c["iodine"], 6, c["iodine_wash"]) + path(disc(600, 337, 48, 10), c["iodine"], 3),
    )
