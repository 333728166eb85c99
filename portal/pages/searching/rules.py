"""How a text is cut into what finds it, and what a question asks for. Pure; one way of cutting for texts and questions.

Words are kept without capitals and marks ("Šimůnek" is "simunek"), in the singular, in one spelling of British and
American; so are the beginnings of long words. Chinese is kept as single characters and as pairs of neighbours.
"""

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from portal.people.names import without_accents

CUTTING = 1
"""Raise this when a text is to be cut otherwise than before: what was kept is then made anew."""

LONGEST_QUESTION = 100
MOST_NEEDS = 8
LONGEST_TOKEN = 40
SHORTEST_BEGINNING, LONGEST_BEGINNING = 5, 12

TITLE, LEAD, TEXT = 24, 8, 2
MOST_IN_TEXT = 6
SAME_TITLE, IN_TITLE = 24, 12

# Words that nearly every text has; they ask for nothing where something else is asked for.
EMPTY_WORDS = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "with", "的", "和")
)
# What stands between two words of one expression, such as CAR-T and O’Brien.
JOINTS = frozenset("-‐‑–'’ʼ")
APOSTROPHES = frozenset("'’ʼ")
AFTER_APOSTROPHE = frozenset(("s", "t", "re", "ve", "ll"))
PARTICLE = "的"
# How those write these letters who have no key for them; others leave the marks out, which is the common way.
WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


@dataclass(frozen=True)
class Piece:
    """A word, or a run of Chinese characters. start, end: where it stands in the text as it was. joint: what joins it
    to the piece before, or "". other: the word as it is written out without marks, where that differs."""

    text: str
    start: int
    end: int
    han: bool = False
    joint: str = ""
    other: str = ""

    @property
    def forms(self):
        return tuple(dict.fromkeys(singular(form) for form in (self.text, self.other) if form))


@dataclass(frozen=True)
class Cut:
    """What finds a text, and where in it. whole: not only the beginning of a word."""

    token: str
    start: int
    end: int
    whole: bool = True


@dataclass(frozen=True)
class Need:
    """What a question asks for: at least so many of these tokens."""

    tokens: tuple
    least: int = 1
    shared: int = 1

    def gain(self, weight):
        """What it adds to a score. weight: of its tokens in an entry, in sum. A run of characters counts as one word."""
        return weight // self.shared


# --- Cutting ----------------------------------------------------------------------------------------------------------


def composed(text):
    """A text as it is kept and asked: a letter and its mark are one character, where there is one."""
    return unicodedata.normalize("NFC", str(text or ""))


def is_han(char):
    return "一" <= char <= "鿿" or "㐀" <= char <= "䶿" or "𠀀" <= char <= "𿿿" or char in "々〇"


@lru_cache(maxsize=8192)
def bare(char):
    """(letters of a character without capitals and marks, the same written out), or None where it parts two words."""
    if unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf"):
        return "", ""
    letters = "".join(each for each in without_accents(char) if each.isalnum())
    out = without_accents(char.casefold().translate(WRITTEN_OUT))
    return (letters, "".join(each for each in out if each.isalnum())) if letters else None


def pieces(text):
    """The Pieces of a text, in its order."""
    found, word, other, start, end, between = [], [], [], 0, 0, " "

    def close():
        nonlocal between
        if word:
            joint = between if found and between in JOINTS else ""
            plain, written = "".join(word), "".join(other)
            if not (joint in APOSTROPHES and joint and plain in AFTER_APOSTROPHE):
                parted = written if written != plain else ""
                found.append(Piece(plain, start, end, is_han(plain[0]), joint, parted))
            between = ""
            word.clear()
            other.clear()

    for place, char in enumerate(text):
        letters = bare(char)
        if letters is None:
            close()
            between += char
            continue
        if not letters[0]:
            end = place + 1 if word else end
            continue
        if word and is_han(letters[0][0]) != is_han(word[0][0]):
            close()
        if not word:
            start = place
        word.append(letters[0])
        other.append(letters[1])
        end = place + 1
    close()
    return found


