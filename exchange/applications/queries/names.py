"""Names without case and accents, so that "simunek" finds Šimůnek. Pure."""

import unicodedata

# Letters that Unicode does not take apart into a base and an accent.
STANDALONE = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"}
)


def fold(text):
    """The text in small letters without accents; Chinese stays as it is."""
    apart = unicodedata.normalize("NFD", str(text).casefold().translate(STANDALONE))
    return unicodedata.normalize("NFC", "".join(char for char in apart if not unicodedata.combining(char)))


def folded_name(person):
    parts = (person.surname, person.given_names, person.preferred_name, person.chinese_name)
    return fold(" ".join(part for part in parts if part))[:480]
