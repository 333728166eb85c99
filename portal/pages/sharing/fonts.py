"""The letters of pictures with words: Noto Sans for every European name, Noto Sans SC for Chinese.

Neither has all: the Chinese font lacks ů and Ł, so that a line is drawn in runs of one font each.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from PIL import ImageFont

from .lines import CHINESE, WIDE_MARKS

LATIN, HAN = "latin", "han"
# Both scripts have these, in Chinese as wide as a character.
SHARED = frozenset("“”‘’…—·")
NOT_IN_ANY_FONT = "\U0010fffd"
# What printers set for a type that they lack.
STAND_IN = "〓"
HEAVY = {LATIN: 600, HAN: 400}
# The Chinese font has one weight; a thin stroke of the same ink makes a heading of it.
STROKE = 0.8


@lru_cache(maxsize=64)
def font(script, size, heavy=False):
    # Looked for here and not above: the site runs without these files until the first picture.
    if script == HAN:
        from pylopdf_fonts_zh_cn import sans_path

        return ImageFont.truetype(str(sans_path()), size)
    import fontpkg

    found = ImageFont.truetype(str(fontpkg.path("Noto Sans")), size)
    weight = HEAVY[LATIN] if heavy else 400
    wanted = {b"Weight": weight, b"Width": 100}
    found.set_variation_by_axes([wanted.get(axis["name"], axis["default"]) for axis in found.get_variation_axes()])
    return found


@lru_cache(maxsize=4096)
def is_there(script, character):
    """Whether a font has the character; one that it lacks would be drawn as an empty box."""
    return character.isspace() or shape_of(script, character) != shape_of(script, NOT_IN_ANY_FONT)


def shape_of(script, character):
    mask = font(script, 24).getmask(character)
    return mask.size, bytes(mask)


def is_chinese(character):
    return any(first <= character <= last for first, last in RANGES)


def ranges_of(text):
    """The ranges of a regular expression's set, as pairs."""
    return [(text[place], text[place + 2]) for place in range(0, len(text), 3)]


RANGES = [*ranges_of(CHINESE), *ranges_of(WIDE_MARKS)]


@dataclass(frozen=True)
class Face:
    """A size and a weight, in which a text of both scripts is measured and drawn."""

    size: int
    heavy: bool = False

    def width_of(self, text):
        return sum(font(script, self.size, self.heavy).getlength(run) for script, run in runs_of(text))

    def draw(self, pen, x, baseline, text, colour):
        for script, run in runs_of(text):
            face = font(script, self.size, self.heavy)
            stroke = {"stroke_width": STROKE, "stroke_fill": colour} if self.heavy and script == HAN else {}
            pen.text((x, baseline), run, colour, face, anchor="ls", **stroke)
            x += face.getlength(run)


def runs_of(text):
    """[(script, part)]: each part is in one font that has all of it. What no font has is said by a stand-in."""
    chinese = any(is_chinese(character) for character in text)
    found = []
    for character in text:
        first = HAN if is_chinese(character) or (chinese and character in SHARED) else LATIN
        second = LATIN if first == HAN else HAN
        script = next((script for script in (first, second) if is_there(script, character)), None)
        found.append((script or HAN, character if script else STAND_IN))
    return [(script, "".join(part for _script, part in group)) for script, group in groupby(found, lambda row: row[0])]
