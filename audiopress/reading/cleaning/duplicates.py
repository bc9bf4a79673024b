"""What a page says twice: its headline, pull quotes, captions, words of a post just quoted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import is_title, letters

if TYPE_CHECKING:
    from audiopress.model import Block

__all__ = ["repetition"]

_LABEL = 40
_SHORT = 25
_LABELS = 2
_SHINGLE = 6
_NEAR = 4
_QUOTED = 0.5
_COPIES = 8
_PLANNED = 5
_RATES = 3


@dataclass(slots=True)
class _Said:
    """What is known while the blocks are gone through: their letters, and what was kept."""

    keys: list[str]
    title: str
    captions: frozenset[str]
    copied: bool
    seen: set[str] = field(default_factory=set)


def repetition(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Say nothing twice: the headline, the standfirst, a pull quote, a caption."""
    head = next((at for at, block in enumerate(blocks) if is_title(block)), -1)
    keys = [letters(block.text) for block in blocks]
    captions = (key for key, reason in zip(keys, reasons, strict=True) if reason == "caption")
    counts = _counts(blocks, keys)
    copied = sum(counts.values()) > _COPIES and not _is_plan(counts)
    said = _Said(keys, keys[head] if head >= 0 else "", frozenset(captions), copied)
    out = list(reasons)
    for at, block in enumerate(blocks):
        if out[at] or at == head or (_is_plan(counts) and "voted" in block.hints):
            continue
        out[at] = _said_before(blocks, at, said, out)
        if not out[at] and (copied or block.kind != "list_item"):  # lists may count up headings
            said.seen.add(keys[at])
    return out


def _counts(blocks: list[Block], keys: list[str]) -> dict[str, int]:
    """Return how often each long line that is said again is said."""
    lines = (
        key
        for block, key in zip(blocks, keys, strict=True)
        if "voted" in block.hints and block.kind == "paragraph" and len(key) > _SHORT
    )
    return {key: count for key, count in Counter(lines).items() if count > 1}


def _is_plan(counts: dict[str, int]) -> bool:
    """Whether a page repeats itself on purpose, as a plan for a week does.

    Lines of a plan come back at different rates; a page that holds its text twice has one rate.
    """
    often = [count for count in counts.values() if count > _LABELS]
    return len(often) >= _PLANNED and len(set(often)) >= _RATES


def _said_before(blocks: list[Block], at: int, said: _Said, out: list[str]) -> str:
    """Return why a block is said already, or nothing."""
    block, key = blocks[at], said.keys[at]
    if key == said.title:
        return "duplicate-headline"
    if at and key.startswith(said.keys[at - 1] + "by") and len(said.keys[at - 1]) > _SHORT:
        return "byline"
    if key in said.captions and "voted" not in block.hints:
        return "caption"
    if block.kind == "quote":
        return _quoted(blocks, at, said, out)
    again = key in said.seen and len(key) > _SHORT and (said.copied or block.kind != "list_item")
    label = len(key) < _LABEL and said.keys.count(key) > _LABELS and _is_label(block)
    whole = block.kind == "paragraph" and len(key) > _LABEL and _pulled(key, at, said.keys, out)
    return "repeated" if again or label or whole else ""


def _quoted(blocks: list[Block], at: int, said: _Said, out: list[str]) -> str:
    """Return why a quote is said already: as a whole, in the text, or as a post in parts."""
    key = said.keys[at]
    if len(key) <= _SHORT:
        return ""
    if _pulled(key, at, said.keys, out):
        return "pull-quote"
    posted = "embed" in blocks[at].hints and _just_quoted(blocks, at, out)
    return "repeated" if posted or key in said.seen else ""


def _is_label(block: Block) -> bool:
    return block.kind == "paragraph" and not block.text.endswith((":", "?"))


def _pulled(key: str, at: int, keys: list[str], reasons: list[str]) -> bool:
    """Whether the text itself says the quote too."""
    return any(
        key in other and number != at and not reasons[number] for number, other in enumerate(keys)
    )


def _just_quoted(blocks: list[Block], at: int, reasons: list[str]) -> bool:
    """Whether the paragraphs around an embedded post say half of its words themselves."""
    post = _shingles(blocks[at].text)
    around: set[str] = set()
    for number in (*range(at - _NEAR, at), *range(at + 1, at + _NEAR + 1)):
        if 0 <= number < len(blocks) and not reasons[number]:
            around |= _shingles(blocks[number].text)
    return bool(post) and len(post & around) >= _QUOTED * len(post)


def _shingles(text: str) -> set[str]:
    parts = [letters(word) for word in text.split()]
    return {" ".join(parts[at : at + _SHINGLE]) for at in range(max(0, len(parts) - _SHINGLE + 1))}
