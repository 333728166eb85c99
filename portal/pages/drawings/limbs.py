"""LIMBS: the two limbs of a flow-volume loop. Out stands above the axis and is green, in below it and
amber.
"""

import math

from .canvas import n, path

MARK_OUT = "M4 26C6 8 8 4 13 4c7 0 17 12 47 22"
MARK_IN = "M60 26C58 38 46 44 32 44S6 40 4 26"


def _flow(x):
    """Forced expiration before scaling: a steep rise and a long, nearly straight fall, joined by a soft
    minimum.
    """
    rise = 1 - math.exp(-x / 0.03)
    fall = max(0, 1 - x) ** 1.14
    return 0 if min(rise, fall) <= 0 else (rise**-9 + fall**-9) ** (-1 / 9)


_PEAK = max(_flow(i / 500) for i in range(501))


def out_limb(x):
    """Height of the expiratory limb, 0 to 1, at x from 0 to 1."""
    return _flow(x) / _PEAK


def in_limb(x):
    """Depth of the inspiratory limb, 0 to 0.7, at x from 0 to 1."""
    return 0.7 * max(0, 1 - abs(2 * x - 1) ** 2.3) ** 0.55


def limb_points(limb, x0, y0, width, height, steps=56):
    """Points along a limb, from left to right; a negative height draws below the axis. More points where it
    bends.
    """
    if limb is out_limb:
        xs = [(i / steps) ** 2.2 for i in range(steps + 1)]
    else:
        xs = [(1 - math.cos(math.pi * i / steps)) / 2 for i in range(steps + 1)]
    return [(x0 + width * x, y0 - height * limb(x)) for x in xs]


def limb_path(limb, x0, y0, width, height, steps=56):
    """Path data of a limb over its axis."""
    return "M" + " ".join(f"{n(x)},{n(y)}" for x, y in limb_points(limb, x0, y0, width, height, steps))


def loop(colours, x0, y0, width, height, stroke=7, gap=15):
    """A whole loop with its axis, on a gap in the ground's colour, so that it reads over what lies below."""
    out = limb_path(out_limb, x0, y0, width, height)
    back = limb_path(in_limb, x0, y0, width, -height)
    return "".join(path(d, colours["film"], gap, more='stroke-linejoin="round"') for d in (out, back)) + (
        path(out, colours["drape"], stroke) + path(back, colours["iodine"], stroke)
    )


def mark(colours):
    """The mark of the site as a whole SVG document."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 48">'
        + path("M0 26h64", colours["ink"], 1.5)
        + path(MARK_OUT, colours["drape"], 4.5, more='stroke-linejoin="round"')
        + path(MARK_IN, colours["iodine"], 4.5)
        + "</svg>\n"
    )


def adaptive_mark(light, dark):
    """The mark as a favicon that follows the browser's scheme; the style element is inside the picture's
    own file.
    """
    body = mark(light)
    style = (
        f"<style>@media (prefers-color-scheme:dark){{[stroke='{light['ink']}']{{stroke:{dark['ink']}}}"
        f"[stroke='{light['drape']}']{{stroke:{dark['drape']}}}[stroke='{light['iodine']}']{{stroke:{dark['iodine']}}}}}</style>"
    )
    return body.replace('viewBox="0 0 64 48">', f'viewBox="0 0 64 48">{style}', 1)
