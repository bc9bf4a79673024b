# ruff: noqa: E501, PLR2004 - a pattern is read whole; counts are rules, said in place
"""Rows of like blocks that are no story: contents, links, references, figures of a grid."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import ENDS, LINKED, is_sentence, letters, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audiopress.model import Block

__all__ = ["contents", "grids", "linked_lists", "references", "teasers"]

_CONTENTS = re.compile(
    r"^(?:in (?:this|today['’]s) (?:post|article|guide|blog(?: post)?|piece|video|episode|tutorial|lesson|section|chapter)\b.{0,60}"
    r"\b(?:learn|find|discover|cover|discuss|explain|explore|look|answer|share|walk|show|talk|review|outline)"
    r"|this (?:post|article|guide|blog(?: post)?|tutorial|piece) (?:will )?(?:covers?|discuss(?:es)?|explains?|explores?|looks? at)"
    r"|here(?:['’]s| is) what (?:you(?:['’]ll| will)|we(?:['’]ll| will)|this))\b.{0,60}:$",
    re.IGNORECASE,
)  # fmt: skip
_REFERENCES = re.compile(
    r"^\W*(?:references?|notes?|foot ?notes?|end ?notes?|bibliography|works cited|citations?|literature(?: cited)?|"
    r"(?:project |useful |additional |more |helpful |external )?(?:resources|links)|sources?|quellen|literatur|références|"
    r"referencias|fuentes|fonti|referências|"
    r"acknowledge?ments?|conflicts? of interest|(?:declaration|disclosure) of (?:competing )?interests?|"
    r"authors?['’]?s? contributions?|abbreviations|data availability(?: statement)?|ethics (?:statement|approval))(?: (?:and|&) (?:notes?|sources|references|further reading|resources))?\W*$",
    re.IGNORECASE,
)  # fmt: skip
_FIGURE = re.compile(r"\d|[$£€¥%]")
_LINKED_LINE = 0.5
_FIGURES = ("price", "rating", "presenter-slot", "gallery", "repeated")
_SCORE = re.compile(r"^[A-Z][\w/& -]{2,30}[: ]\d{1,2}\.\d(?: ?/ ?\d{1,3})?$")


def teasers(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Take three or more list items that each begin with a link of some length for other stories."""
    out = list(reasons)
    for run in _runs(blocks, lambda at: _is_teaser(blocks[at])):
        if len(run) >= 3:
            _fill(out, run, "related")
    return out


def _is_teaser(block: Block) -> bool:
    leads = block.kind == "list_item" and "opens-with-link" in block.hints and words(block) > 5
    if "leads-out" in block.hints and is_sentence(block):
        return False  # names what it tells of, such as a product
    return leads and (block.links >= _LINKED_LINE or is_sentence(block))


def linked_lists(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Judge a list as a whole: most of it links, or a linked line among the story's own."""
    out = list(reasons)
    for run in _runs(blocks, lambda at: blocks[at].kind == "list_item"):
        linked = [at for at in run if blocks[at].links >= LINKED]
        others = [at for at in run if at not in linked]
        if len(linked) >= 3 and len(linked) >= 2 * len(others):
            _fill(out, [at for at in others if "opens-with-link" in blocks[at].hints], "link")
        voted = [at for at in others if "voted" in blocks[at].hints and not out[at]]
        if len(run) >= 4 and len(voted) * 4 >= len(run) * 3:
            for at in linked:
                if out[at] == "link" and "voted" in blocks[at].hints:
                    out[at] = ""
    return out


def contents(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Leave out a list that counts up the headings below it, and the line that leads it in."""
    out = list(reasons)
    below = [letters(block.text) for block in blocks if block.kind == "heading"]
    for run in _runs(blocks, lambda at: blocks[at].kind == "list_item"):
        lead = run[0] - 1
        leads = lead >= 0 and bool(_CONTENTS.search(blocks[lead].text))
        told = sum(letters(blocks[at].text) in below for at in run)
        more = sum(blocks[at].text.rstrip(".").endswith("(More)") for at in run)
        early = run[0] * 3 < len(blocks)
        if early and len(run) >= 3 and (leads or more * 2 > len(run) or told * 3 >= len(run) * 2):
            _fill(out, run, "contents")
            if leads or (lead >= 0 and more and blocks[lead].text.endswith(":")):
                out[lead] = out[lead] or "contents"
    return out


def references(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Leave out what stands under "References" or "Notes" in the second half, to the next heading."""
    out = list(reasons)
    under, level = False, 0
    for at, block in enumerate(blocks):
        heads = block.kind == "heading" or words(block) <= 3
        if heads and at * 2 > len(blocks) and _REFERENCES.search(block.text):
            under, level = _is_source(blocks, at + 1), block.level
        elif (block.kind == "heading" and block.level <= (level or block.level)) or (
            under and _tells(block)
        ):
            under = False
        if under:
            out[at] = out[at] or "references"
    return out


def _is_source(blocks: list[Block], at: int) -> bool:
    """Whether what follows looks like a list of sources: short lines, links, figures of years."""
    following = blocks[at : at + 3]
    return bool(following) and all(
        words(block) < 60 and (block.links > 0 or block.kind == "list_item" or _cites(block.text))
        for block in following
        if block.kind != "heading"
    )


def _tells(block: Block) -> bool:
    """Whether a paragraph below the sources goes on with the story."""
    plain = block.kind == "paragraph" and not block.links and not _cites(block.text)
    return plain and is_sentence(block)


def _cites(text: str) -> bool:
    return bool(re.search(r"\b(?:19|20)\d\d\b|https?://|www\.|↩|\bdoi\b|\bet al\b", text))


def grids(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Figures typed as paragraphs, cell by cell, and the scores of a test as list items."""
    out = list(reasons)
    cells = _runs(blocks, lambda at: bool(out[at]) or _is_cell(blocks[at]))
    for run in cells:
        kept = [at for at in run if not out[at]]
        counted = [at for at in run if not out[at] or out[at] in _FIGURES]
        figures = [at for at in counted if _FIGURE.search(blocks[at].text)]
        if len(counted) >= 5 and len(figures) * 2 >= len(counted):
            _fill(out, kept, "table")
    for run in _runs(blocks, lambda at: blocks[at].kind == "list_item"):
        if len(run) >= 3 and all(_SCORE.search(blocks[at].text) for at in run):
            _fill(out, run, "table")
    return out


def _is_cell(block: Block) -> bool:
    return block.kind == "paragraph" and words(block) <= 9 and not ENDS.search(block.text)


def _runs(blocks: list[Block], belongs: Callable[[int], bool]) -> Iterator[list[int]]:
    """Yield the numbers of neighbouring blocks that belong together."""
    for member, group in groupby(range(len(blocks)), key=belongs):
        if member:
            yield list(group)


def _fill(reasons: list[str], run: list[int], reason: str) -> None:
    for at in run:
        reasons[at] = reasons[at] or reason
