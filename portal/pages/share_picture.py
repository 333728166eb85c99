"""The picture that other sites show beside a link to ours: the breath on chart paper.

A PNG, since few of them take SVG, and without words, so that one serves both languages; a square one for those that
show a square. `python -m portal.pages.share_picture` writes them. Stories have pictures of their own: see sharing/.
"""

from pathlib import Path

from PIL import Image, ImageDraw

from .drawings.canvas import LIGHT
from .drawings.limbs import in_limb, limb_points, out_limb

ART = Path(__file__).resolve().parent.parent / "static" / "portal" / "art"
WIDTH, HEIGHT, SIDE = 1200, 630, 400
# Drawn three times as large and made smaller, since Pillow's lines have no smooth edges.
SCALE = 3


def paper(width, height):
    """(image, pen) of chart paper, SCALE times as large as it will be."""
    image = Image.new("RGB", (width * SCALE, height * SCALE), LIGHT["film"])
    pen = ImageDraw.Draw(image)
    for x in range(0, width + 1, 25):
        pen.line([(x * SCALE, 0), (x * SCALE, height * SCALE)], LIGHT["grid"], SCALE)
    for y in range(0, height + 1, 25):
        pen.line([(0, y * SCALE), (width * SCALE, y * SCALE)], LIGHT["grid"], SCALE)
    return image, pen


def draw_loop(pen, x, y, width, height, thickness):
    """Both limbs over their axis. x, y: where the axis begins; height: of the outer limb."""
    overhang = width // 25
    axis = [((x - overhang) * SCALE, y * SCALE), ((x + width + overhang) * SCALE, y * SCALE)]
    pen.line(axis, LIGHT["ink"], max(2, thickness * 2 // 3) * SCALE)
    for limb, up, colour in ((out_limb, height, "drape"), (in_limb, -height * 29 / 28, "iodine")):
        # Dots close to one another: Pillow's thick lines break where they bend.
        for left, top in limb_points(limb, x, y, width, up, steps=4000):
            pen.circle((left * SCALE, top * SCALE), thickness * SCALE, LIGHT[colour])


def finished(image):
    """The image in its own size."""
    return image.resize((image.width // SCALE, image.height // SCALE), Image.Resampling.LANCZOS)


def picture():
    """The picture as a Pillow image of 1200 × 630."""
    image, pen = paper(WIDTH, HEIGHT)
    draw_loop(pen, 100, 350, 1000, 280, 6)
    return finished(image)


def square():
    """The same as a square."""
    image, pen = paper(SIDE, SIDE)
    draw_loop(pen, 40, 220, 320, 150, 5)
    return finished(image)


if __name__ == "__main__":
    picture().quantize(64).save(ART / "share.png", optimize=True)
    square().quantize(64).save(ART / "share-square.png", optimize=True)
