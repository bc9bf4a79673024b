# ruff: noqa: E501, PLR2004 - a pattern is read whole; counts are rules, said in place
"""What a box of the page offers: boxes that their elements call so, and what a button stands under."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import LINKED, is_sentence, is_title, words
from audiopress.reading.wording.narration import is_narration

if TYPE_CHECKING:
    from audiopress.model import Block

__all__ = ["among_links", "buttons", "listed", "wares"]

_FEW = 0.2
_PRESSED = frozenset(("call", "read-more", "subscribe", "newsletter", "paywall", "app"))
_LISTS = frozenset(("app", "call", "newsletter", "paywall", "promotion", "subscribe"))
_LED = frozenset(("call", "link", "read-more", "related", "subscribe"))
_BID = re.compile(
    r"^\W*(?:get|grab|learn|find out|discover|explore|try|take|start|join|save|make|turn|transform|unlock|download|see|let|enjoy|"
    r"browse|shop|build|create|master|become|boost|grow|upgrade|plan|book|claim|access|receive|experience)\b",
    re.IGNORECASE,
)
_READER = re.compile(r"\b(?:you|your|my|our|us|free|here)\b", re.IGNORECASE)


def wares(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Leave out what stands in a box for offers, unless much of the story stands in such boxes."""
    out = list(reasons)
    story = [at for at, block in enumerate(blocks) if not out[at] and "voted" in block.hints]
    size = sum(words(blocks[at]) for at in story)
    boxed = sum(words(blocks[at]) for at in story if "offer" in blocks[at].hints)
    if boxed > _FEW * size:
        return out
    for at, block in enumerate(blocks):
        if "offer" in block.hints and not is_title(block):
            out[at] = out[at] or "promotion"
    return out


def among_links(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Leave out an item that is nearly all link between items that are left out."""
    out = list(reasons)
    for at in range(1, len(blocks) - 1):
        near = (at - 1, at + 1)
        items = all(blocks[n].kind == "list_item" for n in (*near, at))
        linked = blocks[at].links >= 0.6 and not is_sentence(blocks[at])
        if items and linked and all(reasons[n] in _LED for n in near):
            out[at] = out[at] or "link"
        if _leads_away(blocks[at]) and _leads_away(blocks[at + 1]) and reasons[at + 1] in _LED:
            out[at] = out[at] or "link"
    return out


def _leads_away(block: Block) -> bool:
    """Whether a paragraph is a link to another page of the site and nothing else."""
    return block.kind == "paragraph" and block.links >= 0.95 and "leads-out" not in block.hints


def buttons(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Leave out lines that bid the reader do what the button right below them does."""
    out = list(reasons)
    for at, block in enumerate(blocks):
        pressed = out[at] in _PRESSED and block.links >= LINKED and words(block) <= 8
        above = at - 1
        while pressed and above > 0 and not out[above] and _bids(blocks[above]):
            out[above] = "call"
            above -= 1
    return out


def _bids(block: Block) -> bool:
    """Whether a line that leads nowhere itself calls on the reader."""
    plain = block.kind in ("paragraph", "heading") and not is_title(block)
    if not plain or words(block) > 40 or not _READER.search(block.text):
        return False
    return bool(_BID.match(block.text)) and not is_narration(block.text)


def listed(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Give a call that ends in a colon the list of what it promises."""
    out = list(reasons)
    for at, block in enumerate(blocks):
        if out[at] not in _LISTS or not block.text.endswith(":"):
            continue
        for below in range(at + 1, len(blocks)):
            item = blocks[below]
            if item.kind != "list_item" or (is_sentence(item) and words(item) > 25):
                break
            out[below] = out[below] or out[at]
    return out
