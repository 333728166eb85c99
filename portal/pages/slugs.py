"""Addresses of pages: Latin letters and hyphens, also where the title is Chinese. Pure."""

import re

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from pypinyin import lazy_pinyin

SHAPE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
LONGEST = 60


def suggest(title):
    """A slug for a title: "候补名单如何运作" gives "hou-bu-ming-dan-ru-he-yun-zuo"; "" where nothing can be made of it."""
    words = slugify(" ".join(lazy_pinyin(title)))
    if not any(letter.isalpha() for letter in words):
        return ""
    if len(words) <= LONGEST:
        return words
    return words[: LONGEST + 1].rsplit("-", 1)[0].strip("-")


def refuse_odd(slug):
    """Raise ValidationError for a slug that nobody could read out: empty, without a letter, in capitals or not Latin."""
    if not SHAPE.match(slug or "") or not any(letter.isalpha() for letter in slug):
        raise ValidationError(
            _(
                "Write the address in small Latin letters, digits and hyphens, with at least one letter: "
                "sixty-days-in-leuven."
            )
        )
