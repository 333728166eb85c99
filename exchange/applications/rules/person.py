"""Dates of birth, and what is counted in a text."""

import re
from math import ceil

YOUNGEST, OLDEST = 25, 100
MOST_WORDS = 400
# The two lines of a passport that machines read hold 39 characters of a name.
MACHINE_READABLE = 39

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_WORD = re.compile(r"[^\W_]+(?:[’'\-.][^\W_]+)*")


def age_on(day, born):
    """Full years between a birth and a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def birth_problem(born, *, today):
    """Code of what is wrong with a date of birth, or None: "future", "too long ago", "under 25"."""
    if born >= today:
        return "future"
    if age_on(today, born) > OLDEST:
        return "too long ago"
    if age_on(today, born) < YOUNGEST:
        return "under 25"
    return None


def count_words(text):
    """Words of a text; two Chinese characters count as one, so that both languages have the same room."""
    han = len(_HAN.findall(text))
    return len(_WORD.findall(_HAN.sub(" ", text))) + ceil(han / 2)


def name_is_cut(surname, given_names):
    """Whether a passport's machine-readable lines cut this name, so that tickets and visas may show it short."""
    return len(surname) + len(given_names) + 2 > MACHINE_READABLE
