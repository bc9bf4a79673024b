"""Sentences and labels in the thick of the story, in whatever words or box."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import (
    count_words,
    is_closed,
    is_sentence,
    is_story_sentence,
    is_title,
)
from audiopress.reading.cleaning.cleaning_rule import KeepGround
from audiopress.reading.cleaning.example_blocks import ALONE, LATER, STORY, paragraph
from audiopress.reading.wording.boilerplate import points_away
from audiopress.reading.wording.finite_verbs import has_finite_verb
from audiopress.reading.wording.narration import addresses_reader
from audiopress.text.vocabulary import any_word

if TYPE_CHECKING:
    from audiopress.model import Block
    from audiopress.reading.cleaning.judged import JudgedBlocks

__all__ = [
    "LINE_BETWEEN_SENTENCES",
    "SENTENCE_IN_A_BOX",
    "SENTENCE_IN_THE_THICK",
]

_LINE_WORDS = 4
"""Words of the shortest line that may be a sentence or a question; shorter ones are labels."""

_BOX_SENTENCE_WORDS = 12
"""Words of the shortest sentence in a box that may be the story's; shorter ones are captions."""

_AT_ENDS = frozenset(("agency-credit", "citation"))
"""Reasons of notes that stand at the ends of an article; amid the text they are sentences of it."""

_PUBLISHING = any_word(
    "originally first previously version permission part partnership contributed"
)
"""Words of notes on where a text was published before, or by whom."""

_ELSEWHERE = re.compile(rf"\b{_PUBLISHING}\b")
"""A word on where a text was published before, which may be told anywhere in it."""


def closes_between_spoken(judged: JudgedBlocks, at: int) -> bool:
    """Whether a line without links stands between spoken ones and closes as a sentence does."""
    if not 0 < at < len(judged) - 1:
        return False
    block, above, below = judged[at].block, judged[at - 1], judged[at + 1]
    if not above.is_spoken or not below.is_spoken or is_title(above.block):
        return False
    if block.links or block.text[0].isdigit():
        return False
    return is_closed(block.text) and count_words(block) >= _LINE_WORDS


LINE_BETWEEN_SENTENCES = KeepGround(
    name="line-between-sentences",
    reasons=("outside-the-story",),
    holds=closes_between_spoken,
    why="Extractors pass over short sentences, such as those of a dialogue.",
    spoken=(*STORY, paragraph("“Oh no,” said the captain.", hints=ALONE), *LATER),
    left_out=(
        *STORY,
        paragraph("The captain at the wheel", "outside-the-story", hints=ALONE),
        *LATER,
    ),
)


def shares_box_with_story(judged: JudgedBlocks, at: int) -> bool:
    """Whether a sentence in a box has neighbours of the same box that the extractor chose."""
    block = judged[at].block
    if not is_sentence(block) or count_words(block) < _BOX_SENTENCE_WORDS:
        return False
    if "<aside>" in block.hints:
        return False
    near = (judged[n] for n in (at - 2, at - 1, at + 1, at + 2) if 0 <= n < len(judged))
    return any(
        one.is_spoken and is_story_sentence(one.block) and "aside" in one.block.hints
        for one in near
    )


SENTENCE_IN_A_BOX = KeepGround(
    name="sentence-in-a-box",
    reasons=("aside",),
    holds=shares_box_with_story,
    why="A box beside the story is part of it where the extractor chose sentences in it.",
    spoken=(
        *STORY,
        paragraph(
            "The towers were built by two brothers, who had never seen the sea before.",
            hints=("aside", "voted"),
        ),
        paragraph(
            "They came back for the opening, and went home on foot over the hills.",
            hints=("alone", "aside"),
        ),
        *LATER,
    ),
    left_out=(
        *STORY,
        paragraph(
            "They came back for the opening, and went home on foot over the hills.",
            "aside",
            hints=("alone", "aside"),
        ),
        *LATER,
    ),
)


def states_in_the_thick(judged: JudgedBlocks, at: int) -> bool:
    """Whether a sentence without links stands between sentences of the story on both sides.

    What only sounds like boilerplate is text there: it has a subject and a verb, and says nothing
    of the page or to its reader.
    """
    block = judged[at].block
    if points_away(block.text):
        return False
    if not _states(block) or not (_is_story_side(judged, at, -1) and _is_story_side(judged, at, 1)):
        return False
    # A citation amid the text is a sentence of it, even if it speaks of "this article".
    ends = judged[at].reason in _AT_ENDS and not _ELSEWHERE.search(block.text)
    return ends or not addresses_reader(block.text)


def _states(block: Block) -> bool:
    """Whether a paragraph is one closed sentence with a verb, without a link."""
    plain = block.kind == "paragraph" and not block.links
    return plain and count_words(block) >= _LINE_WORDS and has_finite_verb(block.text)


def _is_story_side(judged: JudgedBlocks, at: int, step: int) -> bool:
    """Whether the next two blocks on one side are spoken, and the nearer one is a sentence."""
    near, far = at + step, at + 2 * step
    if not (0 <= near < len(judged) and 0 <= far < len(judged)):
        return False
    if not judged[near].is_spoken or not judged[far].is_spoken or is_title(judged[far].block):
        return False
    block = judged[near].block
    # Files have no markup: there any sentence is the story's.
    return is_story_sentence(block) or (not block.hints and is_sentence(block))


SENTENCE_IN_THE_THICK = KeepGround(
    name="sentence-in-the-thick",
    reasons=(
        "account",
        "agency-credit",
        "app",
        "banner",
        "boilerplate",
        "call",
        "citation",
        "correction-form",
        "credit",
        "deal",
        "donation",
        "follow-us",
        "live-blog",
        "newsletter",
        "paywall",
        "published-line",
        "read-more",
        "share",
        "subscribe",
    ),
    holds=states_in_the_thick,
    why="A sentence with a verb between sentences of the story tells of something, whatever "
    "words of the page it uses.",
    spoken=(
        *STORY,
        paragraph("Some 400 towns now subscribe to the weather bulletin."),
        *LATER,
    ),
    left_out=(
        *STORY,
        paragraph("You can subscribe to the weather bulletin.", "newsletter"),
        *LATER,
    ),
)
