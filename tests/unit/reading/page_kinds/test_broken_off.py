"""Where a page breaks off its source tells, and a whole one is never taken for it."""

from __future__ import annotations

import pytest

from audiopress.reading.page_kinds.broken_off import breaks_off

PAGE = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A bridge</title>'
    "<script>var partners = 182;</script></head><body>"
    '<div class="cookies"><p>We use cookies.</p></div><nav><a href="/a" class="item">News</a></nav>'
    "<main><h1>A bridge</h1><p>The bridge will close on Monday.</p></main></body></html>"
)


@pytest.mark.parametrize(
    "last",
    ['charset="ut', "var part", "We use", 'class="it', "<nav", "will close", "on Monday.</p", "</"],
)
def test_a_page_that_was_cut_breaks_off(last: str) -> None:
    before, found, _ = PAGE.partition(last)
    assert found
    assert breaks_off(before + found)


@pytest.mark.parametrize(
    "end",
    [
        "<!-- the",
        '<a href="/b',
        "<script>var a='</div>'",
        "<p>See <img\n src='a",
        "<p",
        "<p><i>a </i",
    ],
)
def test_a_page_that_ends_in_a_tag_a_program_or_a_remark_breaks_off(end: str) -> None:
    assert breaks_off("<html><body><p>The bridge will close.</p>" + end)


@pytest.mark.parametrize(
    "page",
    [
        PAGE,
        PAGE + "\n<!-- cached at noon -->",
        PAGE.replace("</body></html>", ""),
        PAGE.replace("</main></body></html>", "</main>\n"),
        PAGE.replace("</div>", ""),
        "<html><body><p>The bridge will close.",
        "<p>A piece that was pasted <b>here",
        "<!doctype html><title>A bridge</title><p>It will close, and 3 < 4.",
        "<html><body><div align=center><p>The bridge will close, and the mill with it",
        "<html><body><div class=poem><p>The bridge will close.",
        "<html><body><div class=poem>The bridge<br>and the mill</p>",
        "<html><body><script>var a='<div>', b='<nav>'</script><p>The bridge will close",
        "<html><body><!-- <div class=old> <main> --><p>The bridge will close",
        "<html><body><style>/* <header> */</style><p>The bridge will close",
        "<html><body><p>It will close if a <b",
        "<html><body><p>It will close if a <b and c",
        "<html><body><p>It will close if it is 3 <",
        "<html><body><p>It will close if x<y",
        "<html><body><p>It will close if a<b",
    ],
)
def test_a_whole_page_and_a_piece_of_one_do_not(page: str) -> None:
    assert not breaks_off(page)
