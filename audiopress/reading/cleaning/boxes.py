# ruff: noqa: PLR2004 - typographic marks are what it is about; counts are rules, said in place
"""Boxes in the middle of a story: a heading or line that owns what stands under it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import (
    ENDS,
    LINKED,
    is_sentence,
    is_title,
    letters,
    told,
    words,
)
from audiopress.reading.wording.invitations import heads_story_list, names_sponsor

if TYPE_CHECKING:
    from audiopress.model import Block

__all__ = ["BOX_WORDS", "announced", "boxes", "cards", "sponsors", "unchosen"]

BOX_WORDS = 30
_OPENERS = frozenset(
    ("advert", "aside", "call", "donation", "follow-us", "newsletter", "outside-the-story",
     "player", "presenter-slot", "read-more", "related", "share", "subscribe", "topics", "account",
     "link", "paywall", "app", "correction-form", "comments", "skip-link", "contents", "citation",
     "navigation", "before-headline", "dropped-by-config", "no-words", "banner"),
)  # fmt: skip
_APPEALS = frozenset(("share", "newsletter", "donation", "subscribe", "follow-us"))
_OWNED = 5
_TITLE_WORDS = 5


def boxes(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Give a box what stands under its heading, until a long paragraph."""
    out = list(reasons)
    under = ""
    chosen = any("voted" in block.hints for block in blocks)
    for at, block in enumerate(blocks):
        if block.kind == "heading" or heads_story_list(block.text):
            under = out[at] if out[at] in _OPENERS and not is_title(block) else ""
            if under in _APPEALS:
                _own(blocks, out, at)
        elif out[at] in _APPEALS and "alone" not in block.hints:
            _own_list(blocks, out, at)
        elif words(block) > BOX_WORDS or (not out[at] and _is_told(block, chosen=chosen)):
            under = ""
        elif under and not out[at]:
            out[at] = under
    return out


def _is_told(block: Block, *, chosen: bool) -> bool:
    """Whether a sentence is the story's: chosen on a page, any that is closed in a plain text."""
    return told(block) if chosen else bool(ENDS.search(block.text))


def _own(blocks: list[Block], out: list[str], at: int) -> None:
    """Give an appeal its section, if that is short and another heading or nothing follows."""
    end = next((n for n in range(at + 1, len(blocks)) if blocks[n].kind == "heading"), len(blocks))
    if end - at - 1 <= _OWNED and 2 * at > len(blocks):
        out[at + 1 : end] = [reason or out[at] for reason in out[at + 1 : end]]


def _own_list(blocks: list[Block], out: list[str], at: int) -> None:
    """Give an appeal the list of reasons that follows it directly."""
    for number in range(at + 1, len(blocks)):
        if blocks[number].kind != "list_item":
            break
        out[number] = out[number] or out[at]


