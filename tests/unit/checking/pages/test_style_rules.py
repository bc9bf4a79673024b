"""A style that hides what a page has to say."""

from __future__ import annotations

import pytest

from audiopress.checking.pages.style_rules import find_hiding_fault
from audiopress.publish.pages.render import read_stylesheet


def test_our_own_hides_nothing() -> None:
    assert find_hiding_fault(read_stylesheet()) == ""


@pytest.mark.parametrize(
    "rule",
    [
        ".disclosure,.ai,.colophon{font-size:0}",
        ".label .ai { opacity: 0 !important; }",
        "@media (max-width: 40rem) { p.disclosure { display : none } }",
        "footer { max-height: 0; overflow: hidden }",
        ".ai { position: absolute; left: -9999px }",
        "main > .transcript { clip-path: inset(100%) }",
        "span { color: transparent }",
        ".colophon { transform: scale(0) }",
    ],
)
def test_what_hides_a_notice_is_named(rule: str) -> None:
    assert "hides" in find_hiding_fault(read_stylesheet() + rule.encode())


@pytest.mark.parametrize(
    "rule",
    [
        ".ai { opacity: .9; font-size: .8rem }",
        ".menu { display: none }",
        "/* .ai { display: none } */",
        "@media print { .ai, audio { display: none } }",
        ".about { line-height: 1.2; margin-left: -2px }",
    ],
)
def test_what_does_not_is_let_be(rule: str) -> None:
    assert find_hiding_fault(rule.encode()) == ""
