"""COUNTS: so many marks placed by a rule, so many of them filled. Every function asserts what it was asked
for.
"""

import math

from .canvas import circle, n


def row(count, x0, x1, y):
    """Places of so many marks on a line, ends included."""
    assert count >= 1
    return [(x0 + (x1 - x0) * (i / (count - 1) if count > 1 else 0.5), y) for i in range(count)]


def block(count, columns, x0, y0, dx, dy):
    """Places in rows of so many columns, read like text."""
    places = [(x0 + (i % columns) * dx, y0 + (i // columns) * dy) for i in range(count)]
    assert len(places) == count
    return places


def arc(count, cx, cy, r, start, end):
    """Places on an arc from one angle to another (radians, clockwise from the right), ends included."""
    return [
        (cx + r * math.cos(a), cy + r * math.sin(a))
        for a in (start + (end - start) * (i / (count - 1) if count > 1 else 0.5) for i in range(count))
    ]


def wedges(count, parts, radii, span, gap):
    """Places of so many seats in a hall: rows are arcs, cut into parts. Yields (x, y, part), the front row
    first.

    radii: one a row; span, gap: radians. x, y are relative to the middle of the stage.
    """
    sector = (span - (parts - 1) * gap) / parts
    share = {
        (row_no, part): r / (sum(radii) * parts) * count for row_no, r in enumerate(radii) for part in range(parts)
    }
    seats = {key: int(value) for key, value in share.items()}
    left = count - sum(seats.values())
    for key in sorted(share, key=lambda key: -(share[key] - int(share[key])))[:left]:
        seats[key] += 1
    places = []
    for row_no, r in enumerate(radii):
        for part in range(parts):
            begin = math.pi / 2 - span / 2 + part * (sector + gap)
            for i in range(seats[row_no, part]):
                a = begin + sector * (i + 0.5) / seats[row_no, part]
                places.append((-r * math.cos(a), r * math.sin(a), part))
    assert len(places) == count
    return places


def dots(places, filled, r, colours, full="iodine", hollow="drape", width=3):
    """SVG of circles: the first `filled` of them full in one colour, the rest hollow in the other."""
    assert 0 <= filled <= len(places)
    groups = (
        (places[:filled], colours[full], colours[full]),
        (places[filled:], colours["film"], colours[hollow]),
    )
    svg = "".join(
        f'<g fill="{fill}" stroke="{stroke}" stroke-width="{n(width)}">'
        + "".join(f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(r)}"/>' for x, y in some)
        + "</g>"
        for some, fill, stroke in groups
        if some
    )
    assert svg.count("<circle") == len(places)
    return svg


def cell(x, y, r, colour, fill, turn=0.0):
    """A cell with ten receptors around it."""
    spikes = "".join(
        f"M{n(x + (r + 1) * math.cos(a))} {n(y + (r + 1) * math.sin(a))}"
        f"L{n(x + (r + 8) * math.cos(a))} {n(y + (r + 8) * math.sin(a))}"
        for a in (k * math.pi / 5 + turn for k in range(10))
    )
    return f'<path d="{spikes}" stroke="{colour}" stroke-width="4" stroke-linecap="round"/>' + circle(
        x, y, r, colour, 4, fill
    )
