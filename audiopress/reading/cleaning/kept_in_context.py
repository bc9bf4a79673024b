"""What was judged alone and is spoken for what stands around it: lines in the thick of the story.

A line may sound like a call to the reader, or be no sentence, and still be the story's: a question
that an answer follows, a name that a list tells of. `GROUNDS` lists every ground to keep a block;
each is in `audiopress.reading.cleaning.keep_grounds`, with the reasons that it speaks against.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import (
    count_words,
    is_story_sentence,
    make_comparable,
)
from audiopress.reading.cleaning.cleaning_rule import CleaningRule
from audiopress.reading.cleaning.example_blocks import ALONE, LATER, STORY, paragraph
from audiopress.reading.cleaning.keep_grounds.entries import ENTRY_AFTER_ENTRIES
from audiopress.reading.cleaning.keep_grounds.headings import (
    CALLING_HEADING,
    HEADING_LINE,
    LEAD_OF_A_LIST,
)
from audiopress.reading.cleaning.keep_grounds.led_lists import ITEM_OF_LED_LIST
from audiopress.reading.cleaning.keep_grounds.names import FIELD_AMONG_FIELDS, LINKED_NAME
from audiopress.reading.cleaning.keep_grounds.posts import INTRODUCED_POST
from audiopress.reading.cleaning.keep_grounds.sections import NUMBERED_SECTION
from audiopress.reading.cleaning.keep_grounds.sentences import (
    LINE_BETWEEN_SENTENCES,
    SENTENCE_IN_A_BOX,
    SENTENCE_IN_THE_THICK,
)

if TYPE_CHECKING:
    from audiopress.reading.cleaning.cleaning_rule import KeepGround
    from audiopress.reading.cleaning.judged import JudgedBlocks

__all__ = ["GROUNDS", "KEPT_IN_CONTEXT"]

_SUBHEADS = 4
"""Different short lines that stand like headings, from which they are taken for headings: one or
two may be labels of pictures."""

_SUBHEAD_WORDS = 10
"""Words of the longest such line."""

_LEFT_OUT_BELOW = 4
"""Blocks left out (a picture, a button) that may stand between it and the sentence it heads."""

_LOWER_RANK = 3
"""Rank from which a heading is that of a thing, over which a test has its award."""

GROUNDS: tuple[KeepGround, ...] = (
    INTRODUCED_POST,
    HEADING_LINE,
    NUMBERED_SECTION,
    LEAD_OF_A_LIST,
    ITEM_OF_LED_LIST,
    CALLING_HEADING,
    LINE_BETWEEN_SENTENCES,
    SENTENCE_IN_A_BOX,
    SENTENCE_IN_THE_THICK,
    LINKED_NAME,
    FIELD_AMONG_FIELDS,
    ENTRY_AFTER_ENTRIES,
)
"""Every ground to keep a block. One that holds is enough, so their order does not matter."""


def keep_in_context(judged: JudgedBlocks) -> None:
    """Have what stands between parts of the story, and reads like one, spoken."""
    # Pages that draw their headings as plain lines have several of them; one may be a label.
    lines = [at for at in range(len(judged)) if _is_subhead(judged, at)]
    if len({make_comparable(judged[at].block.text) for at in lines}) >= _SUBHEADS:
        for at in lines:
            judged.keep(at)
    # In reading order and at once: what was kept above is spoken for the line below it.
    for at, one in enumerate(judged):
        against = (ground for ground in GROUNDS if one.reason in ground.reasons)
        if any(ground.holds(judged, at) for ground in against):
            judged.keep(at)


def _is_subhead(judged: JudgedBlocks, at: int) -> bool:
    """Whether a short line stands above a sentence of the story, as a heading does.

    Or above a lower heading, as the award that the thing below was given.
    """
    block = judged[at].block
    if judged[at].reason != "outside-the-story" or block.links or not 0 < at < len(judged) - 1:
        return False
    if count_words(block) > _SUBHEAD_WORDS or not block.text[:1].isalpha():
        return False
    # A price or a share is what a shop's label says, over a thing to buy.
    if re.search(r"[%$€£¥]", block.text):
        return False
    # The first that is spoken decides; pictures and buttons between are left out by now.
    near = judged.numbers_spoken(at + 1, min(len(judged), at + 2 + _LEFT_OUT_BELOW))
    below = judged[near[0]].block if near else None
    return below is not None and (is_story_sentence(below) or below.level >= _LOWER_RANK)


KEPT_IN_CONTEXT = CleaningRule(
    name="kept-in-context",
    judge=keep_in_context,
    why="A block judged alone may sound like boilerplate of the page and be the story's.",
    keeps=True,
    spoken=(
        *STORY,
        paragraph("The towers", hints=ALONE),
        LATER[0],
        paragraph("The cables", hints=ALONE),
        LATER[1],
        paragraph("The railings", hints=ALONE),
        LATER[2],
        paragraph("The road", hints=ALONE),
        LATER[3],
    ),
    left_out=(
        *STORY,
        paragraph("The towers", "outside-the-story", hints=ALONE),
        *LATER,
    ),
)
