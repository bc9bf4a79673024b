"""An element that nobody knows goes on in its sentence, and is a block where it holds blocks."""

from __future__ import annotations

import pytest

from tests.unit.ferry_page import HEAD, PARAGRAPHS, STORY, said

SHIP = "The ship, a ferry, left the quay on Tuesday as well."

IN_A_LINE = [
    "<p>The ship, <x-popover>a ferry</x-popover>, left the quay on Tuesday as well.</p>",
    "<p><x-a>The ship</x-a>, <x-b><x-c>a</x-c> ferry</x-b>, left the quay on Tuesday as well.</p>",
    "<div>The ship, <tooltip>a ferry</tooltip>, left the quay on Tuesday as well.</div>",
    "<p>The ship, <object>a ferry</object>, left the quay on Tuesday as well.</p>",
    "<p>The ship, <data>a <b>ferry</b></data>, left the quay on <g-t>Tuesday</g-t> as well.",
    "<p>The ship, <font color=red>a <u-u>ferry</u-u></font>, left the quay on Tuesday as well.</p>",
    "<p>The ship, <svg><title>a boat</title></svg>a ferry, left the quay on Tuesday as well.</p>",
    "<p>The ship, <ins>a ferry</ins>, left <svg-icon></svg-icon>the quay on Tuesday as well.</p>",
    "<ul><li>The ship, <x-y>a ferry</x-y>, left the quay on Tuesday as well.</li></ul>",
]


@pytest.mark.parametrize("body", IN_A_LINE)
def test_it_goes_on_in_its_sentence(body: str) -> None:
    assert SHIP in said(f"<h1>{HEAD}</h1>{PARAGRAPHS}{body}{PARAGRAPHS.replace('first', 'last')}")


@pytest.mark.parametrize(
    "wrap",
    [
        "<x-body>{}</x-body>",
        "<x-page><x-body><div>{}</div></x-body></x-page>",
        "<app-root>Home {}</app-root>",
    ],
)
def test_it_is_a_block_where_it_holds_blocks(wrap: str) -> None:
    assert said(f"<h1>{HEAD}</h1>{wrap.format(PARAGRAPHS)}")[-4:] == list(STORY)


def test_by_itself_it_is_a_block() -> None:
    lines = "".join(f"<x-para>{line}</x-para>" for line in STORY)
    assert said(f"<h1>{HEAD}</h1><x-body>{lines}</x-body>") == [HEAD, *STORY]
