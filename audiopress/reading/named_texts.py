"""Lines that a person names by their words, under ``[reading] keep`` and ``drop``.

A selector names an element of a page; Word, PDF and Markdown have none, and a line of them can be
named all the same: ``keep = ["text:Sign up with the harbour master."]``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.text.comparison import make_comparable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audiopress.model import Block, Reading
    from audiopress.reading.cleaning.judged import JudgedBlocks

__all__ = ["TEXT", "is_named_text", "keep_named", "list_selectors", "mark_named"]

TEXT = "text:"
"""What stands before a line that is named by its words; no selector begins so."""

_KEPT = "kept-by-text"
"""The hint of a block that is spoken whatever stands around it: somebody has looked at it."""


def is_named_text(entry: str) -> bool:
    """Whether an entry of ``keep`` or ``drop`` names a line by its words."""
    return entry.startswith(TEXT) and bool(make_comparable(entry.removeprefix(TEXT)))


def list_selectors(entries: Iterable[str]) -> tuple[str, ...]:
    """Return the entries that are selectors."""
    return tuple(entry for entry in entries if not entry.startswith(TEXT))


def mark_named(blocks: Sequence[Block], reading: Reading) -> list[Block]:
    """Return blocks, those that are named by their words with the hints of ``keep`` or ``drop``."""
    kept, dropped = _list_texts(reading.keep), _list_texts(reading.drop)
    if not (kept or dropped):
        return list(blocks)
    return [_mark(block, kept, dropped) for block in blocks]


def keep_named(judged: JudgedBlocks) -> None:
    """Have what is named by its words spoken, whatever the rules have made of its neighbours."""
    for at, one in enumerate(judged):
        if _KEPT in one.block.hints:
            judged.keep(at)


def _list_texts(entries: Iterable[str]) -> frozenset[str]:
    return frozenset(
        make_comparable(entry.removeprefix(TEXT)) for entry in entries if is_named_text(entry)
    )


def _mark(block: Block, kept: frozenset[str], dropped: frozenset[str]) -> Block:
    text = make_comparable(block.text)
    hints = {"keep", _KEPT} if text in kept else {"drop"} if text in dropped else set()
    return replace(block, hints=tuple(sorted({*block.hints, *hints}))) if hints else block
