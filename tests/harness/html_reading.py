"""What a browser would silently mend in a page of ours: tags that do not match, attributes and ids that stand twice.

Quick and without Java, so that it can be asked of every page in `make test`; `make crawl` asks the Nu checker.
"""

from collections import Counter
from html.parser import HTMLParser

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])


class Reading(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.found, self.ids = [], [], Counter()

    def note(self, what):
        self.found.append(f"HTML, line {self.getpos()[0]}: {what}")

    def handle_starttag(self, tag, attrs):
        for name, times in Counter(name for name, _value in attrs).items():
            if times > 1:
                self.note(f"<{tag}> has {name} {times} times")
        self.ids.update(value for name, value in attrs if name == "id")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        # "/>" closes what belongs to SVG, and is nothing in HTML.
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()
            if "svg" not in self.open and tag != "svg":
                self.note(f"<{tag}/> is not closed by its slash")

    def handle_endtag(self, tag):
        if self.open and self.open[-1] == tag:
            self.open.pop()
        elif tag in self.open:
            while (inner := self.open.pop()) != tag:
                self.note(f"</{tag}> comes while <{inner}> is open")
        else:
            self.note(f"</{tag}> closes nothing")


def html_findings(html):
    reading = Reading()
    reading.feed(html)
    reading.close()
    return [
        *reading.found,
        *(f"HTML: <{tag}> is never closed" for tag in reading.open),
        *(f"HTML: the id “{name}” stands {times} times" for name, times in reading.ids.items() if times > 1),
    ]
