"""The picture that other sites show beside a link to ours: the breath on chart paper.

A PNG, since few of them take SVG, and without words, so that one serves both languages.
`python -m portal.pages.share_picture` writes it.
"""

from pathlib import Path

from PIL import Image, ImageDraw

from .drawings.canvas import LIGHT
from .drawings.limbs import in_limb, limb_points, out_limb

PATH = Path(__file__).resolve().parent.parent / "static" / "portal" / "art" / "share.png"
WIDTH, HEIGHT = 1200, 630
# Drawn three times as large and made smaller, since Pillow's lines have no smooth edges.
SCALE = 3


def picture():
    """The picture as a Pillow image of 1200 × 630."""
    image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), LIGHT["film"])
    pen = ImageDraw.Draw(image)
    for x in range(0, WIDTH + 1, 25):
        pen.line([(x * SCALE, 0), (x * SCALE, HEIGHT * SCALE)], LIGHT["grid"], SCALE)
    for y in range(0, HEIGHT + 1, 25):
        pen.line([(0, y * SCALE), (WIDTH * SCALE, y * SCALE)], LIGHT["grid"], SCALE)
    pen.line([(60 * SCALE, 350 * SCALE), (1140 * SCALE, 350 * SCALE)], LIGHT["ink"], 4 * SCALE)
    for limb, height, colour in ((out_limb, 280, "drape"), (in_limb, -290, "iodine")):
        # Dots close to one another: Pillow's thick lines break where they bend.
        for x, y in limb_points(limb, 100, 350, 1000, height, steps=4000):
            pen.circle((x * SCALE, y * SCALE), 6 * SCALE, LIGHT[colour])
    return image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    picture().quantize(64).save(PATH, optimize=True)
