"""No page costs cleaning more than its length."""

from __future__ import annotations

import pytest

from tests.unit.growing_texts import NASTY, calls_grow, grows
from tests.unit.text_blocks import block, heading, later, read, story


def _among(text: str) -> object:
    """Clean a page on which a text opens a section, stands amid the story and ends it."""
    said, linked = block(text), block(text, links=0.5, hints=("alone",))
    head, quote = heading("How ropes age"), block(text, "quote")
    return read(*story(), head, said, quote, linked, *later(), linked, said)


@pytest.mark.parametrize("kind", [*NASTY, "At A", "At Aaaa "])
def test_a_page_is_cleaned_in_time_that_grows_with_a_paragraph(kind: str) -> None:
    assert not (grows(_among, kind) and grows(_among, kind))


def test_a_page_of_links_is_cleaned_in_time_that_grows_with_it() -> None:
    def links(text: str) -> object:
        linked = block("Ropes of the north", links=1.0, hints=("leads-out",))
        return read(*story(), *[linked] * (len(text) // 40), *later())

    assert not (grows(links, "a") and grows(links, "a"))


def test_capitals_after_at_are_no_riddle() -> None:
    """Every split of a run of capitals was tried: 400 of them took longer than a minute."""
    _among("At " + "A" * 400 + " b")


def test_a_page_of_quotes_is_cleaned_in_time_that_grows_with_it() -> None:
    """Each was looked for in each other one."""
    line = "The rope with the number {} came back to the harbour on Friday, the keeper said."

    def quotes(count: int) -> object:
        said = (block(line.format(number), "quote") for number in range(count))
        return read(*story(), *said, *later())

    assert not calls_grow(quotes)
