"""What a block is like: the counts and shapes that the rules of cleaning ask for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audiopress.model import Block

__all__ = ["ENDS", "LINKED", "asks_to_press", "is_sentence", "is_title", "letters", "told", "words"]

ENDS = re.compile(r"[.!?…:;。！？][\"”’')\]»]*$")
LINKED = 0.8
_LETTERS = re.compile(r"\W+")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_SENTENCE_WORDS = 8
_SENTENCE_LINKED = 0.5

_BUTTON = re.compile(
    r"\b(?:shop|buy|click|check|view|get|see|order|download|watch|visit|price|sale|deal|now|here|more|subscribe|listen|read|"
    r"via|follow|sign|join|app)\b|[$€£¥%@→»]|https?:|\w\.\w{2,}",
    re.IGNORECASE,
)
"""What a link to another site says that asks to be pressed; any other names what it tells of."""


def letters(text: str) -> str:
    """Return the letters and figures of ``text`` in one case: what two blocks are compared by."""
    return _LETTERS.sub("", text.casefold())


def words(block: Block) -> int:
    """Words; three letters of a script without spaces count as one."""
    return block.text.count(" ") + 1 + len(_UNSPACED.findall(block.text)) // 3


def is_title(block: Block) -> bool:
    """Whether a block stands in the headline's place."""
    return block.kind == "heading" and block.level == 1


def is_sentence(block: Block) -> bool:
    """Whether a block is long enough, closed as a sentence is, and not mostly a link."""
    closed = bool(ENDS.search(block.text))
    return words(block) >= _SENTENCE_WORDS and block.links < _SENTENCE_LINKED and closed


def told(block: Block) -> bool:
    """Whether the extractor of a page took a sentence for part of the story."""
    return block.selector is not None and "voted" in block.hints and is_sentence(block)


def asks_to_press(text: str) -> bool:
    """Whether a link says what pressing it does, or what is to be had: it is a button."""
    return bool(_BUTTON.search(text))
