"""Words of embedded posts that the story quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import count_words, is_sentence, is_story_sentence
from audiopress.reading.cleaning.cleaning_rule import KeepGround
from audiopress.reading.cleaning.example_blocks import LATER, STORY, paragraph, quote
from audiopress.text.vocabulary import any_word

if TYPE_CHECKING:
    from audiopress.reading.cleaning.judged import JudgedBlocks

__all__ = ["INTRODUCED_POST"]

_POSTED = any_word(r"""
    [Tt]weet\w* Twitter posted explained announced wrote (?:an?|the)\s(?:update|statement)
    (?:post|shared|video|photo)\son X Instagram Facebook Telegram Bluesky Threads TikTok Reddit
    [Ss]ocial\smedia
""")
"""Words for a post, for where it was posted, and for posting it."""

_INTRODUCES = re.compile(rf":\W*$|\b{_POSTED}\b")
"""How a sentence leads in to a post: by a colon at its end, or by a word for it anywhere."""

_SIGNED = re.compile(r"^\W{0,3}[—–-]\s?\S.*\(?@\w+\)?|^\W*(?:https?://|pic\.)\S+$")
"""A line of an embedded post that says nothing: "— Town Hall (@town) May 3", a bare address."""

_QUOTE_WORDS = 4
"""Words of the shortest post that a story quotes; shorter ones are names and dates."""

_POST_WORDS = 8
"""Words of the shortest that it quotes without a word for it, below a sentence: a whole one."""

_HALF_LINKED = 0.5
"""Share of a line that is linked from which it leads away, whatever it says."""


def is_introduced_post(judged: JudgedBlocks, at: int) -> bool:
    """Whether words of an embedded post follow what introduces them."""
    block = judged[at].block
    if block.kind != "quote" or block.links >= _HALF_LINKED or count_words(block) < _QUOTE_WORDS:
        return False
    return at > 0 and _is_introduced(judged, at) and not _SIGNED.search(block.text)


def _is_introduced(judged: JudgedBlocks, at: int) -> bool:
    """Whether the block above is spoken and of the same post, leads in to it, or is a sentence."""
    above = judged[at - 1].block
    if not judged[at - 1].is_spoken:
        return False
    if "embed" in above.hints or _INTRODUCES.search(above.text):
        return True
    # Without such a word only a whole post of one paragraph is taken (decision 0103).
    long = count_words(judged[at].block) >= _POST_WORDS
    return long and is_story_sentence(above) and _is_signed_below(judged, at)


def _is_signed_below(judged: JudgedBlocks, at: int) -> bool:
    """Whether a post is one paragraph, signed in the next line, and the story goes on below."""
    if at + 2 >= len(judged) or not _SIGNED.search(judged[at + 1].block.text):
        return False
    return judged[at + 2].is_spoken and is_sentence(judged[at + 2].block)


_POST = ("alone", "embed")
"""Hints of words in an embedded post."""


INTRODUCED_POST = KeepGround(
    name="introduced-post",
    reasons=("embedded-post",),
    holds=is_introduced_post,
    why="Words of an embedded post are quoted by the story where it leads in to them.",
    spoken=(
        *STORY,
        paragraph("The mayor posted her thanks:"),
        quote("We are so proud of everyone who worked on this.", hints=_POST),
        *LATER,
    ),
    left_out=(
        *STORY,
        quote("We are so proud of everyone who worked on this.", "embedded-post", hints=_POST),
        *LATER,
    ),
)
