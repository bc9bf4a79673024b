# ruff: noqa: RUF001, PLR2004 - word counts are rules, said in place; typographic marks are what it is about
"""What of an article is not spoken, each block with its reason.

Wording decides only where it is unmistakable (`audiopress.text.furniture`); else position,
length, links, repetition and what the page's markup says decide together.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from audiopress.model import LeftOut
from audiopress.text.dates import is_dateline
from audiopress.text.furniture import about_author, about_company, opens_box, sure
from audiopress.text.plain import read_byline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from audiopress.model import Article, Block, Reading

__all__ = ["clean"]

_LETTERS = re.compile(r"\W+")
_ENDS = re.compile(r"[.!?…:;。！？][\"”’')\]»]*$")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_BOXES = ("newsletter", "share", "advert", "comments", "player", "related")
_BOXED = ("advert", "newsletter", "skip-link")
_BOX_WORDS = 30
_FIRST_WORDS = 12
_LINKED = 0.8


def clean(article: Article, reading: Reading) -> tuple[Article, tuple[LeftOut, ...]]:
    """Return the article without what a newsreader would skip, and what that was and why.

    The first block that repeats the title stays, as a heading of level 1: it is the headline's
    place in the page. Left-out blocks are in reading order.
    """
    blocks = _marked_title(article)
    reasons = [_alone(block, article, reading) for block in blocks]
    for rule in (
        _calling_headings,
        _repetition,
        _teasers,
        _boxes,
        _references,
        _tail,
        _loose_headings,
    ):
        reasons = rule(blocks, reasons)
    kept = [block for block, reason in zip(blocks, reasons, strict=True) if not reason]
    out = [
        LeftOut(text=block.text, reason=reason)
        for block, reason in zip(blocks, reasons, strict=True)
        if reason
    ]
    return replace(article, blocks=tuple(kept)), tuple(_tables(out))


def _tables(out: list[LeftOut]) -> Iterable[LeftOut]:
    """Make one entry of the cells of a table: its first words and how many they are."""
    for reason, group in groupby(out, key=lambda left: left.reason):
        cells = list(group)
        if reason != "table" or len(cells) == 1:
            yield from cells
            continue
        words = " ".join(cell.text for cell in cells[:_FIRST_WORDS]).split()
        cut = " ".join(words[:_FIRST_WORDS]) + ("…" if len(words) > _FIRST_WORDS else "")
        yield LeftOut(text=f"{cut} ({len(cells)} cells)", reason=reason)


def _calling_headings(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Keep a heading that sounds like a call where it heads a sentence of the story."""
    out = list(reasons)
    for at, block in enumerate(blocks[:-1]):
        if out[at] == "call" and block.kind == "heading" and not out[at + 1]:
            told = (_told(later) and not out[n] for n, later in enumerate(blocks) if n > at)
            if _told(blocks[at + 1]) and sum(told) > 1:
                out[at] = ""
    return out


def _letters(text: str) -> str:
    return _LETTERS.sub("", text.casefold())


def _words(block: Block) -> int:
    """Words; three letters of a script without spaces count as one."""
    return block.text.count(" ") + 1 + len(_UNSPACED.findall(block.text)) // 3


def _marked_title(article: Article) -> list[Block]:
    """Give the headline's place the title's words: a page may show them in another wording."""
    title = _letters(article.title)
    blocks = list(article.blocks)
    same = [at for at, block in enumerate(blocks) if _letters(block.text) == title]
    first = [at for at, block in enumerate(blocks) if _is_title(block)]
    marked = [at for at in same if blocks[at].kind == "heading"] or same or first
    if marked:
        place = replace(blocks[marked[0]], kind="heading", level=1, text=article.title)
        blocks[marked[0]] = place
    return blocks


def _is_title(block: Block) -> bool:
    return block.kind == "heading" and block.level == 1


