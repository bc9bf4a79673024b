"""What of an article is not spoken, each block with its reason."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.model import LeftOut
from audiopress.text.dates import is_dateline
from audiopress.text.furniture import sure
from audiopress.text.plain import read_byline

if TYPE_CHECKING:
    from audiopress.model import Article, Block, Reading

__all__ = ["clean"]

_LETTERS = re.compile(r"\W+")


def clean(article: Article, reading: Reading) -> tuple[Article, tuple[LeftOut, ...]]:
    """Return the article without what a newsreader would skip, and what that was and why.

    The first block that repeats the title stays: it is the headline's place in the page.
    """
    kept: list[Block] = []
    out: list[LeftOut] = []
    seen: set[str] = set()
    title = _letters(article.title)
    named = False
    under: str | None = None
    last = _last_sentence(article.blocks)
    for number, block in enumerate(article.blocks):
        key = _letters(block.text)
        if key == title and not named:
            named = True
            kept.append(replace(block, kind="heading", level=1))
            continue
        reason = _reason(block, article, reading, after=number > last)
        if not reason and key == title:
            reason = "duplicate-headline"
        if not reason and key in seen and len(key) > 20:  # noqa: PLR2004 - "Yes." may come twice
            reason = "repeated"
        if block.kind == "heading":
            under = reason
        elif len(block.text.split()) > 30:  # noqa: PLR2004 - a box has short texts
            under = None
        reason = reason or under
        if reason:
            out.append(LeftOut(text=block.text, reason=reason))
        else:
            seen.add(key)
            kept.append(block)
    kept, loose = _without_loose_headings(kept)
    out.extend(loose)
    return replace(article, blocks=tuple(kept)), tuple(out)


def _letters(text: str) -> str:
    return _LETTERS.sub("", text.casefold())


def _reason(block: Block, article: Article, reading: Reading, *, after: bool) -> str | None:
    if "keep" in block.hints:
        return None
    if "drop" in block.hints:
        return "dropped-by-config"
    if not re.search(r"\w", block.text):
        return "no-words"
    if block.kind == "caption" or "caption" in block.hints:
        return None if reading.captions else "caption"
    if block.kind == "table":
        return None if reading.tables else "table"
    return sure(block.text) or _by_place(block, article, after=after)


def _by_place(block: Block, article: Article, *, after: bool) -> str | None:
    if is_dateline(block.text):
        return "date-line"
    words = len(block.text.split())
    if read_byline(block.text):
        return "byline"
    if article.byline and _letters(block.text) in (
        _letters(article.byline), "by" + _letters(article.byline)
    ):  # fmt: skip
        return "byline"
    if "before-title" in block.hints:
        return "before-headline"
    for hint in ("newsletter", "share", "advert", "comments", "player"):
        if hint in block.hints and words < 30:  # noqa: PLR2004
            return hint
    if "byline" in block.hints and words < 12:  # noqa: PLR2004
        return "byline"
    if block.links > 0.8 and words < 25 and (after or words > 3):  # noqa: PLR2004
        return "link"
    return None


def _last_sentence(blocks: tuple[Block, ...]) -> int:
    for number in range(len(blocks) - 1, -1, -1):
        block = blocks[number]
        if block.links < 0.5 and len(block.text) > 80 and re.search(r"[.!?”\"’']$", block.text):  # noqa: PLR2004
            return number
    return len(blocks)


def _without_loose_headings(kept: list[Block]) -> tuple[list[Block], list[LeftOut]]:
    """A heading with nothing under it stood over something that was left out."""
    out: list[LeftOut] = []
    while len(kept) > 1 and kept[-1].kind == "heading" and kept[-1].level != 1:
        out.append(LeftOut(text=kept.pop().text, reason="heading-of-nothing"))
    return kept, out[::-1]
