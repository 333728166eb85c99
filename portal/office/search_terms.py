"""The one function that cleans what somebody typed into a search box, and the one that looks for it in columns."""

import unicodedata

from django.db.models import Q

LONGEST = 100
MOST_WORDS = 8
_QUOTES = dict.fromkeys(map(ord, "\"'`‘’‚‛“”„‟«»"), " ")


def printable(term):
    """What was typed as a line that can be shown: no control characters, no NUL, single spaces, a bounded length."""
    text = unicodedata.normalize("NFC", str(term or "")[: LONGEST * 4])
    text = "".join(" " if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in text)
    return " ".join(text.split())[:LONGEST].strip()


def clean(term):
    """What was typed as plain words: a printable line without quotes."""
    return " ".join(printable(term).translate(_QUOTES).split())


def words(term):
    return clean(term).split()[:MOST_WORDS]


def matching(queryset, fields, term):
    """The rows in which every word of the term stands in one of the fields; none where there is no word."""
    found = words(term)
    if not found:
        return queryset.none()
    for word in found:
        either = Q()
        for field in fields:
            # SQLite folds capitals of ASCII alone; keys that are kept folded are found by the folded word.
            either |= Q(**{f"{field}__icontains": word}) | Q(**{f"{field}__contains": word.casefold()})
        queryset = queryset.filter(either)
    return queryset
