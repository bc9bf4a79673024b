# ruff: noqa: PLR2004 - word counts are rules, said in place; typographic marks are what it is about
"""What of an article is not spoken, each block with its reason.

Wording decides only where it is unmistakable (`audiopress.reading.wording.boilerplate`); else
position, length, links, repetition and what the page says in its markup decide together. First
each block is judged alone, then `_RULES` look at what stands around it, in their order.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from audiopress.model import LeftOut
from audiopress.reading.cleaning.article_ends import (
    about_section,
    author_notes,
    loose_headings,
    tail,
)
from audiopress.reading.cleaning.block_features import (
    ENDS,
    LINKED,
    asks_to_press,
    is_sentence,
    is_title,
    letters,
    words,
)
from audiopress.reading.cleaning.boxes import BOX_WORDS, announced, boxes, cards, sponsors, unchosen
from audiopress.reading.cleaning.duplicates import repetition
from audiopress.reading.cleaning.fragments import numbers, places, signatures
from audiopress.reading.cleaning.kept_in_context import amid, believed, prose_tables
from audiopress.reading.cleaning.lists import contents, grids, linked_lists, references, teasers
from audiopress.reading.cleaning.offers import among_links, buttons, listed, wares
from audiopress.reading.cleaning.promotion import promotion, publisher
from audiopress.reading.metadata.bylines import read_byline
from audiopress.reading.metadata.dates import is_dateline
from audiopress.reading.wording.boilerplate import judge_wording
from audiopress.reading.wording.invitations import asks_to_follow_link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from audiopress.model import Article, Block, Reading

__all__ = ["clean"]

_BOXES = ("newsletter", "share", "advert", "comments", "player", "related")
_BOXED = ("advert", "newsletter", "skip-link")
_DOUBTFUL = (
    "affiliate", "app", "banner", "call", "citation", "deal", "newsletter", "paywall",
    "read-more", "subscribe", "topics",
)  # fmt: skip
_FIRST_WORDS = 12
_TYPED_ROW = re.compile(r"\|[^|]+(?:\|[^|]*){4,}")
_DIRECT = re.compile(
    r"\b(?:our|us|we|click|here|below|newsletters?|today|now|help you|this site|through links?|"
    r"your (?:inbox|mailbox|e-?mail|phone|device|thoughts|comments?|take|views?)|"
    r"in the (?:\w+ )?comments?|"
    r"check out (?:these|this|my)|my (?:[\w-]+ )?(?:page|site|channel|course|shop|store|guide))\b",
    re.IGNORECASE,
)


def clean(article: Article, reading: Reading) -> tuple[Article, tuple[LeftOut, ...]]:
    """Return the article without what a newsreader would skip, and what that was and why.

    The first block that repeats the title stays, as a heading of level 1: it is the headline's
    place in the page. Left-out blocks are in reading order.
    """
    blocks = believed(_marked_title(article))
    blocks = blocks if reading.tables else prose_tables(blocks)
    reasons = [_alone(block, article, reading) for block in blocks]
    for rule in _rules(article):
        reasons = rule(blocks, reasons)
    judged = list(zip(blocks, reasons, strict=True))
    kept = tuple(block for block, reason in judged if not reason)
    out = [LeftOut(text=block.text, reason=reason) for block, reason in judged if reason]
    return replace(article, blocks=kept), tuple(_tables(out))


def _rules(article: Article) -> Iterator[Callable[[list[Block], list[str]], list[str]]]:
    """Yield the rules on neighbours; each takes the blocks and the reasons found before it."""
    chosen = any("voted" in block.hints for block in article.blocks)
    yield from (amid, contents, repetition, signatures, numbers, places, teasers, linked_lists)
    yield among_links
    if chosen:
        yield from (grids, unchosen, wares)
    yield from (announced, cards, sponsors, references, listed, boxes)
    yield partial(author_notes, byline=article.byline)
    yield from (about_section, tail)
    if chosen:  # a text that somebody wrote by hand is read whole but for plain furniture
        yield buttons
        yield partial(promotion, name=publisher(article.uri))
    yield from (tail, loose_headings)


def _tables(out: list[LeftOut]) -> Iterable[LeftOut]:
    """Make one entry of the cells of a table: its first words and how many they are."""
    for reason, group in groupby(out, key=lambda left: left.reason):
        cells = list(group)
        if reason != "table" or len(cells) == 1:
            yield from cells
            continue
        first = " ".join(cell.text for cell in cells[:_FIRST_WORDS]).split()
        cut = " ".join(first[:_FIRST_WORDS]) + ("…" if len(first) > _FIRST_WORDS else "")
        yield LeftOut(text=f"{cut} ({len(cells)} cells)", reason=reason)


def _marked_title(article: Article) -> list[Block]:
    """Give the headline's place the title's words: a page may show them in another wording."""
    title = letters(article.title)
    blocks = list(article.blocks)
    same = [at for at, block in enumerate(blocks) if letters(block.text) == title]
    first = [at for at, block in enumerate(blocks) if is_title(block)]
    marked = [at for at in same if blocks[at].kind == "heading"] or same or first
    if marked:
        place = replace(blocks[marked[0]], kind="heading", level=1, text=article.title)
        blocks[marked[0]] = place
    return blocks


def _alone(block: Block, article: Article, reading: Reading) -> str:
    """Return the reason that one block gives by itself, or nothing."""
    if "keep" in block.hints or (is_title(block) and letters(block.text) == letters(article.title)):
        return ""
    if "drop" in block.hints:
        return "dropped-by-config"
    if not re.search(r"[^\W_]", block.text):
        return "no-words"
    if _is_caption(block):
        box = judge_wording(block.text, block.links)
        return box if box in _BOXED else "" if reading.captions else "caption"
    if block.kind == "table" or _TYPED_ROW.match(block.text):
        return "" if reading.tables else "table"
    checks: Iterable[Callable[[Block, Article], str]] = (
        _by_words,
        _by_lines,
        _by_markup,
        _by_links,
    )
    return next((reason for check in checks if (reason := check(block, article))), "")


def _is_caption(block: Block) -> bool:
    """Whether a block is a caption by its element, or lies in a box that is called one."""
    if block.kind == "caption":
        return True
    chosen = "voted" in block.hints and is_sentence(block) and words(block) >= 18
    if {"caption", "pictured"}.isdisjoint(block.hints) or words(block) >= 60:
        return False
    return not (chosen or _is_lead(block))


def _is_lead(block: Block) -> bool:
    """Whether a sentence introduces the story from within the page's head."""
    return {"standfirst", "<header>"} <= set(block.hints) and is_sentence(block)


