"""The home page's chart: a year of the exchange on one flow-volume loop, out above the line and in below
it.
"""

from dataclasses import dataclass
from datetime import date
from html import escape

from .canvas import n
from .limbs import in_limb, limb_path, out_limb

X0, Y0, WIDTH, HEIGHT = 424, 318, 706, 262
DEPTH = HEIGHT * 0.98
# More points than this would be numbered beyond what a phone can show.
MOST_NUMBERS = 12


@dataclass(frozen=True)
class Traveller:
    """One point of the loop: when, the words beside it, a second line (below the axis) or further words (above it), the
    language of the words.
    """

    on: date
    label: str
    sub: str = ""
    lang: str = ""


def part_of_year(day):
    """A date as a share of its year, 0 to 1."""
    first = date(day.year, 1, 1)
    return (day - first).days / (date(day.year + 1, 1, 1) - first).days


def _width(text):
    """Room that a label takes at 15 px: a Chinese character is about twice a Latin letter."""
    return sum(15 if ord(char) > 0x2E7F else 8.3 for char in text)


def _text(x, y, content, classes="", lang="", middle=False, after=""):
    """after: quieter words behind the others."""
    attributes = (f' class="{classes}"' if classes else "") + (f' lang="{escape(lang)}"' if lang else "")
    anchor = ' text-anchor="middle"' if middle else ""
    further = f'<tspan class="sub" dx="8">{escape(after)}</tspan>' if after else ""
    return f'<text{attributes}{anchor} x="{n(x)}" y="{n(y)}">{escape(content)}{further}</text>'


def _free(taken, box):
    """Whether a label's box (x1, y1, x2, y2) meets none of those already written; notes it if so."""
    if any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken):
        return False
    taken.append(box)
    return True


def _numbered(x, y, number, shown):
    return _text(x, y + 9, str(number), "no", middle=True) if shown else ""


def _out_points(people):
    taken, parts = [], []
    for i, person in enumerate(people):
        share = part_of_year(person.on)
        x, y = X0 + WIDTH * share, Y0 - HEIGHT * out_limb(share)
        parts.append(f'<circle class="dot-out" cx="{n(x)}" cy="{n(y)}" r="8"/>')
        parts.append(_numbered(x, y, i + 1, len(people) <= MOST_NUMBERS))
        # With the place where there is room for both, else the name alone.
        for place in (person.sub, "") if person.sub else ("",):
            right_edge = x + 15 + _width(person.label) + (8 + _width(place) if place else 0)
            if right_edge < 1175 and _free(taken, (x - 8, y - 24, right_edge, y - 2)):
                parts.append(_text(x + 15, y - 7, person.label, lang=person.lang, after=place))
                break
    return "".join(parts)


def _in_label(x, y, share, wide):
    """Where a label of two lines may stand, best first: below its point, or above it inside the loop."""
    if share > 0.82:
        return [((x + 13, y + 22), False, (x, y + 6, x + 13 + wide, y + 46))]
    below = x - (14 if share < 0.25 else 0)
    half = wide / 2
    return [
        ((below, y + 32), True, (below - half, y + 16, below + half, y + 56)),
        ((x, y - 34), True, (x - half, y - 50, x + half, y - 10)),
    ]


def _in_points(people):
    # The legend's place inside the loop is taken from the start.
    taken, parts = [(X0 + 50, Y0 + 40, X0 + 300, Y0 + 100)], []
    for i, person in enumerate(people):
        share = part_of_year(person.on)
        x, y = X0 + WIDTH * share, Y0 + DEPTH * in_limb(share)
        parts.append(f'<circle class="dot-in" cx="{n(x)}" cy="{n(y)}" r="8"/>')
        parts.append(_numbered(x, y, i + 1, len(people) <= MOST_NUMBERS))
        for at, middle, box in _in_label(x, y, share, max(_width(person.label), _width(person.sub))):
            if _free(taken, box):
                parts.append(_text(*at, person.label, lang=person.lang, middle=middle))
                parts.append(_text(at[0], at[1] + 19, person.sub, "sub", middle=middle) if person.sub else "")
                break
    return "".join(parts)


def breath(out, back, months, words):
    """The chart as inline SVG, hidden from readers since two lists stand beside it.

    out, back: Travellers in order of date. A name is written where there is room for it; the lists name
    everybody. months: twelve short names. words: the four legends (out, who goes, in, who comes), in the
    page's language.
    """
    out, back = sorted(out, key=lambda p: p.on), sorted(back, key=lambda p: p.on)
    assert len(months) == 12
    assert len(words) == 4
    s = [
        '<svg viewBox="0 0 1160 560" aria-hidden="true">',
        f'<path class="ax" d="M{X0 - 22} {Y0}H1160" stroke-width="2"/>',
    ]
    for k, month in enumerate(months):
        x = X0 + WIDTH * k / 12
        s.append(f'<path class="ax" d="M{n(x)} {Y0}v7"/>' + _text(x + (11 if k == 0 else 4), Y0 + 19, month, "sub"))
    if out or back:
        s.append(f'<path class="limb-out draw" pathLength="1" d="{limb_path(out_limb, X0, Y0, WIDTH, HEIGHT)}"/>')
        s.append(f'<path class="limb-in draw" pathLength="1" d="{limb_path(in_limb, X0, Y0, WIDTH, -DEPTH)}"/>')
    for sign, han, first, second, colour in (
        (-1, "呼", words[0], words[1], "t-out"),
        (1, "吸", words[2], words[3], "t-in"),
    ):
        base = Y0 - 62 if sign < 0 else Y0 + 88
        s.append(_text(X0 + 58, base, han, f"han {colour}", "zh-Hans"))
        s.append(_text(X0 + 108, base - 20, first, colour) + _text(X0 + 108, base, second, "sub"))
    return "".join(s) + _out_points(out) + _in_points(back) + "</svg>"
