"""What readers wrote below the story: told by their box, for the story stands outside of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import is_story_sentence
from audiopress.reading.cleaning.cleaning_rule import CleaningRule
from audiopress.reading.cleaning.example_blocks import STORY, paragraph

if TYPE_CHECKING:
    from audiopress.model import Block
    from audiopress.reading.cleaning.judged import JudgedBlocks

__all__ = ["COMMENT_BOXES"]

_STORY_SENTENCES = 3
"""Sentences of the story above a box of comments, at the least: the section of a paper for opinions
is called "comment" too, and then all of the story lies in it."""


def drop_comments(judged: JudgedBlocks) -> None:
    """Leave out a box of comments below the story, whatever extractors chose in it."""
    first = next((at for at, one in enumerate(judged) if _is_comment(one.block)), None)
    if first is None:
        return
    above = [at for at in judged.numbers_spoken(end=first) if is_story_sentence(judged[at].block)]
    if len(above) < _STORY_SENTENCES:
        return
    for at in judged.numbers_spoken(first):
        if _is_comment(judged[at].block) and "keep" not in judged[at].block.hints:
            judged.leave_out(at, "comments")


def _is_comment(block: Block) -> bool:
    return "comments" in block.hints


COMMENT_BOXES = CleaningRule(
    name="comment-boxes",
    judge=drop_comments,
    why="What readers wrote below the story stands in a box that is named so, and is long.",
    left_out=(
        *STORY,
        paragraph(
            "I crossed it on Friday, and my dog was afraid of the gulls that sit on it.",
            "comments",
            hints=("comments", "voted"),
        ),
    ),
    spoken=(
        paragraph(
            "The towers were built by two brothers, who had never seen the sea before.",
            hints=("comments", "voted"),
        ),
        *STORY,
    ),
)