def _by_words(block: Block, _article: Article) -> str:
    """Judge by wording; a doubtful one needs a link, or words that speak to the reader."""
    if block.kind == "paragraph" and re.fullmatch(r"\W*\d{1,3}\W*", block.text):
        return "number"
    reason = judge_wording(block.text, block.links) or ""
    chosen = "voted" in block.hints or not block.hints  # files have no markup to be judged by
    if reason in _DOUBTFUL and chosen and block.links < 0.1 and _closes(block):
        return reason if block.kind == "heading" or _DIRECT.search(block.text) else ""
    if not reason and block.kind == "paragraph" and asks_to_follow_link(block.text, block.links):
        return "call"
    return reason


def _closes(block: Block) -> bool:
    return is_sentence(block) and not block.text.endswith(":")


def _by_lines(block: Block, article: Article) -> str:
    """Lines that state what the opening says: date and byline."""
    if is_dateline(block.text):
        return "date-line"
    key = letters(block.text)
    names = letters(article.byline)
    if read_byline(block.text) or (names and key in (names, "by" + names)):
        return "byline"
    if names and words(block) <= 25 and key.startswith(("by" + names, names + "by")):
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
    if "footnotes" in hints:
        return "footnote"
    if "<footer>" in hints or ("<nav>" in hints and not _is_lead(block)):
        return "navigation"
    return _by_box(block) or ("byline" if "byline" in hints and words(block) < 12 else "")


def _by_box(block: Block) -> str:
    """Judge by the box a block lies in; a sentence that the extractor chose stays."""
    hints = set(block.hints)
    told = "alone" not in hints and is_sentence(block)
    if not told and (words(block) < BOX_WORDS or "alone" in hints):
        found = next((hint for hint in _BOXES if hint in hints), "")
        if found:
            return found
    if ("<aside>" in hints and not told) or {"aside", "alone"} <= hints:
        return "aside"
    if block.kind == "heading":
        return "aside" if words(block) > BOX_WORDS and "alone" in hints else ""
    return "outside-the-story" if "alone" in hints and not _carries(block) else ""


def _carries(block: Block) -> bool:
    """Whether a block that nobody voted for may still be text of the story."""
    if block.kind in ("list_item", "quote"):
        return block.links < 0.3
    if "standfirst" in block.hints and not block.links:
        return True
    linked = 0.3 if words(block) < 20 else 0.55
    if "leads-out" in block.hints and words(block) >= 20 and 0 < block.links < LINKED:
        return block.kind == "paragraph"  # a list of things, typed in one line, each with a shop
    return words(block) >= 12 and block.links < linked and bool(ENDS.search(block.text))


def _by_links(block: Block, _article: Article) -> str:
    """Judge by links: a linked title that is no sentence leads to another page."""
    if block.links < LINKED or words(block) > 25:
        return ""
    if block.kind == "heading" and "voted" in block.hints:
        return ""
    if block.kind == "paragraph" and _names(block):
        return ""
    if block.kind == "paragraph" and block.links < 1 and ENDS.search(block.text):
        return ""
    return "link"


def _names(block: Block) -> bool:
    """Whether a linked line names what the story tells of, such as a product on another site."""
    chosen = {"voted", "leads-out"} <= set(block.hints)
    return chosen and words(block) > 2 and not asks_to_press(block.text)
