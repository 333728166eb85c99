import re

import pytest

from portal.pages import stylesheets


@pytest.mark.parametrize("name", stylesheets.BUNDLES)
def test_the_committed_bundle_is_what_the_parts_give(name):
    assert (stylesheets.CSS_DIR / name).read_text() == stylesheets.bundle(name)


def test_every_part_is_in_a_bundle():
    parts = {path.stem for path in (stylesheets.CSS_DIR / "parts").glob("*.css")}
    assert parts == {part for bundle in stylesheets.BUNDLES.values() for part in bundle}


def test_the_first_load_fits_the_first_round_trip():
    import brotli

    assert len(brotli.compress((stylesheets.CSS_DIR / "site.css").read_bytes())) < 14 * 1024


def test_squeezing_drops_comments_and_keeps_strings():
    css = '/* why */\n.a > b { content: "/ x"; color: red; }\n'
    assert stylesheets.squeeze(css) == '.a > b{content:"/ x";color:red}'


@pytest.mark.parametrize("name", stylesheets.BUNDLES)
def test_nothing_that_chromium_96_drops_whole(name):
    css = stylesheets.bundle(name)
    assert "@layer" not in css
    assert "light-dark(" not in css
    assert ":has(" not in css
    assert not re.search(r"@media[^{]*[<>]", css), "range syntax needs Chromium 104"
    # A list of selectors is dropped whole if one of them is unknown: :popover-open stands under @supports
    # only.
    before = css.split("@supports selector(:popover-open)")[0]
    assert ":popover-open" not in before


@pytest.mark.parametrize("name", stylesheets.BUNDLES)
def test_every_used_name_is_defined(name):
    css = stylesheets.bundle(name)
    if name == "desk.css":
        css = stylesheets.bundle("site.css") + css
    used = set(re.findall(r"var\((--[\w-]+)[,)]", css))
    defined = set(re.findall(r"(--[\w-]+):", css))
    assert {key for key in used - defined if not key.startswith("--w-")} <= {"--leading", "--sans"}