def sponsors(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Give a line that names who paid its section below, or the unchosen lines above it."""
    out = list(reasons)
    for at, block in enumerate(blocks):
        if not names_sponsor(block.text):
            continue
        out[at] = out[at] or "advert"
        if block.kind == "heading":
            _own_section(blocks, out, at)
        elif at and blocks[at - 1].kind == "heading" and not is_title(blocks[at - 1]):
            out[at - 1] = out[at - 1] or "advert"
            _own_section(blocks, out, at)
        else:
            _own_above(blocks, out, at)
    return out


def _own_section(blocks: list[Block], out: list[str], at: int, reason: str = "advert") -> None:
    for number in range(at + 1, min(len(blocks), at + 1 + _OWNED)):
        if blocks[number].kind == "heading":
            break
        out[number] = out[number] or reason


def _own_above(blocks: list[Block], out: list[str], at: int) -> None:
    for number in range(at - 1, max(-1, at - 9), -1):
        if "alone" not in blocks[number].hints or is_title(blocks[number]):
            break
        out[number] = out[number] or "advert"


def announced(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Leave out a card under a line that announces it by its title, such as a film's."""
    out = list(reasons)
    for at in range(1, len(blocks)):
        title, line = letters(blocks[at].text), letters(blocks[at - 1].text)
        said = blocks[at].kind == "heading" and not is_title(blocks[at])
        if not said or out[at - 1] not in ("read-more", "player") or not line.endswith(title):
            continue
        out[at] = out[at] or out[at - 1]
        below = blocks[at + 1] if at + 1 < len(blocks) else blocks[at]
        if below.kind == "paragraph" and words(below) <= BOX_WORDS:
            out[at + 1] = out[at + 1] or out[at - 1]
    return out


def cards(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Leave out other stories as cards: a linked title, a date or a label, and a paragraph.

    Three in a row are a list of stories; a single one follows a line such as "Related".
    """
    out = list(reasons)
    row: list[list[int]] = []
    for at in range(len(blocks)):
        if not _is_linked(blocks[at]) or (row and at <= row[-1][-1]):
            continue
        card = _card(blocks, out, at)
        if _is_offered(blocks, out, at):
            _own_section(blocks, out, at, reason=out[at - 1])
            out[at] = out[at] or out[at - 1]
        if _is_single(blocks, out, at, card):
            _drop(out, [card])
        if row and _gap(blocks, out, row[-1][-1], at):
            _drop_row(blocks, out, row)
            row = []
        if len(card) > 1:
            row.append(card)
    _drop_row(blocks, out, row)
    return out


def _is_linked(block: Block) -> bool:
    return block.links >= LINKED and not re.match(r"\W*\d+[.):]", block.text)


def _card(blocks: list[Block], out: list[str], at: int) -> list[int]:
    """Return the title, what was left out behind it, and one paragraph."""
    card = [at]
    for number in range(at + 1, min(len(blocks), at + 6)):
        card.append(number)
        if not out[number] and blocks[number].kind != "heading":
            return card if _is_teaser(blocks[number]) else [at]
        if not out[number] and blocks[number].links < LINKED:
            return [at]
    return [at]


def _is_teaser(block: Block) -> bool:
    return block.kind == "paragraph" and is_sentence(block)


def _gap(blocks: list[Block], out: list[str], end: int, at: int) -> bool:
    """Whether anything that is spoken stands between two cards."""
    return any(not out[n] and not _is_linked(blocks[n]) for n in range(end + 1, at))


def _is_single(blocks: list[Block], out: list[str], at: int, card: list[int]) -> bool:
    """Whether a card stands between a line that opens a box and something left out."""
    last = card[-1]
    return (
        at > 0
        and out[at - 1] in ("read-more", "related")
        and len(card) == 2
        and words(blocks[at]) >= 4
        and words(blocks[last]) <= BOX_WORDS
        and (last + 1 == len(blocks) or bool(out[last + 1]))
    )


def _is_offered(blocks: list[Block], out: list[str], at: int) -> bool:
    """Whether a linked heading stands right under an appeal: what it heads is what is offered."""
    return at > 0 and blocks[at].kind == "heading" and out[at - 1] in ("call", "promotion")


def _drop_row(blocks: list[Block], out: list[str], row: list[list[int]]) -> None:
    dated = sum(any(out[n] == "date-line" for n in card) for card in row)
    lines = {
        letters(blocks[card[0]].text)
        for card in row
        if blocks[card[0]].kind in ("table", "paragraph") and words(blocks[card[0]]) >= 4
    }
    if len(row) >= 3 and 2 * max(dated, len(lines)) > len(row):
        _drop(out, row)


def _drop(out: list[str], row: list[list[int]]) -> None:
    for card in row:
        for number in range(card[0], card[-1] + 1):
            out[number] = out[number] or "related"


def unchosen(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Leave out a heading that nobody chose over one paragraph that nobody chose: a box."""
    out = list(reasons)
    for at, block in enumerate(blocks):
        if out[at] or block.kind != "heading" or "alone" not in block.hints or is_title(block):
            continue
        end = next((n for n in range(at + 1, len(blocks)) if _is_border(blocks[n])), len(blocks))
        kept = [n for n in range(at + 1, end) if not out[n]]
        amid = end < len(blocks) and "voted" in blocks[end].hints
        titled = words(block) >= _TITLE_WORDS and not block.text.endswith("?")
        if amid and titled and len(kept) == 1 and is_sentence(blocks[kept[0]]):
            out[at] = out[kept[0]] = "outside-the-story"
    return out


def _is_border(block: Block) -> bool:
    return block.kind == "heading" or "voted" in block.hints
