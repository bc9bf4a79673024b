"""A block that says nothing but what a newsreader passes over within a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.reading.cleaning.cleaning_rule import BlockCheck
from audiopress.reading.cleaning.example_blocks import paragraph
from audiopress.reading.inline_parts import find_only_reason

if TYPE_CHECKING:
    from audiopress.model import Article, Block, Reading
    from audiopress.reading.cleaning.cleaning_rule import Verdict

__all__ = ["INLINE_PARTS"]


def _judge_parts(block: Block, _article: Article, reading: Reading) -> Verdict:
    return find_only_reason(block.text, sic=reading.sic) or None


INLINE_PARTS = BlockCheck(
    name="inline-parts",
    judge=_judge_parts,
    why="Formulas, note marks and code of templates are passed over in a sentence and alone.",
    left_out=(
        paragraph(r"\[ h = \frac{s}{2} \]", "formula"),
        paragraph("[citation needed]", "note-mark"),
        paragraph("{% include 'towers.html' %}", "template-code"),
    ),
    spoken=(
        paragraph("[The mayor] opened it."),
        paragraph("{The towers}"),
    ),
)
