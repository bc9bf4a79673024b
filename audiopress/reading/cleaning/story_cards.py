"""Other stories of the site, shown as cards: a title, perhaps a date, and a paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import (
    count_words,
    is_link,
    is_sentence,
    make_comparable,
)
from audiopress.reading.cleaning.boxes import BOX_WORDS, MOST_OWNED
from audiopress.reading.cleaning.cleaning_rule import CleaningRule
from audiopress.reading.cleaning.example_blocks import STORY, heading, paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Block
    from audiopress.reading.cleaning.judged import JudgedBlocks

__all__ = ["STORY_CARDS"]

_RANK = re.compile(r"\W*\d+[.):]")
"""How the title of a thing in a list of this story begins, such as "1. Northern ferries"."""

_CARD_BLOCKS = 5
"""Blocks of a card below its title, at most: a label, a date, the author, a paragraph."""

_CARDS = 3
"""Cards in a row that are a list of stories; one or two may be sources that the story names."""

_TITLE_WORDS = 4
"""Words of the shortest title of a story."""

_SINGLE_BLOCKS = 2
"""Blocks of a single card: its title and a paragraph."""


def drop_story_cards(judged: JudgedBlocks) -> None:
    """Leave out other stories as cards: a linked title, a date or a label, and a paragraph.

    Three in a row are a list of stories; a single one follows a line such as "Related".
    """
    row: list[range] = []
    for at in range(len(judged)):
        # A link within the card above is a part of that one: its author, or its section.
        if not _is_linked_title(judged[at].block) or (row and at < row[-1].stop):
            continue
        card = _find_card(judged, at)
        _drop_offered(judged, at)
        if _is_single(judged, card):
            judged.leave_out_all(card, "related")
        if row and _is_parted(judged, row[-1].stop, at):
            _drop_row(judged, row)
            row = []
        # A linked title alone may be the story's own: a card has a summary too.
        if len(card) > 1:
            row.append(card)
    _drop_row(judged, row)


def _is_linked_title(block: Block) -> bool:
    return is_link(block) and not _RANK.match(block.text)


def _find_card(judged: JudgedBlocks, at: int) -> range:
    """Return the title, what was left out behind it, and one paragraph; else the title alone."""
    for number in range(at + 1, min(len(judged), at + 1 + _CARD_BLOCKS)):
        one = judged[number]
        if one.is_spoken and one.block.kind != "heading":
            return range(at, number + 1) if _is_summary(one.block) else range(at, at + 1)
        # The story goes on under a heading of its own.
        if one.is_spoken and not is_link(one.block):
            break
    return range(at, at + 1)


def _is_summary(block: Block) -> bool:
    return block.kind == "paragraph" and is_sentence(block)


def _drop_offered(judged: JudgedBlocks, at: int) -> None:
    """Leave out a linked heading right under an appeal, and its section: it is what is offered."""
    reason = judged[at - 1].reason if at else ""
    if judged[at].block.kind == "heading" and reason in ("call", "promotion"):
        end = min(judged.find_section_end(at), at + 1 + MOST_OWNED)
        judged.leave_out_all(range(at, end), reason)


def _is_single(judged: JudgedBlocks, card: range) -> bool:
    """Whether a card stands between a line that opens a box and something left out."""
    at, below = card.start, card.stop
    if at == 0 or judged[at - 1].reason not in ("read-more", "related"):
        return False
    if len(card) != _SINGLE_BLOCKS or count_words(judged[at].block) < _TITLE_WORDS:
        return False
    short = count_words(judged[below - 1].block) <= BOX_WORDS
    return short and (below == len(judged) or not judged[below].is_spoken)


def _is_parted(judged: JudgedBlocks, end: int, at: int) -> bool:
    """Whether anything that is spoken stands between two cards."""
    between = judged[end:at]
    return any(one.is_spoken and not _is_linked_title(one.block) for one in between)


def _drop_row(judged: JudgedBlocks, row: Sequence[range]) -> None:
    """Leave out several cards of which most are dated, or most have a title that is no heading."""
    # Linked headings over paragraphs may be the story's own list of things; stories of a site are
    # dated, or their titles are no headings at all.
    dated = sum(any(judged[n].reason == "date-line" for n in card) for card in row)
    # Different ones: a link that says the same under each thing is a button.
    titles = {
        make_comparable(block.text)
        for block in (judged[card.start].block for card in row)
        if block.kind in ("table", "paragraph") and count_words(block) >= _TITLE_WORDS
    }
    if len(row) >= _CARDS and 2 * max(dated, len(titles)) > len(row):
        for card in row:
            judged.leave_out_all(card, "related")


STORY_CARDS = CleaningRule(
    name="story-cards",
    judge=drop_story_cards,
    why="Other stories stand among the paragraphs as a title, a date and their first sentence.",
    after={
        "offer-boxes": "a linked heading under an offer is what is offered",
    },
    left_out=(
        *STORY,
        heading("Another story number 1 of the day", "related", links=1.0),
        paragraph("May 1, 2024", "date-line"),
        paragraph("The town has decided on a toll after a debate on Tuesday.", "related"),
        heading("Another story number 2 of the day", "related", links=1.0),
        paragraph("May 2, 2024", "date-line"),
        paragraph("The town has decided on a tram after a debate on Monday.", "related"),
        heading("Another story number 3 of the day", "related", links=1.0),
        paragraph("May 3, 2024", "date-line"),
        paragraph("The town has decided on a tax after a debate on Friday.", "related"),
    ),
    spoken=(
        *STORY,
        heading("The first of the plans for it", links=1.0),
        paragraph("The town has decided on a toll after a debate on Tuesday."),
        heading("The second of the plans for it", links=1.0),
        paragraph("The town has decided on a tram after a debate on Monday."),
        heading("The third of the plans for it", links=1.0),
        paragraph("The town has decided on a tax after a debate on Friday."),
    ),
)
