"""What a block is like: the counts and shapes that the rules of cleaning ask for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.text.comparison import make_comparable
from audiopress.text.sentence_ends import CLOSING_MARKS, ENDING_MARKS
from audiopress.text.vocabulary import any_word

if TYPE_CHECKING:
    from audiopress.model import Block

__all__ = [
    "LINKED",
    "asks_to_press",
    "count_words",
    "goes_on_past_box",
    "is_alone",
    "is_closed",
    "is_link",
    "is_sentence",
    "is_standfirst",
    "is_story_sentence",
    "is_title",
    "is_voted",
    "make_comparable",
]

LINKED = 0.8
"""Share of a text that is linked from which all of it counts as a link: an icon or a full stop
beside the link is not linked itself."""

_SENTENCE_WORDS = 8
"""Words of the shortest sentence; shorter lines that end in a full stop are mostly labels."""

_SENTENCE_LINKED = 0.5
"""Share of a sentence that may be linked: sentences of stories link to their sources."""

_CLOSING = re.compile(f"[{ENDING_MARKS}:;：；][{CLOSING_MARKS}]*$")
"""The end of "He left.", "he left.”", "as follows:"; not of "Read more" and "Read more »"."""

_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
"""Letters of scripts that put no spaces between words: kana, Han, Thai."""

_LETTERS_A_WORD = 3
"""Letters of such a script that count as a word: words of two to four are the most frequent."""

_PRESSED_WORDS = any_word("""
    shop buy click check view get see order download watch visit price sale deal now here more
    subscribe listen read via follow sign join app
""")
"""Words on buttons of shops and sites."""

_BUTTON = re.compile(
    rf"\b{_PRESSED_WORDS}\b"
    r"|[$€£¥%@→»]"  # a price, a discount, an address, an arrow
    r"|https?:"
    r"|\w\.\w{2,}",  # the name of a shop's site
    re.IGNORECASE,
)
"""What asks to be pressed: "Buy it for $20", "ropes.example"; a link that only names a thing
("Northern Rope Works Model Nine") has none of it."""


def count_words(block: Block) -> int:
    """Return the number of words of a block; three letters of a script without spaces are one."""
    # Blocks are tidied when they are read: one space parts two words.
    return block.text.count(" ") + 1 + len(_UNSPACED.findall(block.text)) // _LETTERS_A_WORD


def is_closed(text: str) -> bool:
    """Whether a text ends as a sentence does, or leads on with a colon."""
    return bool(_CLOSING.search(text))


def is_title(block: Block) -> bool:
    """Whether a block stands in the headline's place."""
    return block.kind == "heading" and block.level == 1


def is_link(block: Block) -> bool:
    """Whether a block is a link and hardly anything else."""
    return block.links >= LINKED


def is_sentence(block: Block) -> bool:
    """Whether a block is long enough, closed as a sentence is, and not mostly a link."""
    long = count_words(block) >= _SENTENCE_WORDS
    return long and block.links < _SENTENCE_LINKED and is_closed(block.text)


def is_standfirst(block: Block) -> bool:
    """Whether a sentence introduces the story from within the page's head."""
    return {"standfirst", "<header>"} <= set(block.hints) and is_sentence(block)


def is_voted(block: Block) -> bool:
    """Whether the extractor of main content took a block of a page for part of the story."""
    return "voted" in block.hints


def is_alone(block: Block) -> bool:
    """Whether the extractor left a block of a page out; files know neither."""
    return "alone" in block.hints


def is_story_sentence(block: Block) -> bool:
    """Whether a block is a sentence that the extractor took for part of the story."""
    return block.selector is not None and is_voted(block) and is_sentence(block)


def goes_on_past_box(block: Block) -> bool:
    """Whether a block is the story's, however short, behind the element of the heading above it."""
    closed = is_closed(block.text) and block.links < _SENTENCE_LINKED
    return closed and is_voted(block) and "past-box" in block.hints


def asks_to_press(text: str) -> bool:
    """Whether a link says what pressing it does, or what is to be had: it is a button."""
    return bool(_BUTTON.search(text))
