"""The operating theatre: lamps, arms, stitches, a circuit, a field under the microscope."""

import math
import random

from ..canvas import circle, n, path, sheet
from ..counts import cell
from ..slices import cut, disc, ellipse_ring


def lamp(c):
    """An operating lamp of five heads: four lit for the firm seats, the fifth in dashes for the reserve."""
    cx = 600
    heads = [(cx - 290, 205), (cx - 150, 150), (cx, 190), (cx + 150, 150), (cx + 290, 205)]
    body = "".join(path(f"M{x} {y - 58}C{x} {y - 130} {cx} 80 {cx} 0", c["ink"], 3) for x, y in heads)
    lit = 0
    for k, (x, y) in enumerate(heads):
        reserve = k == 4
        colour = c["iodine"] if reserve else c["drape"]
        if not reserve:
            lit += 1
            rays = "".join(
                f"M{n(x + (cx - x) * t - half)} {n(y + 70 + 330 * t)}H{n(x + (cx - x) * t + half)}"
                for t, half in ((j / 30, 52 - 14 * j / 30) for j in range(31))
            )
            body += path(rays, colour, 2, more='opacity=".5"')
        for r in (58, 40, 22):
            full = r == 22 and not reserve
            body += circle(
                x, y, r, colour, 4, colour if full else c["film"], 'stroke-dasharray="7 7"' if reserve else ""
            )
    assert lit == 4
    return sheet(c, body + path("M250 600H950", c["ink"], 6) + path("M330 600V675M870 600V675", c["ink"], 3))


def arms(c):
    """Four robotic arms of three joints each meet at one point over the body."""
    body = path(cut([ellipse_ring(600, 640, 520, 150)], 490, 675, 11), c["edge"], 3)
    joints = 0
    for x in (190, 450, 750, 1010):
        side = 1 if x < 600 else -1
        chain = [
            (x, 0),
            (x - 40 * side, 170),
            (x + (600 - x) * 0.35, 300),
            (600 - 26 * side * (2 if abs(x - 600) > 300 else 1), 470),
        ]
        d = "M" + "L".join(f"{n(px)} {n(py)}" for px, py in chain)
        body += path(d, c["drape"], 16, more='stroke-linejoin="round"')
        for px, py in chain[1:3]:
            body += circle(px, py, 22, c["drape"], 5, c["film"])
        body += path(f"M{n(chain[3][0])} {n(chain[3][1])}L600 540", c["iodine"], 5)
        joints += len(chain) - 1
    assert joints == 4 * 3
    return sheet(c, body + circle(600, 546, 12, c["iodine"], 4, c["iodine"]))


def suture(c):
    """A running suture: one curved line closed by twenty-four stitches, one of them being tied."""

    def on(t):
        return 90 + 1020 * t, 350 + 120 * math.sin(t * math.pi * 1.6 - 0.5)

    line = "M" + " ".join(f"{n(x)},{n(y)}" for x, y in (on(i / 80) for i in range(81)))
    level = "".join(f"M{n(on(i / 60)[0])} {n(on(i / 60)[1] - 150)}v300" for i in range(61))
    body = path(level, c["rule"], 2.5) + path(line, c["ink"], 5)
    stitches = []
    for k in range(24):
        x, y = on((k + 0.5) / 24)
        colour = c["iodine"] if k == 23 else c["drape"]
        stitches.append(
            path(f"M{n(x - 9)} {n(y - 44)}L{n(x + 9)} {n(y + 44)}", colour, 7, more='stroke-linecap="round"')
        )
    assert len(stitches) == 24
    x, y = on(23.5 / 24)
    thread = path(
        f"M{n(x + 9)} {n(y + 44)}C{n(x + 60)} {n(y + 170)} {n(x - 130)} {n(y + 190)} {n(x - 210)} {n(y + 130)}",
        c["iodine"],
        3,
    )
    return sheet(c, body + "".join(stitches) + thread)


def circuit(c):
    """A circuit outside the body: blood goes out below, through pump and membrane, and comes back above."""
    body = path("M210 420C210 620 520 620 560 620H700", c["iodine"], 12)
    body += path("M900 560V330C900 120 560 60 330 210C260 256 210 300 210 380", c["drape"], 12)
    body += circle(760, 620, 46, c["ink"], 5, c["film"]) + path("M806 620H900V560", c["iodine"], 12)
    body += path("M730 620h60M760 590v60", c["ink"], 5)
    body += path("M820 340H980V560H820z", c["ink"], 5, fill=c["film"])
    membrane = "".join(f"M836 {y}H964" for y in range(356, 556, 10))
    assert membrane.count("M") == 20
    body += path(membrane, c["edge"], 3)
    return sheet(
        c,
        body
        + path(cut([ellipse_ring(210, 400, 130, 190)], 212, 590, 11), c["edge"], 3)
        + circle(210, 400, 16, c["iodine"], 4, c["iodine"]),
    )


def microscope(c):
    """A round field with thirty cells, three of them stained."""
    chance = random.Random(7)  # noqa: S311 (a picture that is the same each time)
    places = []
    while len(places) < 30:
        a, r = chance.uniform(0, 2 * math.pi), 250 * math.sqrt(chance.random())
        x, y = 600 + r * math.cos(a), 337 + r * math.sin(a)
        if all(math.hypot(x - px, y - py) > 62 for px, py in places):
            places.append((x, y))
    body = path(disc(600, 337, 300, 9), c["rule"], 2) + circle(600, 337, 305, c["ink"], 6, "none")
    cells = [
        cell(x, y, 17, c["iodine" if i < 3 else "drape"], c["iodine"] if i < 3 else c["film"], i)
        for i, (x, y) in enumerate(places)
    ]
    assert len(cells) == 30
    return sheet(c, body + "".join(cells) + path("M820 600H1000M820 590v20M1000 590v20", c["ink"], 3))


def table_plan(c):
    """A theatre from above: one table, seven people about it, the one who observes at the edge."""
    body = path(cut([ellipse_ring(600, 340, 70, 210)], 128, 552, 10), c["edge"], 3) + path(
        "M500 110H700V570H500z", c["ink"], 4
    )
    team = [(430, 220), (430, 340), (430, 460), (770, 280), (770, 420), (600, 60)]
    for x, y in team:
        body += circle(x, y, 34, c["drape"], 5, c["drape_wash"]) + path(disc(x, y, 24, 8), c["drape"], 3)
    guest = circle(960, 350, 34, c["iodine"], 5, c["iodine_wash"]) + path(
        "M920 350H812", c["iodine"], 3, more='stroke-dasharray="7 7"'
    )
    assert len(team) + 1 == 7
    return sheet(c, body + guest)
