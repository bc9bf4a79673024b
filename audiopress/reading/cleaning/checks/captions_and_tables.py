"""Captions and tables, which are spoken where ``[reading]`` in audiopress.toml says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import (
    count_words,
    is_sentence,
    is_standfirst,
    is_voted,
)
from audiopress.reading.cleaning.cleaning_rule import BlockCheck
from audiopress.reading.cleaning.example_blocks import caption, cell, paragraph
from audiopress.reading.wording.boilerplate import judge_wording

if TYPE_CHECKING:
    from audiopress.model import Article, Block, Reading
    from audiopress.reading.cleaning.cleaning_rule import Verdict
    from audiopress.reading.reasons import Reason

__all__ = ["CAPTIONS", "TABLES"]

_IN_CAPTIONS: frozenset[Reason] = frozenset(("advert", "newsletter", "skip-link"))
"""Reasons of what pages put into figures that is no caption: it is named for what it is."""

_CAPTION_WORDS = 60
"""Words from which a text in a box that is called a caption is a paragraph beside a picture."""

_CHOSEN_CAPTION_WORDS = 18
"""Words of the shortest sentence there that is the story's, if the extractor chose it."""

_TYPED_ROW = re.compile(r"\|[^|]+(?:\|[^|]*){4,}")
"""A row of a table typed with bars between at least four cells; nobody parts words in a sentence
like that, and two or three cells may be a title and its site."""


def _judge_caption(block: Block, _article: Article, reading: Reading) -> Verdict:
    if not _is_caption(block):
        return None
    other = judge_wording(block.text, block.links)
    if other in _IN_CAPTIONS:
        return other
    return "" if reading.captions else "caption"


def _is_caption(block: Block) -> bool:
    """Whether a block is a caption by its element, or lies in a box that is called one."""
    if block.kind == "caption":
        return True
    # What a box is called is a weaker sign than an element: a long text in one is the story's.
    if {"caption", "pictured"}.isdisjoint(block.hints) or count_words(block) >= _CAPTION_WORDS:
        return False
    long = count_words(block) >= _CHOSEN_CAPTION_WORDS
    return not ((long and is_voted(block) and is_sentence(block)) or is_standfirst(block))


CAPTIONS = BlockCheck(
    name="captions",
    judge=_judge_caption,
    why="Without its picture a caption has no meaning; [reading] captions has them spoken.",
    left_out=(caption("The towers at dawn, seen from the quay", "caption"),),
    spoken=(
        paragraph(
            "The towers are the oldest of their kind in the north, and they were built by men "
            "who had never seen the sea.",
            hints=("caption", "voted"),
        ),
    ),
)


def _judge_table(block: Block, _article: Article, reading: Reading) -> Verdict:
    if block.kind != "table" and not _TYPED_ROW.match(block.text):
        return None
    return "" if reading.tables else "table"


TABLES = BlockCheck(
    name="tables",
    judge=_judge_table,
    why="Nobody follows a table of figures by ear; [reading] tables has them spoken.",
    left_out=(
        cell("Height of the towers", "table"),
        paragraph("| Rope | Length | Strands | Price | Maker |", "table"),
    ),
    spoken=(paragraph("Ropes | knots"),),
)
