"""Gaps are closed, nothing is lost, and no text takes long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiopress.model import Article, Block, Reading, Selector
from audiopress.reading.cleaning.prepared_blocks import prepare_blocks
from audiopress.reading.inline_parts import find_only_reason, split_inline_parts
from tests.unit.growing_texts import NASTY, grows
from tests.unit.text_blocks import block, later, read, story

PIECES = [
    "[1]",
    "[sic]",
    "\\(x^2\\)",
    "{{ a }}",
    "$",
    "[",
    "]",
    "(",
    ")",
    ".",
    ",",
    " ",
    "sea",
    "1",
]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("The sea[1], the sky.", "The sea, the sky."),
        ("The sea.[1]The sky.", "The sea. The sky."),
        ("The sea.[1].", "The sea."),
        ("The sea ([1]) is deep.", "The sea is deep."),
        ("Of, \\(x = 1\\), and more.", "Of, and more."),
        ("\\(x = 1\\), then.", "then."),
        ("(\\(x = 1\\) and more).", "(and more)."),
        ("La mer [1] !", "La mer !"),
        ("The sea [1] [2] is deep.", "The sea is deep."),
    ],
)
def test_a_gap_is_closed(text, spoken):
    assert split_inline_parts(text)[0] == spoken


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_every_letter_is_spoken_or_listed(text):
    said, left_out = split_inline_parts(text)
    listed = said + "".join(part.text for part in left_out)
    assert sorted(filter(str.isalnum, listed)) == sorted(filter(str.isalnum, text))


def test_cleaning_lists_the_parts_of_a_block_where_it_stands():
    said, left = read(
        *story(), block("The bridge[3] is \\(h^2 = 4\\) high."), block("[edit]"), *later()
    )
    assert "The bridge is high." in said
    assert left == {"[3]": "note-mark", "\\(h^2 = 4\\)": "formula", "[edit]": "note-mark"}


def test_sic_is_a_setting():
    said, _left = read(*story(), block("They was [sic] there on Monday."), *later(), sic=True)
    assert "They was [sic] there on Monday." in said


def test_the_selector_stays_the_page_s_own():
    text = "The bridge[3] was closed on Monday."
    here = Selector(exact=text)
    page = Article(
        uri="a.html",
        title="The bridge",
        blocks=(Block(kind="paragraph", text=text, selector=here),),
    )
    [found] = prepare_blocks(page, Reading())
    assert found.text == "The bridge was closed on Monday."
    assert found.selector == here


KINDS = [
    "[", "[1", "[1]", "[1] ", "[a ", "(", "(A", "(Aa, 2019; ", "\\(", "\\[", "$", "$a", "$$ ", "{{",
    "{{a", "{%", "<%", "<?", "<!--", "\\begin{a}", "^", "x^2 ", "a^", "[[", "[[a|", "[b]", "[a=",
    "[a b=", "[/b]", "“", '"', "\\frac{", "{#", "*|", "%%a", "A. ", "[latex]", "de ", "[1],",
]  # fmt: skip


@pytest.mark.parametrize("kind", [*NASTY, *KINDS])
def test_no_text_makes_the_search_slow(kind):
    def search(text: str) -> None:
        split_inline_parts(text)
        find_only_reason(text)

    assert not (grows(search, kind) and grows(search, kind))
