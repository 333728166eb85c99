"""A person's card as a template sets it: names in the reader's order, role, hospital, and a portrait or a plate."""

from dataclasses import dataclass

from portal.clock.instants import is_chinese

from .pictures import PORTRAIT, Picture, picture
from .plates import initials_of


@dataclass(frozen=True)
class CardLine:
    """name with its lang ("" where it is the page's own); han: the Chinese name beside a Latin one; plate_lang: of initials."""

    name: str
    lang: str
    han: str
    role: str
    hospital: str
    initials: str
    plate_lang: str
    portrait: Picture | None


def card_line(card, language):
    """The CardLine of a PersonCard for readers of a language."""
    chinese = is_chinese(language)
    in_han = bool(chinese and card.name_zh)
    name = card.named(language)
    return CardLine(
        name=name,
        lang="" if in_han or card.name_language == language else card.name_language,
        han="" if chinese else card.name_zh,
        role=card.role(language),
        hospital=card.hospital(language),
        initials=initials_of(name),
        plate_lang="zh-Hans" if in_han else "",
        portrait=picture(card.portrait, size=PORTRAIT),
    )
