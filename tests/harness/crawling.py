"""Walks the site as one person in one language: from the demo's list of pages along every link, two of a kind."""

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

from django.urls import Resolver404, resolve

from .browsers import axe_findings
from .language import english_in

APPS = ("portal", "exchange", "events")
OF_A_KIND = 2
OTHER = {"en": "zh-hans", "zh-hans": "en"}
SKIPPED = re.compile(r"/(logout|sign-out)/|[?&](export|_export)=|^/admin/(reports|bulk)/")
# Wagtail's own markup inside our lists: the words above a filtered list.
WAGTAILS = ("aria-allowed-role", '<h2 role="alert">')
# Changes with every answer and says nothing about the page.
VOLATILE = re.compile(r'csrfmiddlewaretoken" value="[^"]*"|nonce="[^"]*"|/(links?|invited|feeds)/[\w-]{20,}')
PREVIEW = re.compile(r"^/admin/.*/preview/")
LINK = re.compile(r"""<a\b[^>]*?\bhref=["']([^"']*)["']""")
# What a Chinese reader sees of ours: without what is marked as another language, as code or as typed by somebody.
READ = """selector => {
    const root = document.querySelector(selector) || document.body;
    const copy = root.cloneNode(true);
    copy.querySelectorAll('[lang|=en], [lang=""], [translate=no], code, pre, script, style, template, textarea, select')
        .forEach(part => part.remove());
    document.body.append(copy);
    const text = copy.innerText;
    copy.remove();
    return text;
}"""


@dataclass
class Walk:
    """One walk: where to begin, what was seen, what is wrong."""

    context: object
    site: str
    language: str
    names: tuple = ()
    quoted: tuple = ()
    keep: object = None
    seen_pages: set = field(default_factory=set)
    findings: list = field(default_factory=list)
    visited: dict = field(default_factory=dict)
    kinds: Counter = field(default_factory=Counter)
    opened: tuple = None

    def run(self, starts):
        """starts: addresses that this person may or may not open. Links found on pages must all open."""
        waiting = [(self.translated(path), "the demo's list") for path in starts]
        while waiting:
            path, source = waiting.pop(0)
            path = self.relative(path)
            if path is None or path in self.visited or SKIPPED.search(path):
                continue
            kind = kind_of(path)
            if source != "the demo's list" and self.kinds[kind] >= OF_A_KIND:
                continue
            self.kinds[kind] += 1
            waiting += [(link, path) for link in self.visit(path, source)]

    def translated(self, path):
        return re.sub(r"^/(en|zh-hans)/", f"/{self.language}/", path)

    def relative(self, address):
        """The address below the site without its fragment, or None when it leads elsewhere."""
        parts = urlsplit(urldefrag(urljoin(self.site, address)).url)
        if f"{parts.scheme}://{parts.netloc}" != self.site:
            return None
        return parts.path + (f"?{parts.query}" if parts.query else "")

    def visit(self, path, source):
        answer = self.context.request.get(self.site + path, max_redirects=5)
        self.visited[path] = answer.status
        forbidden = source == "the demo's list" and answer.status in (403, 404)
        if answer.status >= 400 and not forbidden:
            self.note(path, f"answers {answer.status}; linked from {source}")
        is_page = "text/html" in answer.headers.get("content-type", "")
        if not is_page or answer.status >= 400:
            return []
        if "attachment" in answer.headers.get("content-disposition", ""):
            return []
        return self.read(path, answer.text())

    def read(self, path, html):
        """The links of a page, which is judged in the browser where no page like it was.

        A page in the other language opens, which is all that this walk asks of it; so does a preview, whose links lead
        to pages that are not published yet.
        """
        if path.startswith(f"/{OTHER[self.language]}/") or PREVIEW.search(path):
            return []
        shape = hashlib.sha256((self.language + VOLATILE.sub("", html)).encode()).hexdigest()
        # Wagtail's own screens are Wagtail's.
        if shape not in self.seen_pages and (is_ours(path) or not path.startswith("/admin/")):
            self.seen_pages.add(shape)
            page, red = self.tab()
            red.clear()
            page.goto(self.site + path)
            self.judge(page, path, html)
            for text in red:
                self.note(path, f"console: {text}")
        return [unescape(address) for address in LINK.findall(html)]

    def tab(self):
        """(page, what its console complained of): one for the whole walk, since a new one starts a process."""
        if self.opened is None:
            page, red = self.context.new_page(), []
            page.on("console", lambda message: red.append(message.text) if message.type == "error" else None)
            page.on("pageerror", lambda error: red.append(str(error)))
            self.opened = page, red
        return self.opened

    def judge(self, page, path, html):
        office = path.startswith("/admin/")
        if office and not is_ours(path):
            return
        for finding in axe_findings(page, "main" if office else None):
            if office and all(part in finding for part in WAGTAILS):
                continue
            self.note(path, f"axe: {finding}")
        lost = page.eval_on_selector_all(
            "a[href^='#']",
            "all => all.map(a => a.hash).filter(h => h.length > 1 && !document.getElementById(decodeURIComponent(h.slice(1))))",
        )
        for target in lost:
            self.note(path, f"leads to {target}, which is not on the page")
        if self.language == "zh-hans":
            names = (*self.names, *self.quoted) if office else self.names
            for words in english_in(page.evaluate(READ, "main" if office else "body"), names):
                self.note(path, f"not Chinese: {words}")
        if not office and self.keep is not None:
            self.keep(path, html)

    def note(self, path, what):
        self.findings.append(f"{path}: {what}")


def matched(path):
    try:
        return resolve(urlsplit(path).path)
    except Resolver404:
        return None


def kind_of(path):
    """What kind of page an address is: the name of its view, and which query keys it carries."""
    match = matched(path)
    keys = tuple(sorted(part.split("=")[0] for part in urlsplit(path).query.split("&") if part))
    if match is None or match.view_name == "wagtail_serve":
        return (urlsplit(path).path, keys)  # each page of the tree is its own
    return (match.view_name, keys)


def is_ours(path):
    """Whether an office screen is written by us; Wagtail's own are Wagtail's."""
    match = matched(path)
    view = getattr(match.func, "view_class", match.func) if match else None
    return getattr(view, "__module__", "").split(".")[0] in APPS