def _alone(block: Block, article: Article, reading: Reading) -> str:
    """Return the reason that one block gives by itself, or nothing."""
    if "keep" in block.hints or (
        _is_title(block) and _letters(block.text) == _letters(article.title)
    ):
        return ""
    if "drop" in block.hints:
        return "dropped-by-config"
    if not re.search(r"[^\W_]", block.text):
        return "no-words"
    if block.kind == "caption" or ("caption" in block.hints and _words(block) < 60):
        told = sure(block.text)
        return told if told in _BOXED else "" if reading.captions else "caption"
    if block.kind == "table":
        return "" if reading.tables else "table"
    checks: Iterable[Callable[[Block, Article], str]] = (
        _by_words,
        _by_lines,
        _by_markup,
        _by_links,
    )
    return next((reason for check in checks if (reason := check(block, article))), "")


def _by_words(block: Block, _article: Article) -> str:
    if block.kind == "paragraph" and re.fullmatch(r"\W*\d{1,3}\W*", block.text):
        return "number"
    return sure(block.text) or ""


def _by_lines(block: Block, article: Article) -> str:
    """Lines that state what the opening says: date and byline."""
    if is_dateline(block.text):
        return "date-line"
    key = _letters(block.text)
    names = _letters(article.byline)
    if read_byline(block.text) or (names and key in (names, "by" + names)):
        return "byline"
    if names and _words(block) <= 25 and key.startswith(("by" + names, names + "by")):
        return "byline"
    return ""


def _by_markup(block: Block, _article: Article) -> str:
    """Judge by what the page's elements are and are called."""
    hints = block.hints
    if "before-title" in hints:
        return "before-headline"
    if "embed" in hints:
        return "embedded-post"
    if "code" in hints:
        return "code"
    if "<nav>" in hints or "<footer>" in hints:
        return "navigation"
    return _by_box(block) or ("byline" if "byline" in hints and _words(block) < 12 else "")


def _by_box(block: Block) -> str:
    """Judge by the box a block lies in; a sentence that the extractor chose stays."""
    hints = set(block.hints)
    told = "alone" not in hints and _is_sentence(block)
    if not told and (_words(block) < _BOX_WORDS or "alone" in hints):
        found = next((hint for hint in _BOXES if hint in hints), "")
        if found:
            return found
    if ("<aside>" in hints and not told) or {"aside", "alone"} <= hints:
        return "aside"
    if block.kind == "heading":
        return "aside" if _words(block) > _BOX_WORDS else ""
    return "outside-the-story" if "alone" in hints and not _carries(block) else ""


def _told(block: Block) -> bool:
    """Whether the extractor of a page took a sentence for part of the story."""
    return block.selector is not None and "voted" in block.hints and _is_sentence(block)


def _is_sentence(block: Block) -> bool:
    return _words(block) >= 8 and block.links < 0.5 and bool(_ENDS.search(block.text))


def _carries(block: Block) -> bool:
    """Whether a block that nobody voted for may still be text of the story."""
    if block.kind in ("list_item", "quote"):
        return block.links < 0.3
    if "standfirst" in block.hints and not block.links:
        return True
    return _words(block) >= 12 and block.links < 0.3 and bool(_ENDS.search(block.text))


def _by_links(block: Block, _article: Article) -> str:
    """Judge by links: a linked title that is no sentence leads to another page."""
    if block.links < _LINKED or _words(block) > 25:
        return ""
    if block.kind == "heading" and "voted" in block.hints:
        return ""
    if block.kind == "paragraph" and block.links < 1 and _ENDS.search(block.text):
        return ""
    return "link"


