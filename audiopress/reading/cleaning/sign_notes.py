"""Notes below a story that begin with a star or a dagger, as their marks in the text do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.cleaning_rule import CleaningRule
from audiopress.reading.cleaning.example_blocks import LATER, STORY, paragraph

if TYPE_CHECKING:
    from audiopress.model import Block
    from audiopress.reading.cleaning.judged import JudgedBlocks

__all__ = ["SIGN_NOTES"]

_SIGN = re.compile(r"(?P<sign>([*†‡§¶‖∗⁎])\2{0,3})\s?(?=[^\W_]|[“\"'‘(])")
"""A sign at the head of a note."""

_MARK = r"(?:(?<=[^\W\d_]{{2}})|(?<=[.,;:!?”’\")\]%]))(?<![{set}]){sign}(?![{set}\w])"
"""The same sign behind a word or a phrase; "A*" and "5*" are grades."""

_SET = "*†‡§¶‖∗⁎"
"""All signs: "**" is no "*"."""


def drop_sign_notes(judged: JudgedBlocks) -> None:
    """Leave out what begins with a sign that a text above has as a mark; a list of stars stays."""
    for at, one in enumerate(judged):
        found = _SIGN.match(one.block.text) if one.is_spoken else None
        if found is None or _is_list(judged, at, found["sign"]):
            continue
        if any(_has_mark(other.block, found["sign"]) for other in judged[:at]):
            judged.leave_out(at, "footnote")


def _is_list(judged: JudgedBlocks, at: int, sign: str) -> bool:
    """Whether a line beside begins with the same sign."""
    beside = [judged[n].block.text for n in (at - 1, at + 1) if 0 <= n < len(judged)]
    return any((found := _SIGN.match(text)) and found["sign"] == sign for text in beside)


def _has_mark(block: Block, sign: str) -> bool:
    if any(left.reason == "note-mark" and left.text.strip() == sign for left in block.left_out):
        return True
    if sign not in block.text:
        return False
    return bool(re.search(_MARK.format(set=re.escape(_SET), sign=re.escape(sign)), block.text))


SIGN_NOTES = CleaningRule(
    name="sign-notes",
    judge=drop_sign_notes,
    why="A note that begins with a star belongs to the star in the text, which nobody hears.",
    left_out=(
        *STORY,
        paragraph("The towers are the tallest* of their kind, the council said on Monday."),
        *LATER,
        paragraph("* Measured from the river bed, and without the masts.", "footnote"),
    ),
    spoken=(
        *STORY,
        paragraph("The towers are the tallest of their kind, the council said on Monday."),
        *LATER,
        paragraph("* Measured from the river bed, and without the masts."),
    ),
)
