"""Lines that head what follows, marked up as they may be: questions, ranks, leads of lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import count_words, is_sentence, is_story_sentence
from audiopress.reading.cleaning.cleaning_rule import KeepGround
from audiopress.reading.cleaning.example_blocks import ALONE, LATER, STORY, heading, item, paragraph
from audiopress.text.vocabulary import any_word

if TYPE_CHECKING:
    from audiopress.model import Block
    from audiopress.reading.cleaning.judged import JudgedBlocks

__all__ = ["CALLING_HEADING", "HEADING_LINE", "LEAD_OF_A_LIST"]

_RANK = re.compile(r"(?:^|\s)#\s?\d{1,3}\b|^\W*\d{1,3}[.):]\s|\bno\. ?\d{1,3}\b", re.IGNORECASE)
"""A place in a ranking: "#3", "3. Northern ferries", "no. 3"."""

_AWARD = re.compile(
    r"^(?:our |the )?(?:overall )?"
    r"(?:best|most|top pick|runner[- ]up|also great|budget|upgrade)\b",
    re.IGNORECASE,
)
"""What a test gives the thing whose heading follows: "Our top pick", "Best for sailors"."""

_AWARD_WORDS = 5
"""Words of the longest award."""

_QUESTION = re.compile(r"[?？](?: [a-z]+(?:_[a-z]+)+| [+×−–-])?$")
"""The end of a question, perhaps with the name or sign of the icon that opens its answer."""

_LINE_WORDS = 4
"""Words of the shortest line that may be a sentence or a question; shorter ones are labels."""

_RANKED_WORDS = 3
"""Words of the shortest line with a rank and a name."""

_RANKED_BELOW = 2
"""Blocks below a rank among which the sentence on it stands: there may be a picture above it."""

_HALF_LINKED = 0.5
"""Share of a line that is linked from which it leads away, whatever it says."""

_LED_TO = any_word("are as by for includ(?:es?|ing) of such that to which with")
"""Words that a sentence breaks off at before the list in which it goes on."""

_GOES_ON = re.compile(rf"[a-z,] {_LED_TO}$")
"""The end of a line whose sentence goes on in a list: "The ropes are laid such that"."""


def heads_what_follows(judged: JudgedBlocks, at: int) -> bool:
    """Whether a line heads what follows: a question, a rank in a list, an award in a test."""
    block = judged[at].block
    if block.kind not in ("paragraph", "heading") or at + 1 >= len(judged):
        return False
    below, size = judged[at + 1], count_words(block)
    if not block.links and size >= _LINE_WORDS and _QUESTION.search(block.text):
        # An answer is text: a question over a heading has none.
        return below.is_spoken and below.block.kind != "heading"
    if not block.links and size <= _AWARD_WORDS and _AWARD.search(block.text):
        # In a test the award stands above the name of the thing; elsewhere it is a label.
        return below.is_spoken and below.block.kind == "heading"
    return _is_rank(block) and _is_sentence_below(judged, at)


def _is_rank(block: Block) -> bool:
    named = count_words(block) >= _RANKED_WORDS and block.links < _HALF_LINKED
    return named and bool(_RANK.search(block.text))


def _is_sentence_below(judged: JudgedBlocks, at: int) -> bool:
    """Whether the first that is spoken of the next two blocks is a sentence of the story."""
    near = judged.numbers_spoken(at + 1, min(len(judged), at + 1 + _RANKED_BELOW))
    return bool(near) and is_story_sentence(judged[near[0]].block)


HEADING_LINE = KeepGround(
    name="heading-line",
    reasons=("outside-the-story",),
    holds=heads_what_follows,
    why="A question over its answer, or a rank over what is ranked, is a heading by its place.",
    spoken=(*STORY, paragraph("3. Northern ferries", hints=ALONE), *LATER),
    left_out=(
        *STORY,
        paragraph("Northern ferries", "outside-the-story", hints=ALONE),
        *LATER,
    ),
)


def leads_list(judged: JudgedBlocks, at: int) -> bool:
    """Whether a line ends in a colon, or goes on, and a list of the story follows."""
    block = judged[at].block
    if not (block.text.endswith(":") or _GOES_ON.search(block.text)):
        return False
    if block.links >= _HALF_LINKED or at + 1 >= len(judged) or not judged[at + 1].is_spoken:
        return False
    below = judged[at + 1].block
    return below.kind == "list_item" and below.links < _HALF_LINKED


LEAD_OF_A_LIST = KeepGround(
    name="lead-of-a-list",
    reasons=("outside-the-story", "call", "read-more"),
    holds=leads_list,
    why="A line that a list of the story follows belongs to the list.",
    spoken=(
        *STORY,
        paragraph("Needed:", hints=ALONE),
        item("A good pair of shoes"),
        item("A bottle of water"),
        *LATER,
    ),
    left_out=(
        *STORY,
        paragraph("Needed:", "outside-the-story", hints=ALONE),
        *LATER,
    ),
)


def calls_over_sentence(judged: JudgedBlocks, at: int) -> bool:
    """Whether a heading stands right above a sentence of the story, and more of them follow."""
    if judged[at].block.kind != "heading" or at + 1 >= len(judged):
        return False
    if not judged[at + 1].is_spoken or not _is_of_story(judged, at + 1):
        return False
    # One sentence alone below a call is what the publisher says of it.
    later = judged.numbers_spoken(at + 1)
    return sum(_is_of_story(judged, number) for number in later) > 1


def _is_of_story(judged: JudgedBlocks, at: int) -> bool:
    """Whether a block is a sentence of the story: any, in a text made by hand."""
    block = judged[at].block
    return is_story_sentence(block) or (not judged.has_votes and is_sentence(block))


CALLING_HEADING = KeepGround(
    name="calling-heading",
    reasons=("call",),
    holds=calls_over_sentence,
    why="Advice has headings that call on the reader, and sentences below them.",
    spoken=(*STORY, heading("Contact your council"), *LATER),
    left_out=(
        *STORY,
        *LATER,
        heading("Contact our council", "call"),
        paragraph("Ask for Jo at the gate.", "call"),
    ),
)