def _repetition(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Say nothing twice: the headline, the standfirst, a pull quote."""
    seen: set[str] = set()
    head = next((at for at, block in enumerate(blocks) if _is_title(block)), -1)
    title = _letters(blocks[head].text) if head >= 0 else ""
    whole = [_letters(block.text) for block in blocks]
    out = list(reasons)
    for at, (block, key) in enumerate(zip(blocks, whole, strict=True)):
        if out[at] or at == head:
            continue
        if key == title:
            out[at] = "duplicate-headline"
        elif (len(key) < 40 and whole.count(key) > 2 and _is_label(block)) or (
            key in seen and len(key) > 25
        ):
            out[at] = "repeated"
        elif block.kind == "quote" and len(key) > 25 and _pulled(key, at, whole, out):
            out[at] = "pull-quote"
        elif block.kind == "paragraph" and len(key) > 40 and _pulled(key, at, whole, out):
            out[at] = "repeated"
        else:
            seen.add(key)
    return out


def _is_label(block: Block) -> bool:
    return block.kind == "paragraph" and not block.text.endswith((":", "?"))


def _pulled(key: str, at: int, whole: list[str], reasons: list[str]) -> bool:
    """Whether the text itself says the quote too."""
    return any(
        key in other and number != at and not reasons[number] for number, other in enumerate(whole)
    )


def _teasers(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Three or more list items that each begin with a link of some length are other stories."""
    out = list(reasons)
    start = 0
    for at in range(len(blocks) + 1):
        if at < len(blocks) and _is_teaser(blocks[at]):
            continue
        if at - start >= 3:
            out[start:at] = [reason or "related" for reason in out[start:at]]
        start = at + 1
    return out


def _is_teaser(block: Block) -> bool:
    return block.kind == "list_item" and "opens-with-link" in block.hints and _words(block) > 5


def _boxes(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Give a box what stands under its heading, until a long paragraph."""
    out = list(reasons)
    under = ""
    for at, block in enumerate(blocks):
        if block.kind == "heading" or opens_box(block.text):
            under = out[at] if out[at] and not _is_title(block) else ""
        elif _words(block) > _BOX_WORDS or (not out[at] and _told(block)):
            under = ""
        elif under and not out[at]:
            out[at] = under
    return out


_SOURCES = re.compile(
    r"^(?:footnotes?|endnotes?|references|bibliography|works cited|literature cited|citations|"
    r"sources cited|notes and references|literaturverzeichnis|einzelnachweise|bibliographie|"
    r"références|referencias|bibliografía)\W*$",
    re.IGNORECASE,
)


def _references(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Leave out the list of sources at the end, up to a heading of its own rank."""
    out = list(reasons)
    level = 0
    for at, block in enumerate(blocks):
        if block.kind == "heading" and block.level <= (level or block.level):
            late = at * 2 > len(blocks)
            level = block.level if late and _SOURCES.match(block.text) else 0
        if level:
            out[at] = out[at] or "references"
    return out


def _tail(blocks: list[Block], reasons: list[str]) -> list[str]:
    """After the story: notes on the author, and short pieces that are no sentences."""
    out = list(reasons)
    for at in range(len(blocks) - 1, 0, -1):
        block = blocks[at]
        if out[at]:
            continue
        if _is_title(block):
            break
        if about_author(block.text):
            out[at] = "about-the-author"
        elif about_company(block.text):
            out[at] = "boilerplate"
        elif ("alone" in block.hints and block.kind != "heading") or (
            block.kind == "paragraph" and _words(block) < 12 and not _ENDS.search(block.text)
        ):
            out[at] = "after-the-story"
        else:
            break
    return out


def _loose_headings(blocks: list[Block], reasons: list[str]) -> list[str]:
    """Leave out headings with nothing under them: what they headed was left out."""
    out = list(reasons)
    story = next((n for n, b in enumerate(blocks) if not out[n] and b.kind != "heading"), 0)
    for at, block in enumerate(blocks[:story]):
        if "alone" in block.hints and not _is_title(block):
            out[at] = out[at] or "before-the-story"
    empty, left = True, False
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if out[at]:
            left = True
        elif block.kind != "heading":
            empty, left = False, False
        elif not _is_title(block) and (empty or (left and _next_kept_is_heading(blocks, out, at))):
            out[at] = "heading-of-nothing"
    return out


def _next_kept_is_heading(blocks: list[Block], reasons: list[str], at: int) -> bool:
    following = (n for n in range(at + 1, len(blocks)) if not reasons[n])
    first = next(following, None)
    return (
        first is not None
        and blocks[first].kind == "heading"
        and blocks[first].level <= blocks[at].level
    )
