"""Draws the share pictures of a story: its title beside the meridian, and its day in the year's breath.

A story with a photograph shows that too. Drawings (SVG) are not shown: Pillow does not read them.
"""

from dataclasses import dataclass
from datetime import date
from io import BytesIO

from PIL import Image, ImageDraw, ImageOps

from portal.pages.drawings.breath import part_of_year
from portal.pages.drawings.canvas import LIGHT
from portal.pages.share_picture import HEIGHT, SCALE, SIDE, WIDTH, draw_loop, finished, paper

from .fonts import Face
from .lines import lines_of, shortened

INK, QUIET = LIGHT["ink"], LIGHT["night"]
MERIDIAN, MATTER, EDGE = 290, 325, 60
PHOTO = 400
TITLE_SIZES = (96, 84, 76, 68, 60, 52, 46, 40)
TITLE_HEIGHT = 400
LEADING = 1.28
# Of the size: how far below the top of its line the letters stand.
BASELINE = 0.98
KINDS = ("JPEG", "PNG", "WEBP")


@dataclass(frozen=True)
class Words:
    """What stands on the pictures, in the story's language. day: the story's, day_words: the same in words."""

    title: str
    topic: str
    day: date
    day_words: str
    site: str


def wide(words, photo=None):
    """1200 × 630. photo: a file of a picture that Pillow reads, or None."""
    image, pen = paper(WIDTH, HEIGHT)
    pen.line([(MERIDIAN * SCALE, 0), (MERIDIAN * SCALE, HEIGHT * SCALE)], LIGHT["rule"], 2 * SCALE)
    draw_year(pen, EDGE, 470, 180, 70, words.day)
    image = finished(image)
    right = WIDTH - EDGE
    if photo is not None:
        right = WIDTH - PHOTO - EDGE // 2
        image.paste(cut(photo, PHOTO, HEIGHT), (WIDTH - PHOTO, 0))
    pen = ImageDraw.Draw(image)
    left = MERIDIAN - EDGE - EDGE // 2
    below = set_lines(pen, EDGE, 78, words.topic, 30, left, most=3, heavy=True)
    set_lines(pen, EDGE, below + 12, words.day_words, 24, left, most=2, colour=QUIET)
    set_title(pen, words.title, right - MATTER)
    set_lines(pen, MATTER, 545, words.site, 24, right - MATTER, most=1, colour=QUIET)
    return image


def square(words, photo=None):
    """400 × 400, for messengers that show a title beside a small square."""
    if photo is not None:
        return cut(photo, SIDE, SIDE)
    image, pen = paper(SIDE, SIDE)
    draw_year(pen, 40, 265, 320, 95, words.day)
    image = finished(image)
    pen = ImageDraw.Draw(image)
    set_lines(pen, 40, 28, words.topic, 52, SIDE - 80, most=1, heavy=True)
    set_lines(pen, 40, 100, words.day_words, 28, SIDE - 80, most=1, colour=QUIET)
    return image


SHAPES = {"wide": wide, "square": square}


def draw_year(pen, x, y, width, height, day):
    """The breath as the year from January to December, with a ring on its axis where the story's day is."""
    draw_loop(pen, x, y, width, height, 4)
    at = ((x + width * part_of_year(day)) * SCALE, y * SCALE)
    pen.circle(at, 11 * SCALE, LIGHT["film"], LIGHT["ink"], 4 * SCALE)


def set_title(pen, title, width):
    """In the largest size in which all of it has room; in the smallest one what has."""
    for size in TITLE_SIZES:
        most = int(TITLE_HEIGHT / (size * LEADING))
        if len(lines_of(title, Face(size, heavy=True).width_of, width)) <= most:
            break
    set_lines(pen, MATTER, 66, title, size, width, most=most, heavy=True)


def set_lines(pen, x, y, text, size, width, *, most, colour=INK, heavy=False):
    """Set the text below y; returns where it ends."""
    face = Face(size, heavy)
    lines = shortened(lines_of(text, face.width_of, width), most, face.width_of, width)
    for place, line in enumerate(lines):
        face.draw(pen, x, y + round((place * LEADING + BASELINE) * size), line, colour)
    return y + round(len(lines) * size * LEADING)


def cut(photo, width, height):
    """A picture's file in that size, cut about its middle."""
    with Image.open(photo, formats=KINDS) as opened:
        upright = ImageOps.exif_transpose(opened).convert("RGB")
    return ImageOps.fit(upright, (width, height), Image.Resampling.LANCZOS)


def png(image):
    """The image as a small file: a palette does for drawings and words, and for a photograph of this size."""
    file = BytesIO()
    image.quantize(128).save(file, "PNG", optimize=True)
    return file.getvalue()
