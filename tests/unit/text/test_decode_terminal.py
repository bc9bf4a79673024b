"""Colours of a terminal, pasted into a text."""

from __future__ import annotations

import pytest

from audiopress.text.decode import tidy
from tests.unit.reading_pages import read

COLOURED = {
    "a \x1b[31mred\x1b[0m light": "a red light",
    "a \x1b[1;38;5;196mred\x1b[m light": "a red light",
    "a \x1b]8;;https://example.org\x1b\\linked\x1b]8;;\x1b\\ light": "a linked light",
    "a \x1b]0;title\x07red light": "a red light",
    "a \x1b(Bred\x1b[K light": "a red light",
    "a \x1b[?25lred\x1b[2J light": "a red light",
    "a [31m light and \x1b": "a [31m light and",
}


@pytest.mark.parametrize("text", COLOURED)
def test_the_whole_sequence_goes(text: str) -> None:
    assert tidy(text) == COLOURED[text]


@pytest.mark.parametrize("escape", ["\x1b", "&#27;", "&#x1b;", "&#x1B;"])
def test_in_a_page_it_goes_as_a_character_and_as_a_reference(escape: str) -> None:
    line = "The light on the old machine was {} for a day, the council said on Tuesday night."
    spoken, _ = read(f"<p>{line.format(f'{escape}[31mred{escape}[0m')}</p>")
    assert line.format("red") in spoken
