"""`python -m portal.pages.drawings OUT_DIR` writes every picture in light and dark, and the mark."""

import sys
from pathlib import Path

from .canvas import DARK, LIGHT
from .limbs import adaptive_mark, mark
from .stories import STORIES


def files():
    """(file name, SVG text) of all pictures."""
    yield "mark.svg", adaptive_mark(LIGHT, DARK)
    yield "mark-light.svg", mark(LIGHT)
    yield "mark-dark.svg", mark(DARK)
    for story in STORIES.values():
        yield f"{story.name}.svg", story.draw(LIGHT)
        yield f"{story.name}-dark.svg", story.draw(DARK)
        if story.small:
            yield f"{story.name}-small.svg", story.draw(LIGHT, 2)
            yield f"{story.name}-small-dark.svg", story.draw(DARK, 2)


def main(out_dir):
    out = Path(out_dir)
    out.mkdir(parents=True, exist_ok=True)
    for name, svg in files():
        (out / name).write_text(svg)


if __name__ == "__main__":
    main(sys.argv[1])
