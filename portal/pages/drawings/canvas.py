"""The ground that all pictures share: two palettes, numbers as text, and the sheet of chart paper."""

LIGHT = {
    "film": "#eef4f2",
    "grid": "#dfeae6",
    "ink": "#10211e",
    "rule": "#c2d0cb",
    "edge": "#61756f",
    "drape": "#0a5a50",
    "iodine": "#8f4309",
    "drape_wash": "#e2f1ed",
    "iodine_wash": "#fbeee0",
    "day": "#ffffff",
    "night": "#3d4f4a",
}
DARK = {
    "film": "#12201e",
    "grid": "#1a2c29",
    "ink": "#e8f0ed",
    "rule": "#2c403c",
    "edge": "#7f958f",
    "drape": "#7fd3c3",
    "iodine": "#f2b077",
    "drape_wash": "#10302b",
    "iodine_wash": "#33210f",
    "day": "#2c403c",
    "night": "#020605",
}

WIDTH, HEIGHT = 1200, 675


def n(value):
    """A coordinate as short text: 12.0 is "12", 12.34 is "12.3"."""
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def path(d, colour, width, fill="none", more=""):
    """A stroked path. d: path data; more: further attributes as text, such as 'stroke-dasharray="7 7"'."""
    attributes = f'fill="{fill}" stroke="{colour}" stroke-width="{n(width)}"{" " + more if more else ""}'
    return f'<path d="{d}" {attributes}/>'


def circle(x, y, r, stroke, width, fill, more=""):
    """A circle with its stroke."""
    attributes = f'fill="{fill}" stroke="{stroke}" stroke-width="{n(width)}"{" " + more if more else ""}'
    return f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(r)}" {attributes}/>'


def sheet(colours, body, width=WIDTH, height=HEIGHT):
    """A whole SVG document: chart paper of 25 px, and the body on it."""
    grid = "".join(f"M{x} 0V{height}" for x in range(0, width + 1, 25))
    grid += "".join(f"M0 {y}H{width}" for y in range(0, height + 1, 25))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}">'
        f'<path fill="{colours["film"]}" d="M0 0h{width}v{height}H0z"/>'
        f'<path d="{grid}" stroke="{colours["grid"]}" fill="none"/>{body}</svg>\n'
    )
