# ruff: noqa: E501, PLR2004 - a pattern is read whole; counts are rules, said in place
"""What was judged alone and stays for what stands around it: lines amid the story."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain, groupby, islice
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import (
    ENDS,
    asks_to_press,
    is_sentence,
    is_title,
    letters,
    told,
    words,
)
from audiopress.reading.wording.finite_verbs import has_finite_verb
from audiopress.reading.wording.narration import addresses_reader

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiopress.model import Block

__all__ = ["amid", "believed", "prose_tables"]

_RANKED = re.compile(r"(?:^|\s)#\s?\d{1,3}\b|^\W*\d{1,3}[.):]\s|\bno\. ?\d{1,3}\b", re.IGNORECASE)
_AWARD = re.compile(
    r"^(?:(?:our |the )?(?:overall )?(?:best|most|top pick|runner[- ]up|also great|budget|upgrade)\b)",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"[?？](?: [a-z]+(?:_[a-z]+)+| [+×−–-])?$")
_POST = re.compile(r"^\W{0,3}[—–-]\s?\S.*\(?@\w+\)?|^\W*(?:https?://|pic\.)\S+$")
_LEADS_IN = re.compile(
    r":\W*$|\b(?:[Tt]weet\w*|Twitter|posted|explained|announced|wrote|(?:an?|the) (?:update|statement)|(?:post|shared|video|photo) on|X|Instagram|Facebook|"
    r"Telegram|Bluesky|Threads|TikTok|Reddit|[Ss]ocial media)\b",
)
_AT_ENDS = frozenset(("agency-credit", "citation"))
_ELSEWHERE = re.compile(
    r"\b(?:originally|first|previously|version|permission|part|partnership|contributed)\b"
)
_THICK = (
    "account", "app", "banner", "boilerplate", "correction-form", "credit",
    "deal", "donation", "follow-us", "live-blog", "newsletter", "paywall", "published-line", "share",
    "subscribe",
)  # fmt: skip
_GOES_ON = re.compile(r"[a-z,] (?:are|as|by|for|includ(?:es?|ing)|of|such|that|to|which|with)$")
_FIELD = re.compile(r"[^\W\d_][\w'’ -]{1,30}: \S")
_SITE = re.compile(
    r"facebook|flipboard|linkedin|messenger|pinterest|reddit|twitter|whatsapp|x", re.IGNORECASE
)
_CLAUSE = 4
_FEW = 3
_POSTED = 8
_LABELS = 4
_BETWEEN = 6
_RANK = 2
_CELL = 7
_SHARE = 0.4


def believed(blocks: list[Block]) -> list[Block]:
    """Do not believe that the story begins at a headline that most of it stands before."""
    before = [at for at, block in enumerate(blocks) if "before-title" in block.hints]
    chosen = sum(words(block) for block in blocks if told(block))
    early = sum(words(blocks[at]) for at in before if is_sentence(blocks[at]))
    if not before or early <= chosen or early < 100:
        return blocks
    return [
        replace(block, hints=tuple(hint for hint in block.hints if hint != "before-title"))
        for block in blocks
    ]


def prose_tables(blocks: list[Block]) -> list[Block]:
    """Read a table of sentences as a list: it only arranges them.

    Its first short cells name the columns and stay what they are.
    """
    out = list(blocks)
    for is_table, group in groupby(range(len(blocks)), key=lambda at: blocks[at].kind == "table"):
        cells = list(group)
        if not is_table or len(cells) < 2 or not _is_prose([blocks[at] for at in cells]):
            continue
        named = next((n for n, at in enumerate(cells) if not _names(blocks[at])), 0)
        for at in cells[named if named > 1 else 0 :]:
            out[at] = replace(blocks[at], kind="list_item", hints=_voted(blocks[at].hints))
    return out


def _is_prose(cells: list[Block]) -> bool:
    size = sum(words(cell) for cell in cells) / len(cells)
    chosen = sum("voted" in cell.hints or is_sentence(cell) for cell in cells) / len(cells)
    return size >= _CELL and chosen >= _SHARE and sum(cell.links for cell in cells) < 1


def _names(cell: Block) -> bool:
    return words(cell) <= 3 and not re.search(r"\d", cell.text) and not ENDS.search(cell.text)


def _voted(hints: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({*hints, "voted"} - {"alone"}))


def amid(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Keep what stands between parts of the story and reads like one."""
    out = list(reasons)
    labels = [at for at in range(len(blocks)) if _is_subhead(blocks, out, at)]
    if len({letters(blocks[at].text) for at in labels}) >= _LABELS:
        for at in labels:
            out[at] = ""
    for at in range(len(blocks)):
        if any(stays(blocks, out, at) for stays in _STAYS.get(out[at], ())):
            out[at] = ""
    return out


