"""The words in which demo stories are written down: one line a block."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Words:
    """A story in one language. body: pairs of block name and value; a picture names its drawing."""

    title: str
    intro: str
    body: tuple
    caption: str = ""
    author: str = ""
    source: str = ""
    people: str = ""
    correction: str = ""


@dataclass(frozen=True)
class DemoStory:
    """days: before the day of loading; or `on`: a date of its own. drawing: a name of drawings.stories.STORIES."""

    slug: str
    topic: str
    drawing: str
    en: Words
    zh: Words
    days: int | None = None
    on: date | None = None
    corrected_after: int = 0


def p(text):
    return ("paragraph", f"<p>{text}</p>")


def h(text):
    return ("heading", text)


def items(*lines):
    return ("paragraph", "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>")


def q(text, by, about=""):
    return ("quote", {"text": text, "by": by, "about": about})


def facts(title, *rows):
    """rows: (label, value) or (label, value, note)."""
    lines = [dict(zip(("label", "value", "note"), (*row, ""), strict=False)) for row in rows]
    return ("facts", {"title": title, "rows": lines})


def pic(drawing, caption=""):
    return ("picture", {"drawing": drawing, "caption": caption})
