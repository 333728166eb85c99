"""Takes out of running text what a paste brings along beside its words. Pure.

Styles, fonts, colours, tables and pictures never get this far: the editor keeps the few features of blocks.py. What is
left over is characters: the two wide spaces with which Chinese paragraphs begin in Word and WeChat, spaces that do not
break, marks of no width, empty paragraphs that make room, and lists that Word writes as paragraphs with a dot in front.
"""

import re

NO_WIDTH = re.compile("[\u200b\u2060\ufeff]")
# Ordinary, non-breaking and wide spaces, and those between them.
SPACES = re.compile("[ \t\u00a0\u2002-\u200a\u202f\u3000]+")
PARAGRAPH = re.compile(r"<p(?P<attributes>[^>]*)>(?P<text>.*?)</p>", re.DOTALL)
EMPTY_MARK = re.compile(r"<(b|i|strong|em)>(\s*)</\1>")
NOTHING = re.compile(r"(\s|<br\s*/?>)*\Z")
EDGES = re.compile(r"\A(?:\s|<br\s*/?>)+|(?:\s|<br\s*/?>)+\Z")
BULLET = re.compile("\\A[\u00b7\u2022\u25aa\u25cf\u25e6\u2023\uf0b7\uf0a7§][ \t\u00a0\u3000]+")
# A number counts only with the gap that Word puts after it: "1. " may begin a sentence.
NUMBER = re.compile("\\A\\d{1,2}[.)\uff0e\u3001][ \t\u00a0\u3000]{2,}")
LISTS = (("ul", BULLET), ("ol", NUMBER))


def tidy(html):
    """Rich text as the database keeps it, cleaned; text that was clean comes back as it was."""
    html = NO_WIDTH.sub("", html.replace("&nbsp;", "\u00a0"))
    parts, open_list = [], ""
    end = 0
    for found in PARAGRAPH.finditer(html):
        between, end = html[end : found.start()], found.end()
        kind, text = item_of(EDGES.sub("", found["text"]))
        if between.strip() or kind != open_list:
            parts.append(closing(open_list))
            open_list = ""
        parts.append(between)
        text = words(text)
        if NOTHING.match(text):
            continue
        if kind and not open_list:
            parts.append(f"<{kind}>")
            open_list = kind
        tag = "li" if kind else "p"
        parts.append(f"<{tag}{found['attributes']}>{text}</{tag}>")
    parts += [closing(open_list), html[end:]]
    return SPACES.sub(" ", "".join(parts))


def item_of(text):
    """(kind of list, text without its mark) of a paragraph that Word wrote as a list's item; ("", text) of others."""
    for kind, mark in LISTS:
        if mark.match(text):
            return kind, mark.sub("", text)
    return "", text


def words(text):
    """The text of a paragraph: single spaces, none at its ends, no mark around nothing."""
    text = EMPTY_MARK.sub(r"\2", SPACES.sub(" ", text))
    return EDGES.sub("", text)


def closing(kind):
    return f"</{kind}>" if kind else ""
