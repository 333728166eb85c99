"""The font of pictures with words: one file that sets Chinese and every European letter."""

from functools import lru_cache

from PIL import ImageFont

NOT_IN_ANY_FONT = "\U0010fffd"
# What printers set for a type that they lack.
STAND_IN = "〓"


@lru_cache(maxsize=16)
def font(size):
    from pylopdf_fonts_zh_cn import sans_path

    return ImageFont.truetype(str(sans_path()), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=4096)
def is_there(character):
    """Whether the font has the character; one that it lacks would be drawn as an empty box."""
    return character.isspace() or shape_of(character) != shape_of(NOT_IN_ANY_FONT)


def shape_of(character):
    mask = font(24).getmask(character)
    return mask.size, bytes(mask)


def settable(text):
    """The text with a stand-in for each character that the font lacks, such as the rarest of Chinese names."""
    return "".join(character if is_there(character) else STAND_IN for character in text)
