"""Breaks a title into lines by the manners of its script. Pure.

Latin text breaks between words. Chinese breaks between any two characters, save that no line begins with a mark that
closes nor ends with one that opens.
"""

import re

OPENING = "“‘（《〈「『【"
CLOSING = "，。、；：！？）》〉”’」』】…"
CHINESE = "\u2e80-\u2fff\u3040-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
WIDE_MARKS = "\u3000-\u303f\uff00-\uffef"
UNIT = re.compile(
    rf"[{OPENING}]*(?:[{CHINESE}]|[^\s{CHINESE}{WIDE_MARKS}]+?(?=[{OPENING}]*[{CHINESE}{WIDE_MARKS}]|\s|$)|\S)[{CLOSING}]*\s*",
)


def units_of(text):
    """What stays together: a word with the space after it, a Chinese character with the marks about it."""
    return UNIT.findall(" ".join(text.split()))


def lines_of(text, width_of, limit):
    """The lines of a text, none wider than `limit`. width_of: text -> its width. A word that is wider is cut."""
    lines, line = [], ""
    for unit in units_of(text):
        if line and width_of((line + unit).rstrip()) > limit:
            lines.append(line.rstrip())
            line = ""
        while width_of(unit.rstrip()) > limit:
            cut = next(end for end in range(len(unit), 0, -1) if end == 1 or width_of(unit[:end]) <= limit)
            if cut == len(unit):
                break
            lines.append(unit[:cut])
            unit = unit[cut:]
        line += unit
    return [*lines, line.rstrip()] if line.strip() else lines


def shortened(lines, most, width_of, limit):
    """At most so many lines; what is left out is said by three dots."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and width_of(last.rstrip() + "…") > limit:
        last = last[:-1]
    return [*lines[: most - 1], last.rstrip() + "…"]
