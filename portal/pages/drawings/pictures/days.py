"""Time: two clocks, sixty days, a night on the ward, windows of dates, three days of a forum, a year's
balance.
"""

from ..canvas import circle, n, path, sheet
from ..counts import block, dots
from ..limbs import limb_path, out_limb


def _band(c, y, nights, high=90):
    """A ruler of 24 hours; nights: (first, last) hour of the band."""
    wide = 1000 / 24
    body = path(f"M100 {y}H1100V{y + high}H100z", c["edge"], 4, fill=c["day"])
    for first, last in nights:
        left, right = n(100 + first * wide), n(100 + last * wide)
        body += f'<path fill="{c["night"]}" d="M{left} {y}H{right}V{y + high}H{left}z"/>'
    ticks = "".join(f"M{n(100 + k * wide)} {y}v{26 if k % 6 == 0 else 14}" for k in range(1, 24))
    assert ticks.count("M") == 23
    return body + path(ticks, c["edge"], 3)


def clocks(c):
    """One instant on two rulers of twenty-four hours, seven hours apart; one stroke goes through both."""
    body = _band(c, 190, ((0, 1), (16, 24))) + _band(c, 400, ((0, 8), (23, 24)))
    x = 100 + 1000 / 24 * 18
    return sheet(c, body + path(f"M{n(x)} 120V560", c["iodine"], 8) + circle(x, 120, 14, c["iodine"], 4, c["iodine"]))


def sixty_days(c):
    """Sixty days of a placement in rows of ten, all of them lived; one is the day of the question."""
    places = block(60, 10, 170, 90, 95, 100)
    question = places.pop(34)
    body = dots(places, 59, 22, c, full="drape") + circle(*question, 34, c["iodine"], 6, c["iodine_wash"])
    assert body.count("<circle") == 60
    return sheet(
        c,
        body
        + path(
            f"M{question[0]} {question[1] - 14}v20M{question[0]} {question[1] + 14}v.1",
            c["iodine"],
            6,
            more='stroke-linecap="round"',
        ),
    )


def night_ward(c):
    """A ward at night: twenty-four beds in two rows; two of them are spoken of at the handover."""
    body = ""
    for i, (x, y) in enumerate(block(24, 12, 84, 110, 94, 330)):
        told = i in (7, 16)
        colour = c["iodine"] if told else c["drape"]
        body += path(
            f"M{x - 30} {y}h60v110h-60z",
            colour,
            5 if told else 3,
            fill=c["iodine_wash"] if told else c["film"],
        )
        body += path("".join(f"M{x - 20} {y + 40 + 12 * k}h40" for k in range(5)), colour, 3)
    body += (
        path("M40 330H1160", c["ink"], 4)
        + circle(560, 330, 22, c["ink"], 5, c["film"])
        + circle(640, 330, 22, c["ink"], 5, c["ink"])
    )
    assert body.count("h60v110") == 24
    return sheet(c, body)


def windows(c):
    """Six months from June to November and four windows of dates that somebody offered, the best one
    filled.
    """
    months = "".join(f"M{100 + k * 1000 // 6} 500v44" for k in range(7))
    body = path("M80 522H1120" + months, c["ink"], 4)
    offered = ((640, 70), (240, 90), (860, 60), (420, 110))
    for k, (x, wide) in enumerate(offered):
        lines = "".join(f"M{x} {y}h{wide}" for y in range(120, 490, 14))
        body += path(lines, c["iodine"] if k == 0 else c["drape"], 8 if k == 0 else 3)
    assert len(offered) == 4
    return sheet(c, body)


def three_days(c):
    """Three days in three rooms: nine columns of sessions, twenty-seven in all, one of them live from the
    theatre.
    """
    body, count = "", 0
    for day in range(3):
        for room in range(3):
            x = 90 + day * 350 + room * 110
            for k, (y, high) in enumerate(((80, 130), (224, 210), (448, 150))):
                live = (day, room, k) == (1, 0, 1)
                count += 1
                body += path(
                    f"M{x} {y}h96v{high}h-96z",
                    c["iodine"] if live else c["drape"],
                    3,
                    fill=c["iodine_wash"] if live else c["drape_wash"],
                )
                body += path(f"M{x} {y}h96", c["iodine"] if live else c["drape"], 8)
    assert count == 27
    return sheet(c, body + path("M60 625H1140", c["ink"], 4))


def balance(c):
    """A year that closes: six went out above the line, six came in below it."""
    out = "".join(path(f"M{180 + k * 150} 170h100v120h-100z", c["drape"], 3, fill=c["drape"]) for k in range(6))
    back = "".join(path(f"M{180 + k * 150} 386h100v120h-100z", c["iodine"], 3, fill=c["iodine"]) for k in range(6))
    assert out.count("h100") == back.count("h100") == 6
    return sheet(c, out + back + path("M80 338H1120", c["ink"], 5))


def calm(c):
    """A quiet slope: the long limb of a breath, with twelve months marked under it."""
    ticks = "".join(f"M{100 + k * 1000 // 12} 540v{18 if k % 3 else 34}" for k in range(13))
    hatch = "".join(f"M{100 + k * 20} 540V{n(540 - 400 * out_limb(k / 50))}" for k in range(1, 50))
    assert ticks.count("M") == 13
    return sheet(
        c,
        path(hatch, c["rule"], 3)
        + path(limb_path(out_limb, 100, 540, 1000, 400), c["drape"], 9)
        + path("M60 540H1140" + ticks, c["ink"], 4),
    )
