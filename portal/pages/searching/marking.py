"""Where in a text the words of a question stand, and the part of a text that is worth showing. Pure."""

from dataclasses import dataclass

from .rules import cuts

EXCERPT = 220
"""Characters of Latin text; Chinese says the same in half of them."""
BEFORE = 60
SENTENCE_ENDS = frozenset(".!?:…”’)。！？：）")


@dataclass(frozen=True)
class Run:
    """A part of a text. hit: it is one of the words that were asked for."""

    text: str
    hit: bool = False


def spans(text, asked):
    """[(start, end)] of what the Needs find in a text, in order, none touching another."""
    tokens = {token for need in asked for token in need.tokens}
    found = []
    for start, end in sorted({(cut.start, cut.end) for cut in cuts(text) if cut.token in tokens}):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def marked(text, asked):
    """The Runs of a text."""
    runs, done = [], 0
    for start, end in spans(text, asked):
        runs += [Run(text[done:start]), Run(text[start:end], hit=True)]
        done = end
    runs.append(Run(text[done:]))
    return [run for run in runs if run.text]


def excerpt(lead, text, asked, *, most=EXCERPT):
    """The Runs of the lead where it answers or the text does not; else of the text round its densest answer."""
    lead, text = one_line(lead), one_line(text)
    if not text or (lead and (spans(lead, asked) or not spans(text, asked))):
        return marked(shortened(lead or text, 0, most), asked)
    found = spans(text, asked)
    if not found:
        return marked(shortened(text, 0, most), asked)
    starts = [start for start, _end in found]
    densest = max(starts, key=lambda start: (sum(start <= other < start + most - BEFORE for other in starts), -start))
    return marked(shortened(text, max(densest - BEFORE, 0), most), asked)


def one_line(text):
    """A text of several lines as one; what is no sentence is parted by a point in the middle."""
    lines = [line for line in (" ".join(row.split()) for row in text.splitlines()) if line]
    parted = [line if line[-1] in SENTENCE_ENDS else f"{line} ·" for line in lines[:-1]]
    return " ".join([*parted, *lines[-1:]])


def shortened(text, start, most):
    """About so many characters of a text from a place on, not cut within a Latin word, with dots where it goes on."""
    end = min(start + most, len(text))
    start = word_edge(text, start, +1) if start else 0
    end = word_edge(text, end, -1) if end < len(text) else end
    return f"{'… ' if start else ''}{text[start:end].strip()}{' …' if end < len(text) else ''}"


def word_edge(text, place, step):
    """The nearest place that parts two words, going one way; the place itself in Chinese."""
    for distance in range(30):
        here = place + step * distance
        if not 0 < here < len(text) or not (latin(text[here - 1]) and latin(text[here])):
            return min(max(here, 0), len(text))
    return place


def latin(char):
    return char.isalnum() and char < "⺀"
