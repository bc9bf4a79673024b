"""What a text says twice on purpose: refrains, answers, clauses, steps; and what only a page does.

Texts are compared by their letters and figures alone (`make_comparable`), here called keys.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import (
    count_words,
    is_closed,
    is_story_sentence,
    is_title,
    is_voted,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiopress.model import Block
    from audiopress.reading.cleaning.judged import JudgedBlocks

__all__ = ["find_copies", "is_slip", "is_told", "is_verse"]

_PLACED = frozenset(("voted", "keep"))
"""Hints that a paragraph of the story may have; any other names a box."""

_TOLD_WORDS = 8
"""Words from which a text without a full stop is no label: a stanza of a song."""

_VERSE_WORDS = range(3, 13)
"""Words of a line of verse; labels have fewer, and a paragraph more."""

_VERSE_LINES = 3
"""Lines of verse among the nearest four, from which on a line among them is one too."""

_NEAREST = (-2, -1, 1, 2)
"""Where these four stand."""

_NEAR = 3
"""Blocks within which a long paragraph that is said again is a slip of whoever pasted it."""

_LONG_LETTERS = 100
"""Letters of such a paragraph: nobody answers or sings at that length twice in a row."""

_STANZA_LINES = 3
"""Lines of the shortest stanza that is told from a paragraph."""

_COUPLET_LINES = 2
"""Lines of the shortest refrain that its page parts by a break; labels have none."""

_LINE_LETTERS = 60
"""Characters of the longest line of verse in a page's source; prose is wrapped at 70 and more."""

_COPY_LETTERS = 600
"""Letters of a row of blocks that is a copy of another: three paragraphs, or six questions."""

_COPY_SHARE = 0.6
"""Share of all that a page says that a shorter row must be to be a copy: the whole text, once for
wide and once for narrow screens."""

_COPY_BLOCKS = 3
"""Blocks of the shortest row that is a copy."""


def is_told(judged: JudgedBlocks, at: int) -> bool:
    """Whether a block is text in the story's own place, and not a label or a box."""
    block = judged[at].block
    plain = block.kind in ("paragraph", "quote", "heading") and set(block.hints) <= _PLACED
    # files have no markup to be judged by
    if not plain or block.links or not (is_voted(block) or not judged.has_votes):
        return False
    long = is_closed(block.text) or count_words(block) >= _TOLD_WORDS
    parted = count_words(block) in _VERSE_WORDS and _has_lines(block, _COUPLET_LINES)
    return long or parted or block.kind == "heading" or is_verse(judged, at)


def is_verse(judged: JudgedBlocks, at: int) -> bool:
    """Whether a line stands among lines of a poem or a song."""
    if not _is_line(judged[at].block):
        return False
    near = [at + step for step in _NEAREST if 0 <= at + step < len(judged)]
    lines = sum(_is_line(judged[number].block) for number in near)
    # at the end of a poem there are but two lines, and the headline above its first
    return lines >= min(_VERSE_LINES, len(near))


def _is_line(block: Block) -> bool:
    plain = block.kind in ("paragraph", "quote") and not block.links
    return plain and count_words(block) in _VERSE_WORDS and not re.search(r"\d", block.text)


def is_slip(judged: JudgedBlocks, first: int, second: int) -> bool:
    """Whether a paragraph is said again so soon that nobody means it: it was pasted twice."""
    between = judged.numbers_spoken(first + 1, second)
    if not between:
        return not (is_verse(judged, second) or _has_lines(judged[second].block, _COUPLET_LINES))
    if len(between) >= _NEAR or any(judged[n].block.kind == "heading" for n in between):
        return False
    block = judged[second].block
    if block.kind == "heading":
        return False
    if _has_lines(block, _STANZA_LINES):
        return False
    return len(block.text) > _LONG_LETTERS or _opens_story(judged, first)


def _has_lines(block: Block, least: int) -> bool:
    """Whether a block has so many lines: short ones in its page, or words that only breaks part."""
    exact = block.selector.exact if block.selector else ""
    # a break is no text: in the page's own the words on both sides of it may touch
    touching = len(block.text.split()) - len(exact.split())
    lines = [line for line in map(str.strip, exact.splitlines()) if line]
    short = len(lines) >= least and max(map(len, lines)) <= _LINE_LETTERS
    return bool(exact) and (short or touching >= least - 1)


def _opens_story(judged: JudgedBlocks, at: int) -> bool:
    """Whether a sentence stands right below the headline, where the standfirst does."""
    above = [judged[number].block for number in judged.numbers_spoken(0, at)]
    return bool(above) and is_title(above[-1]) and is_story_sentence(judged[at].block)


def find_copies(judged: JudgedBlocks, keys: Sequence[str]) -> frozenset[int]:
    """Return the numbers of blocks that a page holds again, row by row, as another did above."""
    spoken = judged.numbers_spoken()
    size = sum(len(key) for key in {keys[number] for number in spoken})
    copies: set[int] = set()
    # a list may sum up the paragraphs above it
    lines = [f"{judged[n].block.kind == 'list_item'} {keys[n]}" for n in range(len(keys))]
    for row in _find_rows(spoken, lines):
        letters = sum(len(keys[number]) for number in row)
        verse = sum(is_verse(judged, number) for number in row)
        enough = letters >= _COPY_LETTERS or letters >= _COPY_SHARE * size
        if len(row) >= _COPY_BLOCKS and enough and verse * 2 < len(row):
            copies.update(row)
    return frozenset(copies)


def _find_rows(spoken: Sequence[int], keys: Sequence[str]) -> Iterator[list[int]]:
    """Yield the rows of blocks that repeat, in its order, what stands in a row above them."""
    # the place among the spoken where each key was said last, and the row that goes on
    last: dict[str, int] = {}
    row: list[int] = []
    before = -2
    for place, number in enumerate(spoken):
        said = last.get(keys[number], -2)
        if row and said != before + 1:
            yield row
            row = []
        if said >= 0:
            row.append(number)
            before = said
        last[keys[number]] = place
    if row:
        yield row
