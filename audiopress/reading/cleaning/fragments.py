# ruff: noqa: PLR2004 - typographic marks are what it is about; counts are rules
"""What stands alone and says nothing: bare numbers, who said a quote, a place above the story."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import ENDS, is_sentence, is_title, words

if TYPE_CHECKING:
    from audiopress.model import Block

__all__ = ["numbers", "places", "signatures"]

_NUMBER = re.compile(r"\W*\d{1,3}\W*")
_DASH = re.compile(r"^[—–―-]{1,2}\s?\w")
_QUOTES = frozenset(("pull-quote", "repeated"))
_PLACE = re.compile(r"[A-Z][A-Z .'’-]+, [A-Z][A-Z .'’-]+")
_LINES = 2


def numbers(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Leave out items that are a number each: notes and stars; not what a sentence leads in to."""
    out = list(reasons)
    for bare, group in groupby(range(len(blocks)), key=lambda at: _is_bare(blocks[at])):
        run = list(group)
        led = run[0] > 0 and not out[run[0] - 1] and blocks[run[0] - 1].text.endswith(":")
        for at in run if bare and not led else ():
            out[at] = out[at] or "number"
    return out


def _is_bare(block: Block) -> bool:
    return block.kind == "list_item" and bool(_NUMBER.fullmatch(block.text))


def signatures(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Leave out who said a pull quote, in the lines right under it."""
    out = list(reasons)
    for at, block in enumerate(blocks):
        if block.kind != "quote" or is_title(block) or out[at] not in _QUOTES:
            continue
        for below in range(at + 1, min(len(blocks), at + 1 + _LINES)):
            if out[below] or not _is_signature(blocks[below]):
                break
            out[below] = "pull-quote"
    return out


def _is_signature(block: Block) -> bool:
    """Whether a short line, in the quote or after a dash, names somebody and says no more."""
    named = block.kind == "quote" or bool(_DASH.match(block.text))
    return named and words(block) <= 14 and not ENDS.search(block.text)


def places(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Leave out a place in capitals above the first sentence: a release is dated by it."""
    out, told = list(reasons), 0
    for at, block in enumerate(blocks):
        told += is_sentence(block) and not out[at] and not is_title(block)
        if told > 1:  # one may be the standfirst
            break
        short = block.kind == "paragraph" and words(block) <= 6
        if short and not out[at] and _PLACE.fullmatch(block.text):
            out[at] = "date-line"
    return out
