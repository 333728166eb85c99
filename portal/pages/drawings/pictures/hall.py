"""People who meet: audiences, sub-forums, seats, pairs, applications and those who read them."""

import math

from ..canvas import circle, path, sheet
from ..counts import arc, block, dots, row, wedges


def forum(c):
    """Four hundred people in three sub-forums; the hundred who spoke sit nearest the stage and are filled."""
    seats = wedges(400, 3, [150 + 36 * r for r in range(13)], math.radians(126), math.radians(7))
    seats.sort(key=lambda s: math.hypot(s[0], s[1]))
    body = dots([(600 + x, 40 + y) for x, y, _part in seats], 100, 9, c)
    assert body.count("<circle") == 400
    return sheet(c, body + path("M470 96H730", c["ink"], 6) + path("M600 96V40", c["ink"], 3))


def three_rooms(c):
    """Three sub-forums of thirty come into one room: ninety dots, and one in the middle of the last hour."""
    body = []
    for x, colour in ((220, "drape"), (600, "iodine"), (980, "drape")):
        places = block(30, 6, x - 110, 60, 44, 44)
        body.append(dots(places, 0, 13, c, hollow=colour))
        body.append(path(f"M{x} 300C{x} 420 600 400 600 500", c["ink"], 3))
    svg = "".join(body)
    assert svg.count("<circle") == 90
    return sheet(
        c,
        svg + circle(600, 560, 60, c["ink"], 4, c["film"]) + circle(600, 560, 26, c["iodine"], 4, c["iodine"]),
    )


def five_seats(c):
    """Five chairs: four firm, the fifth in reserve and drawn in dashes."""
    body = []
    for i, (x, _y) in enumerate(row(5, 160, 1040, 0)):
        reserve = i == 4
        colour = c["iodine"] if reserve else c["drape"]
        more = 'stroke-dasharray="14 12"' if reserve else 'stroke-linejoin="round"'
        body.append(
            path(
                f"M{x - 56:.0f} 180V420H{x + 56:.0f}M{x - 56:.0f} 420V560M{x + 56:.0f} 420V560",
                colour,
                9,
                more=more,
            )
        )
        if not reserve:
            lines = "".join(f"M{x - 42:.0f} {y}H{x + 30:.0f}" for y in range(200, 400, 14))
            body.append(path(lines, colour, 4))
    assert len(body) == 5 + 4
    return sheet(c, "".join(body) + path("M60 566H1140", c["ink"], 4))


def applications(c):
    """Thirty-one people applied and four seats stood open: thirty-one dots, four of them filled."""
    places = block(31, 8, 180, 130, 120, 130)
    return sheet(c, dots(places, 4, 36, c, width=5))


def readers(c):
    """Three reviewers read one proposal by five criteria: fifteen marks, twelve of them filled."""
    body = [path("M120 90h330v495H120z", c["edge"], 4, fill=c["film"])]
    body.append(
        path(
            "".join(f"M160 {y}H{410 if k % 4 != 3 else 320}" for k, y in enumerate(range(140, 560, 25))),
            c["edge"],
            4,
        )
    )
    marks = 0
    for y, seen in ((160, 4), (337, 3), (514, 5)):
        body.append(path(f"M450 337C500 337 500 {y} 550 {y}H1090", c["edge"], 3))
        body.append(dots(row(5, 620, 1090, y), seen, 34, c, full="drape", width=5))
        marks += 5
    assert marks == 15
    return sheet(c, "".join(body))


def pairs(c):
    """Six young doctors and six hosts, each doctor bound to one host by one line, out and back."""
    left, right = [(260, 90 + i * 100) for i in range(6)], [(940, 90 + i * 100) for i in range(6)]
    match = (2, 0, 1, 4, 3, 5)
    assert sorted(match) == list(range(6))
    lines = "".join(
        path(f"M{x} {y}C520 {y} 680 {right[k][1]} {right[k][0]} {right[k][1]}", c["edge"], 4)
        for (x, y), k in zip(left, match, strict=True)
    )
    return sheet(
        c,
        lines + dots(left, 6, 24, c, full="drape", width=5) + dots(right, 0, 24, c, hollow="iodine", width=6),
    )


def targets(c):
    """Two rows of nine targets: nine reached in the upper one, eight and a half in the lower."""
    body, whole, halves = [], 0, 0
    for y, reached, colour in ((220, 9.0, c["drape"]), (460, 8.5, c["iodine"])):
        for i, (x, _y) in enumerate(row(9, 130, 1070, y)):
            body.append(circle(x, y, 46, colour, 5, c["film"]) + circle(x, y, 28, colour, 3, "none"))
            if reached >= i + 1:
                body.append(circle(x, y, 18, colour, 3, colour))
                whole += 1
            elif reached > i:
                body.append(path(f"M{x:.0f} {y - 18}a18 18 0 0 0 0 36z", colour, 3, fill=colour))
                halves += 1
    assert (whole, halves) == (17, 1)
    return sheet(c, "".join(body) + path("M60 340H1140", c["ink"], 3))


def podium(c):
    """One hundred speakers in ten rows of ten, and the one who has the floor."""
    places = block(100, 10, 420, 70, 60, 58)
    body = dots(places, 0, 15, c)
    assert body.count("<circle") == 100
    return sheet(
        c,
        body + circle(200, 330, 70, c["iodine"], 6, c["iodine_wash"]) + path("M140 430H260M200 430V600", c["ink"], 6),
    )


def circles(c):
    """A morning round: eleven people stand about one bed, and one of them is new."""
    places = arc(11, 600, 350, 240, -math.pi * 0.98, math.pi * 0.84)
    bed = path("M480 270H720V430H480z", c["edge"], 4, fill=c["film"]) + path(
        "".join(f"M500 {y}H700" for y in range(292, 420, 12)), c["edge"], 3
    )
    return sheet(c, bed + dots(places, 1, 34, c, width=5))
