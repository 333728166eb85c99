"""The stylesheets that pages link, made from the readable parts: `python -m portal.pages.stylesheets`
writes them.

The parts are the source. One file a bundle keeps the first load at one request, and leaving the comments
and the white space out keeps it small enough for the first round trip. A test holds that the committed
bundles are current.
"""

import re
from pathlib import Path

CSS_DIR = Path(__file__).resolve().parent.parent / "static" / "portal" / "css"

# Order is precedence: there are no cascade layers (see tokens.css).
BUNDLES = {
    # Every page.
    "site.css": (
        "tokens",
        "base",
        "layout",
        "text",
        "masthead",
        "breath",
        "instant",
        "buttons",
        "notices",
        "tags",
        "news",
        "search",
        "facts",
        "people",
        "fields",
        "tables",
        "schedule",
        "charts",
        "footer",
        "utilities",
        "print",
    ),
    # After it, on pages of those who are signed in, and on the few public ones that hold such a part.
    "desk.css": ("forms", "timeline", "seats", "month", "rank", "mailbox"),
    # Inside Wagtail's admin, under its tokens.
    "office.css": (
        "office-tokens",
        "buttons",
        "notices",
        "tags",
        "facts",
        "tables",
        "seats",
        "month",
        "office-desk",
        "office-frame",
    ),
}


def squeeze(css):
    """CSS text without comments and needless white space. It knows no strings with double spaces or braces
    in them, and the parts hold none.
    """
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r"\s*([{};,])\s*", r"\1", css)
    css = re.sub(r": ", ":", css)
    return css.replace(";}", "}").strip()


def bundle(name, parts_dir=CSS_DIR / "parts"):
    """The text of one bundle, such as "site.css", one line a part."""
    parts = [squeeze((parts_dir / f"{part}.css").read_text()) for part in BUNDLES[name]]
    return f"/* Made from parts/ by python -m portal.pages.stylesheets: edit those. */\n{chr(10).join(parts)}\n"


def write_all(css_dir=CSS_DIR):
    """Write every bundle beside the parts; returns the paths."""
    paths = []
    for name in BUNDLES:
        path = css_dir / name
        path.write_text(bundle(name, css_dir / "parts"))
        paths.append(path)
    return paths


if __name__ == "__main__":
    for path in write_all():
        print(path, path.stat().st_size)