def _is_subhead(blocks: list[Block], out: list[str], at: int) -> bool:
    """Whether a short line stands above a sentence of the story, as a heading does.

    Or above a lower heading, as the award that the thing below was given; what is left out between
    them (a picture, a button) does not count.
    """
    block = blocks[at]
    if out[at] != "outside-the-story" or block.links or not 0 < at < len(blocks) - 1:
        return False
    if words(block) > 10 or not block.text[:1].isalpha() or re.search(r"%|[$€£¥]", block.text):
        return False
    below = next((n for n in range(at + 1, min(len(blocks), at + _BETWEEN)) if not out[n]), at)
    return told(blocks[below]) or (below > at and blocks[below].level > _RANK)


def _leads_list(blocks: list[Block], out: list[str], at: int) -> bool:
    """Whether a line that sounds like a call ends in a colon and a list of the story follows."""
    goes_on = blocks[at].text.endswith(":") or _GOES_ON.search(blocks[at].text)
    if not goes_on or blocks[at].links >= 0.5 or at + 1 >= len(blocks) or out[at + 1]:
        return False
    return blocks[at + 1].kind == "list_item" and blocks[at + 1].links < 0.5


def _is_posted(blocks: list[Block], out: list[str], at: int) -> bool:
    """Whether words of an embedded post follow what introduces them."""
    block = blocks[at]
    before = blocks[at - 1] if at else block
    introduced = not out[at - 1] and (
        "embed" in before.hints
        or bool(_LEADS_IN.search(before.text))
        or (told(before) and words(block) >= _POSTED and _signed(blocks, out, at))
    )
    said = block.kind == "quote" and block.links < 0.5 and words(block) >= 4
    return at > 0 and said and introduced and not _POST.search(block.text)


def _signed(blocks: list[Block], out: list[str], at: int) -> bool:
    """Whether a post is one paragraph, signed in the next line, and the story goes on below."""
    below = at + 2
    signed = below < len(blocks) and bool(_POST.search(blocks[at + 1].text))
    return signed and not out[below] and is_sentence(blocks[below])


def _between(blocks: list[Block], out: list[str], at: int) -> bool:
    """Whether a line without links stands between spoken ones and closes as a sentence does."""
    block = blocks[at]
    if not 0 < at < len(blocks) - 1 or out[at - 1] or out[at + 1] or block.links:
        return False
    if is_title(blocks[at - 1]) or block.text[0].isdigit():
        return False
    return bool(ENDS.search(block.text)) and words(block) >= 4


def _in_the_thick(blocks: list[Block], out: list[str], at: int) -> bool:
    """Whether a sentence without links stands between sentences of the story on both sides.

    What only sounds like furniture is text there: a subject, a verb, nothing of the page or reader.
    Credits of agencies stand at the ends; where a text was first published may be told anywhere.
    """
    block = blocks[at]
    if not _states(block) or not (_story(blocks, out, at, -1) and _story(blocks, out, at, 1)):
        return False
    ends = out[at] in _AT_ENDS and not _ELSEWHERE.search(block.text)
    return ends or not addresses_reader(block.text)


def _states(block: Block) -> bool:
    """Whether a paragraph is one closed sentence with a verb, without a link."""
    plain = block.kind == "paragraph" and not block.links
    return plain and words(block) >= _CLAUSE and has_finite_verb(block.text)


def _story(blocks: list[Block], out: list[str], at: int, step: int) -> bool:
    """Whether the next two blocks on one side are spoken, and the nearer one is a sentence."""
    near, far = at + step, at + 2 * step
    if not (0 <= near < len(blocks) and 0 <= far < len(blocks)) or out[near] or out[far]:
        return False
    by_hand = not blocks[near].hints
    return (told(blocks[near]) or (by_hand and is_sentence(blocks[near]))) and not is_title(
        blocks[far]
    )


