"""What is offered: boxes that are called so, and what a button stands under."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import (
    count_words,
    is_link,
    is_title,
    is_voted,
)
from audiopress.reading.cleaning.cleaning_rule import CleaningRule
from audiopress.reading.cleaning.example_blocks import ALONE, LATER, STORY, heading, paragraph
from audiopress.reading.cleaning.promotion.wording import OFFERING
from audiopress.reading.wording.narration import is_narration

if TYPE_CHECKING:
    from audiopress.model import Block
    from audiopress.reading.cleaning.judged import JudgedBlocks

__all__ = ["BUTTON_BIDS", "OFFER_BOXES"]

_BOXED_SHARE = 0.2
"""Share of the story's words that may lie in boxes called offers; on pages with more of it there,
such as tests of products, the story itself has such boxes."""

_PRESSED = frozenset(("call", "read-more", "subscribe", "newsletter", "paywall", "app"))
"""Reasons of linked lines that are buttons to press."""

_BUTTON_WORDS = 8
"""Words of the longest button."""

_BID_WORDS = 40
"""Words of the longest line above a button that only bids the reader press it."""

_READER = re.compile(r"\b(?:your?|my|our|us|free|here)\b", re.IGNORECASE)
"""A word between a publisher and its reader; advice of a story has fewer of them."""


def drop_offer_boxes(judged: JudgedBlocks) -> None:
    """Leave out what stands in a box for offers, unless much of the story stands in such boxes."""
    story = [one.block for one in judged if one.is_spoken and is_voted(one.block)]
    size = sum(count_words(block) for block in story)
    boxed = sum(count_words(block) for block in story if "offer" in block.hints)
    if boxed > _BOXED_SHARE * size:
        return  # the boxes are what the page tells of, such as the products of a test
    # The headline stays, in whatever box a page has put it.
    for at, one in enumerate(judged):
        if "offer" in one.block.hints and not is_title(one.block):
            judged.leave_out(at, "promotion")


_OFFER = ("offer", "voted")
"""Hints of a block in a box for offers that the extractor chose all the same."""

OFFER_BOXES = CleaningRule(
    name="offer-boxes",
    judge=drop_offer_boxes,
    why="Pages name the boxes of their offers in classes and ids, such as cta or promo-box.",
    after={"figure-grids": "what is left out already is no part of the story to compare with"},
    pages_only=True,
    left_out=(
        *STORY,
        heading("Turn your terrace into a harbour", "promotion", hints=_OFFER),
        paragraph("It takes nine evenings to lay a rope.", "promotion", hints=_OFFER),
        *LATER,
    ),
    spoken=(
        *STORY,
        heading("The ropes that we liked best", hints=_OFFER),
        paragraph("Hemp held for nine years on the quay, in all weathers.", hints=_OFFER),
        paragraph("Flax held for seven years on the quay, in all weathers.", hints=_OFFER),
    ),
)


def drop_button_bids(judged: JudgedBlocks) -> None:
    """Leave out lines that bid the reader do what the button right below them does."""
    for at, one in enumerate(judged):
        if one.reason not in _PRESSED or not _is_button(one.block):
            continue
        above = at - 1
        # Several lines may bid above one button; the first that does not is the story's.
        while above > 0 and judged[above].is_spoken and _bids_reader(judged[above].block):
            judged.leave_out(above, "call")
            above -= 1


def _is_button(block: Block) -> bool:
    return is_link(block) and count_words(block) <= _BUTTON_WORDS


def _bids_reader(block: Block) -> bool:
    """Whether a line that leads nowhere itself calls on the reader."""
    plain = block.kind in ("paragraph", "heading") and not is_title(block)
    if not plain or count_words(block) > _BID_WORDS or not _READER.search(block.text):
        return False
    return bool(OFFERING.match(block.text)) and not is_narration(block.text)


BUTTON_BIDS = CleaningRule(
    name="button-bids",
    judge=drop_button_bids,
    why='Above the button "Learn more" stands what one learns there; without it that is unclear.',
    after={"boxes": "a button may be left out as part of a box"},
    pages_only=True,
    left_out=(
        *STORY,
        paragraph("Learn how to splice your own ropes at home", "call"),
        paragraph("Learn more", "read-more", links=1.0, hints=ALONE),
        *LATER,
    ),
    spoken=(
        *STORY,
        paragraph("Learned hands splice the ropes of the harbour"),
        paragraph("Learn more", "read-more", links=1.0, hints=ALONE),
        *LATER,
    ),
)
