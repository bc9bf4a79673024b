"""The blocks of an article as cleaning judges them: with the headline in place, and prose as prose.

Five corrections of what a page claims, each made before anything is judged; and what a newsreader
passes over within a sentence is taken out of it first, so that it is judged by its words.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from audiopress.model import LeftOut
from audiopress.reading.cleaning.block_features import (
    count_words,
    is_closed,
    is_sentence,
    is_story_sentence,
    is_title,
    is_voted,
    make_comparable,
)
from audiopress.reading.inline_parts import split_inline_parts
from audiopress.reading.named_texts import mark_named
from audiopress.text.comparison import has_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Article, Block, Reading
    from audiopress.reading.reasons import Reason

__all__ = ["prepare_blocks"]

_EARLY_WORDS = 100
"""Words of sentences above a headline that may stand there: a teaser, a notice, an appeal."""

_CELL_WORDS = 7
"""Words that the cells of a table have on average, if they are sentences and no figures."""

_PROSE_SHARE = 0.4
"""Share of a table's cells that are sentences, or that the extractor chose."""

_BULLET = re.compile(r"[·•◦▪‣●■➢➤✓✔]\s+(?=\w)")
"""What stands before an item where a list is typed; no dash, which opens an answer too."""

_PROSE_CELLS = 2
"""Cells of the smallest table that is judged as a whole."""

_COLUMN_WORDS = 3
"""Words of the longest name of a column."""

_STANDFIRST_WORDS = 6
"""Words of the shortest heading that may be the standfirst: a shorter one names a section."""


def prepare_blocks(article: Article, reading: Reading) -> list[Block]:
    """Return the blocks of an article, corrected; as many as it has, in their order."""
    titled = _mark_standfirst(_mark_title(_take_out_parts(article, reading)), article)
    blocks = _make_items(_doubt_headline(titled))
    return mark_named(blocks if reading.tables else _read_prose_tables(blocks), reading)


def _take_out_parts(article: Article, reading: Reading) -> Article:
    """Take note marks, formulas and code of templates out of the text of each block.

    A block that says nothing else keeps its text: `inline-parts` among the checks leaves it out.
    """
    return replace(article, blocks=tuple(_take_out(block, reading) for block in article.blocks))


def _take_out(block: Block, reading: Reading) -> Block:
    text, left_out = split_inline_parts(block.text, sic=reading.sic)
    if text == block.text or not any(map(str.isalnum, text)):
        return block
    return replace(block, text=text, left_out=(*block.left_out, *left_out))


def _mark_title(article: Article) -> list[Block]:
    """Give the headline's place the title's words: a page may show them in another wording."""
    title = make_comparable(article.title)
    blocks = list(article.blocks)
    same = [at for at, block in enumerate(blocks) if make_comparable(block.text) == title]
    first = [at for at, block in enumerate(blocks) if is_title(block)]
    # A heading with the title's words, else any line with them, else the first of rank one.
    marked = [at for at in same if blocks[at].kind == "heading"] or same or first
    if marked:
        shown = blocks[marked[0]]
        place = replace(shown, kind="heading", level=1, text=article.title)
        # other words than the title's are not spoken, so they are listed
        if make_comparable(shown.text) != title:
            why: Reason = "duplicate-headline" if has_words(shown.text) else "no-words"
            own = LeftOut(text=shown.text, reason=why)
            place = replace(place, left_out=(own, *shown.left_out))
        blocks[marked[0]] = place
    return blocks


def _mark_standfirst(blocks: list[Block], article: Article) -> list[Block]:
    """Take the heading that says what the page says of itself for the standfirst.

    A paragraph that does is the story's first as often.
    """
    lead = make_comparable(article.standfirst)
    return [
        replace(block, hints=tuple(sorted({*block.hints, "standfirst"})))
        if block.kind == "heading"
        and not is_title(block)
        and count_words(block) >= _STANDFIRST_WORDS
        and make_comparable(block.text) == lead
        else block
        for block in blocks
    ]


def _doubt_headline(blocks: list[Block]) -> list[Block]:
    """Do not believe that the story begins at a headline that most of it stands before."""
    above = [block for block in blocks if "before-title" in block.hints]
    early = sum(count_words(block) for block in above if is_sentence(block))
    chosen = sum(count_words(block) for block in blocks if is_story_sentence(block))
    # With more of the story above it than below, the headline is a card's or another story's.
    if early <= chosen or early < _EARLY_WORDS:
        return blocks
    return [
        replace(block, hints=tuple(hint for hint in block.hints if hint != "before-title"))
        for block in blocks
    ]


def _make_items(blocks: list[Block]) -> list[Block]:
    """Make items of paragraphs that begin with a bullet each, as word processors write lists."""
    out = list(blocks)
    for bulleted, group in groupby(range(len(blocks)), key=lambda at: _is_bulleted(blocks[at])):
        row = list(group)
        # one by itself may be the sign of a label; a list of the story stands beside its text
        beside = [blocks[at] for at in (row[0] - 1, row[-1] + 1) if 0 <= at < len(blocks)]
        if bulleted and len(row) > 1 and any(is_voted(b) or not b.hints for b in beside):
            for at in row:
                text = _BULLET.sub("", blocks[at].text)
                out[at] = replace(blocks[at], kind="list_item", text=text)
    return out


def _is_bulleted(block: Block) -> bool:
    return block.kind == "paragraph" and bool(_BULLET.match(block.text))


def _read_prose_tables(blocks: list[Block]) -> list[Block]:
    """Read a table of sentences as a list: it only arranges them.

    Its first short cells name the columns and stay what they are.
    """
    out = list(blocks)
    for is_table, group in groupby(range(len(blocks)), key=lambda at: blocks[at].kind == "table"):
        cells = list(group)
        if not is_table or len(cells) < _PROSE_CELLS or not _is_prose([blocks[n] for n in cells]):
            continue
        first = next((n for n, at in enumerate(cells) if not _is_column_name(blocks[at])), 0)
        # One short cell is a cell like the others; two in a row are the names of columns.
        for at in cells[first if first > 1 else 0 :]:
            out[at] = replace(blocks[at], kind="list_item", hints=_vote_for(blocks[at]))
    return out


def _is_prose(cells: Sequence[Block]) -> bool:
    """Whether cells are sentences on the whole, and hold no links."""
    size = sum(count_words(cell) for cell in cells) / len(cells)
    chosen = sum(is_voted(cell) or is_sentence(cell) for cell in cells) / len(cells)
    # Less than one cell of links in all: a table of links is a menu.
    return size >= _CELL_WORDS and chosen >= _PROSE_SHARE and sum(cell.links for cell in cells) < 1


def _is_column_name(cell: Block) -> bool:
    short = count_words(cell) <= _COLUMN_WORDS and not is_closed(cell.text)
    return short and not re.search(r"\d", cell.text)


def _vote_for(cell: Block) -> tuple[str, ...]:
    """Return the hints of a cell that belongs to the story whatever the extractor said."""
    return tuple(sorted({*cell.hints, "voted"} - {"alone"}))