def _heads(blocks: list[Block], out: list[str], at: int) -> bool:
    """Whether a line heads what follows: a question, a rank in a list, an award in a test."""
    block = blocks[at]
    if block.kind not in ("paragraph", "heading") or at + 1 >= len(blocks):
        return False
    if _QUESTION.search(block.text) and not block.links and words(block) >= 4:
        return not out[at + 1] and blocks[at + 1].kind != "heading"
    if _AWARD.search(block.text) and words(block) <= 5 and not block.links:
        return blocks[at + 1].kind == "heading" and not out[at + 1]
    following = next((n for n in range(at + 1, min(at + 3, len(blocks))) if not out[n]), None)
    ranked = _RANKED.search(block.text) and words(block) >= 3 and block.links < 0.5
    return bool(ranked) and following is not None and told(blocks[following])


def _same_box(blocks: list[Block], out: list[str], at: int) -> bool:
    """Whether a sentence in a box has neighbours of the same box that the extractor chose."""
    if not is_sentence(blocks[at]) or words(blocks[at]) < 12 or "<aside>" in blocks[at].hints:
        return False
    near = (n for n in (at - 2, at - 1, at + 1, at + 2) if 0 <= n < len(blocks) and not out[n])
    return any(told(blocks[n]) and "aside" in blocks[n].hints for n in near)


def _is_label(blocks: list[Block], out: list[str], at: int) -> bool:
    """Whether a line without figures that sounds like a slot stands between chosen ones."""
    if not 0 < at < len(blocks) - 1 or re.search(r"\d", blocks[at].text):
        return False
    return all("voted" in blocks[n].hints for n in (at - 1, at, at + 1)) and not out[at + 1]


def _calls_story(blocks: list[Block], out: list[str], at: int) -> bool:
    """Whether a heading that sounds like a call heads a sentence of the story."""
    if blocks[at].kind != "heading" or at + 1 >= len(blocks):
        return False
    by_hand = not any("voted" in block.hints for block in blocks)
    if out[at + 1] or not (told(blocks[at + 1]) or (by_hand and is_sentence(blocks[at + 1]))):
        return False
    later = (
        block for block, reason in zip(blocks[at + 1 :], out[at + 1 :], strict=True) if not reason
    )
    return sum(told(block) or (by_hand and is_sentence(block)) for block in later) > 1


def _names_site(blocks: list[Block], out: list[str], at: int) -> bool:
    """Whether a heading is the name of a place to share on, over what the story says of it."""
    return bool(_SITE.fullmatch(blocks[at].text)) and _calls_story(blocks, out, at)


def _is_field(blocks: list[Block], out: list[str], at: int) -> bool:
    """Whether an item is a name and a value between or beside others of that shape."""
    near = (n for n in (at - 1, at + 1) if 0 <= n < len(blocks) and not out[n])
    return _field(blocks[at]) and any(_field(blocks[n]) for n in near)


def _field(block: Block) -> bool:
    return block.kind == "list_item" and not block.links and bool(_FIELD.match(block.text))


def _names_next(blocks: list[Block], out: list[str], at: int) -> bool:
    """Whether a link to another site names what the paragraph below tells of, one of several."""
    if at + 1 >= len(blocks) or not _is_name(blocks, out, at):
        return False
    nearest = chain(range(at, -1, -1), range(at + 1, len(blocks) - 1))
    found = islice((n for n in nearest if _is_name(blocks, out, n)), _FEW)
    return len(list(found)) == _FEW


def _is_name(blocks: list[Block], out: list[str], at: int) -> bool:
    block, below = blocks[at], blocks[at + 1]
    if "leads-out" not in block.hints or block.links < 0.8 or words(block) > 14:
        return False
    if asks_to_press(block.text) or ENDS.search(block.text):
        return False
    tells = "voted" in below.hints and words(below) >= 12 and below.links < 0.3
    return below.kind == block.kind and tells and not out[at + 1]


_STAYS: dict[str, tuple[Callable[[list[Block], list[str], int], bool], ...]] = {
    "embedded-post": (_is_posted,),
    "outside-the-story": (_between, _heads, _leads_list, _names_next),
    "link": (_names_next,),
    "aside": (_same_box,),
    "presenter-slot": (_is_label,),
    "call": (_calls_story, _leads_list, _in_the_thick),
    "read-more": (_leads_list, _in_the_thick, _is_field),
    **dict.fromkeys((*_AT_ENDS, *_THICK), (_in_the_thick,)),
    "share": (_names_site, _in_the_thick),
}
