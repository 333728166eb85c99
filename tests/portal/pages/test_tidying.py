"""What a paste leaves behind in running text, and that clean text stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.pages.tidying import tidy

WIDE, HARD = "\u3000", "\u00a0"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"<p>{WIDE}{WIDE}正文</p>", "<p>正文</p>"),
        (f"<p>one{HARD}{HARD} two</p>", "<p>one two</p>"),
        ("<p>one&nbsp;two</p>", "<p>one two</p>"),
        ("<p>a\u200bb\ufeff</p>", "<p>ab</p>"),
        (f"<p>a</p><p>{HARD}</p><p><br/></p><p></p><p>b</p>", "<p>a</p><p>b</p>"),
        ("<p>a<b> </b>b<i></i></p>", "<p>a b</p>"),
        ("<p><br/>a<br/>b<br/></p>", "<p>a<br/>b</p>"),
        (f"<p>·{HARD}{HARD} One</p><p>·{HARD} Two</p><p>End</p>", "<ul><li>One</li><li>Two</li></ul><p>End</p>"),
        (f"<p>1.{HARD}{HARD} One</p><p>2.{HARD}{HARD} Two</p>", "<ol><li>One</li><li>Two</li></ol>"),
        ("<p>• a</p><h2>H</h2><p>• b</p>", "<ul><li>a</li></ul><h2>H</h2><ul><li>b</li></ul>"),
        (f"<p>• b</p><p>1){HARD}{HARD}c</p>", "<ul><li>b</li></ul><ol><li>c</li></ol>"),
        ('<p data-block-key="k">·  x</p>', '<ul><li data-block-key="k">x</li></ul>'),
    ],
)  # fmt: skip
def test_what_a_paste_leaves_behind_goes(before, after):
    assert tidy(before) == after


@pytest.mark.parametrize(
    "text",
    [
        '<p data-block-key="a">One <b>two</b> <a href="https://x.example/a-b">three</a>.</p>',
        '<ul><li data-block-key="b">x</li></ul>',
        "<p>1. Januar</p>",
        "<p>3·5 mm and 2 · 3</p>",
        "<p>-5 degrees</p>",
        "<p>第一，先分型；第二，后用药。</p>",
        "",
    ],
)
def test_clean_text_stays_as_it_is(text):
    assert tidy(text) == text


@given(st.lists(st.text(alphabet="ab·1. \u00a0\u3000\u200b汉", max_size=12), max_size=5))
def test_tidy_text_is_tidy_and_loses_no_letter(paragraphs):
    html = "".join(f"<p>{text}</p>" for text in paragraphs)
    once = tidy(html)
    assert tidy(once) == once
    letters = [char for text in paragraphs for char in text if char in "ab汉"]
    assert [char for char in once.replace("<ul>", "").replace("</ul>", "") if char in "ab汉"] == letters