def singular(word):
    """A word in the singular and in one spelling: "tumours" and "tumor", "anaesthesia" and "anesthesia". Wrong for some
    words, which does no harm: both sides are wrong alike."""
    if not (word.isascii() and word.isalpha()) or len(word) < 4:
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("ches", "shes", "xes", "sses", "zes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and word != "news":
        word = word[:-1]
    if word.endswith("our") and len(word) > 5:
        word = word[:-2] + "r"
    elif word.endswith("tre") and len(word) > 4:
        word = word[:-2] + "er"
    return ("e" + word[2:] if word.startswith("oe") else word).replace("ae", "e")


def cuts(text):
    """Every Cut of a text."""
    found = []
    together = []
    for piece in pieces(text):
        if piece.han:
            found += han_cuts(piece)
        else:
            found += word_cuts(piece)
        if not piece.joint:
            found += joined(together)
            together = []
        together.append(piece)
    return found + joined(together)


def han_cuts(piece):
    chars = piece.text
    # The characters of a run stand side by side, unless one of them has a mark.
    ones = [Cut(char, piece.start + place, piece.start + place + 1) for place, char in enumerate(chars)]
    pairs = [Cut(chars[k : k + 2], piece.start + k, piece.start + k + 2) for k in range(len(chars) - 1)]
    return ones + pairs


def word_cuts(piece):
    found = []
    for form in piece.forms:
        found.append(Cut(form[:LONGEST_TOKEN], piece.start, piece.end))
        for length in range(SHORTEST_BEGINNING, min(len(form), LONGEST_BEGINNING + 1)):
            found.append(Cut(f"{form[:length]}*", piece.start, piece.end, whole=False))
    return found


def joined(parts):
    """The Cut of an expression of several words, as one: CAR-T is found as "cart" too. Not across Chinese."""
    if len(parts) < 2 or any(part.han for part in parts):
        return []
    word = singular("".join(part.text for part in parts))
    return [Cut(word[:LONGEST_TOKEN], parts[0].start, parts[-1].end)]


def flat(text):
    """A text as a line to compare: its words but the empty ones, one space between them and round them."""
    words = [piece.forms[0] for piece in pieces(text)]
    return f" {' '.join([word for word in words if word not in EMPTY_WORDS] or words)} "


def weights(title, lead, text, names=""):
    """{token: weight} of an entry. names: further words that count like the title, and are not shown."""
    found = Counter()
    for part, weight in ((f"{title}\n{names}", TITLE), (lead, LEAD)):
        kinds = {cut.token: cut.whole for cut in cuts(part)}
        found.update({token: weight if whole else weight // 2 for token, whole in kinds.items()})
    wholes, often = {}, Counter()
    for cut in cuts(text):
        wholes[cut.token] = cut.whole
        often[cut.token] += 1
    for token, count in often.items():
        weight = min(TEXT + count - 1, MOST_IN_TEXT)
        found[token] += weight if wholes[token] else max(weight // 2, 1)
    return dict(found)


# --- Asking -----------------------------------------------------------------------------------------------------------


def needs(question):
    """The Needs of what somebody typed; [] where there is nothing to look for."""
    together, expressions = [], []
    for piece in pieces(composed(str(question or "")[: LONGEST_QUESTION * 4])[:LONGEST_QUESTION]):
        if not piece.joint and together:
            expressions.append(together)
            together = []
        together.append(piece)
    if together:
        expressions.append(together)
    asked = [need for parts in expressions for need in expression_needs(parts)]
    telling = [need for need in asked if not set(need.tokens) & EMPTY_WORDS]
    return list(dict.fromkeys(telling or asked))[:MOST_NEEDS]


def expression_needs(parts):
    """Of "CAR-T" the whole is needed, since its parts alone say little; of "Sino-Euro" the parts are."""
    words = [part for part in parts if not part.han]
    if len(parts) > 1 and len(words) == len(parts) and any(len(part.text) < 3 for part in parts):
        return [Need((joined(parts)[0].token,))]
    found = []
    for part in parts:
        found += han_needs(part.text) if part.han else [word_need(part)]
    return found


def word_need(piece):
    tokens = [form[:LONGEST_TOKEN] for form in piece.forms]
    tokens += [f"{form}*" for form in piece.forms if SHORTEST_BEGINNING <= len(form) <= LONGEST_BEGINNING]
    return Need(tuple(tokens))


def han_needs(run):
    """One or two characters must stand as they are. Of a longer run some pairs may be missing, since two words that are
    typed without a space make a pair that no text has: none of two, one of three or four, two of five or six."""
    parts = [part for part in run.split(PARTICLE) if part] if len(run) > 2 else [run]
    return [han_need(part) for part in parts or [run]]


def han_need(run):
    if len(run) < 3:
        return Need((run,))
    pairs = tuple(dict.fromkeys(run[place : place + 2] for place in range(len(run) - 1)))
    missing = (len(run) - 2) // 2
    return Need(pairs, least=max(len(pairs) - missing, 1), shared=len(pairs))


def can_be_loosened(asked):
    return len(asked) > 1 or any(need.least > 1 for need in asked)


def answers(asked, found, *, any_will_do=False):
    """The gain of an entry, or None where it does not answer.

    asked: Needs. found: {token: weight} of the entry. any_will_do: any one of all the tokens is enough.
    """
    met, gain = 0, 0
    for need in asked:
        hits = [found[token] for token in need.tokens if token in found]
        if len(hits) >= (1 if any_will_do else need.least):
            met += 1
        gain += need.gain(sum(hits))
    return gain if asked and met >= (1 if any_will_do else len(asked)) else None


def title_gain(question, title):
    """What it adds that the title says the question itself. Both flat()."""
    if question == title:
        return SAME_TITLE
    inner = question if question[1:2] and not is_han(question[1]) else question.strip()
    return IN_TITLE if inner and inner in title else 0
