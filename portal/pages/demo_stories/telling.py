"""The words in which demo stories are written down: one line a block."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Words:
    """A story in one language.

    body: pairs of block name and value; a picture names its drawing, a document its sheet, a person a card and a related
    story its slug. corrections: pairs of the days after the story's own, and what was put right.
    """

    title: str
    intro: str
    body: tuple
    caption: str = ""
    author: str = ""
    source: str = ""
    tags: tuple = ()
    corrections: tuple = ()


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


def gallery(title, *pictures):
    """pictures: (drawing, caption)."""
    return ("gallery", {"title": title, "pictures": [{"drawing": name, "caption": words} for name, words in pictures]})


def video(title, length, drawing, *links):
    return (
        "video",
        {"title": title, "length": length, "links": list(links), "poster": {"drawing": drawing, "caption": ""}},
    )


def document(sheet, title, about):
    """sheet: a name of sheets.SHEETS."""
    return ("document", {"sheet": sheet, "title": title, "about": about})


def table(caption, heads, *rows):
    """heads: a "#" before one says that its column holds numbers. The first column names the rows."""
    columns = [{"type": "number" if head[0] == "#" else "text", "heading": head.lstrip("#")} for head in heads]
    return ("table", {"caption": caption, "columns": columns, "rows": [{"values": list(row)} for row in rows]})


def people(*cards):
    """cards: keys of people.CARDS."""
    return ("people", {"cards": list(cards)})


def related(*slugs):
    """slugs: of stories that stand before this one in STORIES."""
    return ("related", {"stories": list(slugs)})


def drawings_in(body):
    """The names of the drawings in a body, in their order."""
    for kind, value in body:
        if kind == "picture":
            yield value["drawing"]
        elif kind == "gallery":
            yield from (one["drawing"] for one in value["pictures"])
        elif kind == "video":
            yield value["poster"]["drawing"]
