"""Headings with the number of a section, "3.1 Requirements", typed as lines of text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from audiopress.reading.cleaning.block_features import count_words
from audiopress.reading.cleaning.cleaning_rule import KeepGround
from audiopress.reading.cleaning.example_blocks import ALONE, LATER, STORY, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.model import Block
    from audiopress.reading.cleaning.judged import JudgedBlocks

__all__ = ["NUMBERED_SECTION", "is_numbered"]

_Number: TypeAlias = tuple[int, ...]
"""The number of a section, part by part."""

_SECTION = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,4})\.?\s+[^\W\d_]")
"""A dotted number before a word; one figure alone is a rank, or a quantity."""

_CHAPTER = re.compile(r"(\d{1,2})\.?\s+[^\W\d_]")
"""The number of what has sections: "3. Crossing"."""

_HEADING_WORDS = 16
"""Words of the longest heading; more with a dotted number is a paragraph of a statute."""


def _find_section_number(block: Block) -> _Number:
    """Return the number that a block begins with as sections do, or nothing.

    A word in small letters behind it makes it a quantity: "3.5 miles".
    """
    found = _SECTION.match(block.text)
    if found is None or block.links or count_words(block) > _HEADING_WORDS:
        return ()
    return () if block.text[found.end() - 1].islower() else _part(found[1])


def _part(number: str) -> _Number:
    return tuple(map(int, number.split(".")))


def heads_section(judged: JudgedBlocks, at: int) -> bool:
    """Whether a line that is no heading has the number of a section, as others have."""
    return judged[at].block.kind == "paragraph" and is_numbered(judged, at)


def is_numbered(judged: JudgedBlocks, at: int) -> bool:
    """Whether a block has the number of a section, and one that goes before or behind is there."""
    number = _find_section_number(judged[at].block)
    if not number:
        return False
    *above, last = number
    before = {(*above, last - 1), tuple(above) if last == 1 else ()}
    after = {(*above, last + 1), (*number, 1)}
    return bool(
        before & _list_numbers(judged[n].block for n in range(at))
        or after & _list_numbers(judged[n].block for n in range(at + 1, len(judged)))
    )


def _list_numbers(blocks: Iterable[Block]) -> set[_Number]:
    """Return the numbers of sections, and those of headings that sections stand under."""
    found: set[_Number] = set()
    for block in blocks:
        chapter = _CHAPTER.match(block.text) if block.kind == "heading" else None
        found.add(_part(chapter[1]) if chapter else _find_section_number(block))
    return found - {()}


NUMBERED_SECTION = KeepGround(
    name="numbered-section",
    reasons=("outside-the-story",),
    holds=heads_section,
    why="Manuals number their sections, and a line with the next number is the next heading.",
    spoken=(
        *STORY,
        paragraph("3.1 Towers", hints=ALONE),
        LATER[0],
        paragraph("3.2 Cables", hints=ALONE),
        *LATER[1:],
    ),
    left_out=(
        *STORY,
        paragraph("3.1 Towers", "outside-the-story", hints=ALONE),
        *LATER,
    ),
)
