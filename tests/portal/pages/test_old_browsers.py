"""A Chromium of five years ago, as in an old WeChat: every rule and name that came later is taken out, and the pages still
read and apply.

The browser here is new, so the stylesheets are rewritten on their way to it: what came after Chromium 95 (October 2021) is
stripped as that browser would have dropped it.
"""

import re

import pytest

from portal.pages.stylesheets import CSS_DIR, bundle

SCRIPTS = sorted((CSS_DIR.parent / "js").glob("*.js"))
# Names that came after Chromium 95.
LATER_NAMES = re.compile(
    r"structuredClone|Object\.groupBy|\.(?:findLast\w*|toSorted|toReversed|toSpliced|with)\(|Promise\.(?:withResolvers|try)"
    r"|AbortSignal\.(?:any|timeout)|\.isWellFormed|URL\.canParse|\.checkVisibility|navigation\.navigate|\.inert\b"
)
# Declarations that it does not know go alone, rules and blocks whole.
LATER_DECLARATIONS = re.compile(
    r"(?:^|(?<=[{;]))(?:text-wrap|container(?:-\w+)?|scrollbar-gutter|field-sizing|interpolate-size|view-transition-name)"
    r"\s*:[^;}]*;?|(?:^|(?<=[{;]))[\w-]+:[^;{}]*(?:light-dark\(|color-mix\(|oklch\(|\d[sdl]v[hw])[^;}]*;?"
)
LATER_BLOCKS = ("@container", "@layer", "@scope", "@starting-style", "@supports selector(")
OLD_ONLY = "@supports not (container-type"


def blocks(css):
    """(prelude, body, where it ends) of each block of the first level."""
    depth, start, opened = 0, 0, 0
    for place, char in enumerate(css):
        if char == "{":
            if not depth:
                opened = place
            depth += 1
        elif char == "}":
            depth -= 1
            if not depth:
                yield css[start:opened].strip(), css[opened + 1 : place]
                start = place + 1


def as_read_by_an_old_one(css):
    """The rules that a Chromium of October 2021 keeps of a stylesheet."""
    kept = []
    for prelude, body in blocks(css):
        if prelude.startswith(OLD_ONLY):
            kept.append(as_read_by_an_old_one(body))
        elif prelude.startswith(LATER_BLOCKS) or re.search(r":has\(|:popover-open|@media[^{]*[<>]", prelude):
            continue
        elif "{" in body and not prelude.startswith("@"):
            # A nested rule is an error there, and takes the rest of its parent's declarations with it.
            kept.append(f"{prelude}{{{body[: body.index('{')].rpartition(';')[0]}}}")
        elif prelude.startswith(("@media", "@supports")):
            kept.append(f"{prelude}{{{as_read_by_an_old_one(body)}}}")
        else:
            kept.append(f"{prelude}{{{LATER_DECLARATIONS.sub('', body)}}}")
    return "\n".join(kept)


def test_what_an_old_one_reads():
    css = (
        ".a{color:red;&.b{color:blue}}@container (min-width:1px){.c{d:e}}.f{color:light-dark(a,b);text-wrap:balance;g:h}"
        "@supports not (container-type:inline-size){@media (min-width:1px){.i{j:k}}}.l:has(.m){n:o}"
    )
    assert as_read_by_an_old_one(css) == (
        ".a{color:red}\n.f{g:h}\n@media (min-width:1px){.i{j:k}}"
    )  # fmt: skip


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_use_no_later_name(script):
    assert not LATER_NAMES.findall(script.read_text())


@pytest.mark.parametrize("name", ["site.css", "desk.css"])
def test_colours_stand_without_what_came_later(name):
    old = as_read_by_an_old_one(bundle(name))
    assert len(old) > 0.8 * len(bundle(name))


PAGES = ("home", "home_zh", "news_index_zh", "story_zh", "call_zh-hans", "programme_en")


@pytest.mark.browser
@pytest.mark.parametrize("width", [375, 1280])
def test_pages_read_and_lead_on(demo_site, new_page, axe, width):
    page = new_page(width=width)

    def old(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=as_read_by_an_old_one(answer.text()))

    def without_later_attributes(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=re.sub(r'\spopover(target)?(="[^"]*")?', "", answer.text()))

    page.route(
        "**/*",
        lambda route: (
            without_later_attributes(route) if route.request.resource_type == "document" else route.fallback()
        ),
    )
    page.route("**/*.css", old)
    for name in PAGES:
        address = demo_site["pages"][name]
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        axe(page)
        links = page.locator("nav a:visible")
        assert links.count() >= 3, address
