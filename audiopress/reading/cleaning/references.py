"""The sources below an article: what stands under "References" or "Notes" in its second half."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import count_words, is_sentence
from audiopress.reading.cleaning.cleaning_rule import CleaningRule
from audiopress.reading.cleaning.example_blocks import LATER, STORY, heading, item
from audiopress.reading.wording.source_headings import ORDINARY_HEADING, SOURCE_HEADING

if TYPE_CHECKING:
    from audiopress.model import Block
    from audiopress.reading.cleaning.judged import JudgedBlocks

__all__ = ["REFERENCES"]

_HEADING_WORDS = 3
"""Words of the longest line that heads sources without being marked up as a heading."""

_SOURCES_LOOKED_AT = 3
"""Blocks below such a heading that must look like sources."""

_SOURCE_WORDS = 60
"""Words above which a block is a paragraph and no source."""

_CITED = re.compile(
    r"\b(?:19|20)\d\d\b|https?://|www\.|↩|\bdoi\b|\bet al\b|\bpp?\. ?\d|\b[Ii]bid\b|\bop\. ?cit\b"
)
"""What a source has and a sentence of the story seldom: a year, an address, "et al"."""


def drop_references(judged: JudgedBlocks) -> None:
    """Leave out what stands under "References" in the second half, to the next such heading."""
    under, level = False, 0
    for at, one in enumerate(judged):
        block = one.block
        # Many pages type "Notes" as a paragraph; in the first half that is a heading of the story.
        heads = block.kind == "heading" or count_words(block) <= _HEADING_WORDS
        if heads and at * 2 > len(judged) and SOURCE_HEADING.search(block.text):
            under, level = _lists_sources(judged, at), block.level
        elif _ends_section(block, level) or _goes_on_telling(block):
            under = False
        if under:
            judged.leave_out(at, "references")


def _lists_sources(judged: JudgedBlocks, at: int) -> bool:
    """Whether what follows looks like a list of sources: short lines, links, figures of years."""
    below = judged[at + 1 : at + 1 + _SOURCES_LOOKED_AT]
    near = [one for one in below if one.block.kind != "heading"]
    sources = [one for one in near if _is_source(one.block)]
    # what is left out already says nothing of the rest: tags, menus
    others = [one for one in near if one.is_spoken and not _is_source(one.block)]
    # an item is a source for its heading alone, and an ordinary word heads other lists as well
    if ORDINARY_HEADING.search(judged[at].block.text):
        sources = [one for one in sources if _is_cited(one.block)]
    return bool(sources) and not others


def _is_source(block: Block) -> bool:
    marked = block.kind == "list_item" or _is_cited(block)
    return marked and count_words(block) < _SOURCE_WORDS


def _is_cited(block: Block) -> bool:
    """Whether a block leads to something that is written elsewhere, or says when it was."""
    return block.links > 0 or bool(_CITED.search(block.text))


def _ends_section(block: Block, level: int) -> bool:
    """Whether a heading is of the same rank as that of the sources, or higher."""
    # A line typed as a paragraph has no rank: any heading ends its section.
    return block.kind == "heading" and block.level <= (level or block.level)


def _goes_on_telling(block: Block) -> bool:
    """Whether a paragraph below the sources goes on with the story."""
    return block.kind == "paragraph" and not _is_cited(block) and is_sentence(block)


REFERENCES = CleaningRule(
    name="references",
    judge=drop_references,
    why="Nobody follows a list of sources by ear.",
    left_out=(
        *STORY,
        *LATER,
        heading("References", "references"),
        item("Report 1 on bridges, 2024.", "references", links=0.3),
        item("Report 2 on bridges, 2024.", "references", links=0.3),
        heading("What comes next"),
        item("The railings are painted in green, and the museum gets the oldest of the cables."),
    ),
    spoken=(
        *STORY,
        heading("Note"),
        item("Hang up the oldest of the cables before you paint the railings."),
        item("Open the towers only while no ferry is at the quay."),
        heading("Sources"),
        *LATER,
    ),
)
