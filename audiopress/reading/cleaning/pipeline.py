"""What of an article is not spoken, each block with its reason: cleaning, step by step.

Wording decides only where it is unmistakable (`audiopress.reading.wording.boilerplate`); else
position, length, links, repetition and what the page says in its markup decide together. First
each block is judged alone (`block_checks.CHECKS`), then `RULES` look at what stands around it, in
their order. `docs/reading.md` tells it in plain words, with how to add a rule.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from audiopress.model import LeftOut
from audiopress.reading.cleaning.article_ends import (
    ABOUT_SECTION,
    AUTHOR_NOTES,
    TAIL,
    TAIL_AGAIN,
)
from audiopress.reading.cleaning.block_checks import CHECKS, judge_block
from audiopress.reading.cleaning.block_features import is_voted
from audiopress.reading.cleaning.boxes import BOXES, SPONSORED_SECTIONS, UNCHOSEN_BOXES
from audiopress.reading.cleaning.duplicates import REPETITION
from audiopress.reading.cleaning.fragments import (
    BARE_NUMBERS,
    DATELINE_PLACES,
    FIGURE_GRIDS,
    QUOTE_SIGNATURES,
)
from audiopress.reading.cleaning.judged import Judged, JudgedBlocks
from audiopress.reading.cleaning.kept_in_context import KEPT_IN_CONTEXT
from audiopress.reading.cleaning.lists import (
    CONTENTS,
    LINKED_LISTS,
    LINKS_AMONG_LINKS,
    TEASERS,
)
from audiopress.reading.cleaning.loose_headings import LOOSE_HEADINGS
from audiopress.reading.cleaning.offers import BUTTON_BIDS, OFFER_BOXES, PROMISED_LISTS
from audiopress.reading.cleaning.prepared_blocks import prepare_blocks
from audiopress.reading.cleaning.promotion.pitches import CLOSING_BIDS, PITCHES
from audiopress.reading.cleaning.promotion.sections import (
    APPEAL_SECTIONS,
    CLOSING_SECTION,
    SELF_PRESENTATION,
)
from audiopress.reading.cleaning.references import REFERENCES
from audiopress.reading.cleaning.story_cards import ANNOUNCED_CARDS, STORY_CARDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.model import Article, Reading
    from audiopress.reading.cleaning.cleaning_rule import BlockCheck, CleaningRule

__all__ = ["RULES", "clean", "judge_article"]

RULES: tuple[CleaningRule, ...] = (
    # what was judged alone and is the story's after all
    KEPT_IN_CONTEXT,
    # what says what is said elsewhere
    CONTENTS,
    REPETITION,
    QUOTE_SIGNATURES,
    BARE_NUMBERS,
    DATELINE_PLACES,
    # lists and grids
    TEASERS,
    LINKED_LISTS,
    LINKS_AMONG_LINKS,
    FIGURE_GRIDS,
    # boxes in the middle of the text
    UNCHOSEN_BOXES,
    OFFER_BOXES,
    ANNOUNCED_CARDS,
    STORY_CARDS,
    SPONSORED_SECTIONS,
    REFERENCES,
    PROMISED_LISTS,
    BOXES,
    # the ends of the article
    AUTHOR_NOTES,
    ABOUT_SECTION,
    TAIL,
    # what the publisher says for itself, in prose
    BUTTON_BIDS,
    PITCHES,
    CLOSING_SECTION,
    APPEAL_SECTIONS,
    SELF_PRESENTATION,
    CLOSING_BIDS,
    # what is left over by all of that
    TAIL_AGAIN,
    LOOSE_HEADINGS,
)
"""The rules on neighbours, in their order: a rule takes what those before it have judged."""

_FIRST_WORDS = 12
"""Words of a table that its entry in the list of what is left out begins with: to know it by."""


def clean(article: Article, reading: Reading) -> tuple[Article, tuple[LeftOut, ...]]:
    """Return the article without what a newsreader would skip, and what that was and why.

    The first block that repeats the title stays, as a heading of level 1: it is the headline's
    place in the page. Left-out blocks are in reading order.
    """
    judged = judge_article(article, reading)
    spoken = tuple(one.block for one in judged if one.is_spoken)
    left_out = [LeftOut(text=one.block.text, reason=one.reason) for one in judged if one.reason]
    return replace(article, blocks=spoken), tuple(_join_cells(left_out))


def judge_article(
    article: Article,
    reading: Reading,
    *,
    checks: tuple[BlockCheck, ...] = CHECKS,
    rules: tuple[CleaningRule, ...] = RULES,
) -> JudgedBlocks:
    """Return every block of an article with its verdict, by these checks and rules."""
    judged = JudgedBlocks(
        (
            Judged(block, judge_block(block, article, reading, checks) or "")
            for block in prepare_blocks(article, reading)
        ),
        byline=article.byline,
        uri=article.uri,
    )
    is_page = any(map(is_voted, article.blocks))
    for rule in rules:
        if is_page or not rule.pages_only:
            rule.judge(judged)
    return judged


def _join_cells(left_out: list[LeftOut]) -> Iterable[LeftOut]:
    """Make one entry of the cells of a table: its first words and how many they are."""
    for reason, group in groupby(left_out, key=lambda left: left.reason):
        cells = list(group)
        if reason != "table" or len(cells) == 1:
            yield from cells
            continue
        first = " ".join(cell.text for cell in cells[:_FIRST_WORDS]).split()
        cut = " ".join(first[:_FIRST_WORDS]) + ("…" if len(first) > _FIRST_WORDS else "")
        yield LeftOut(text=f"{cut} ({len(cells)} cells)", reason=reason)
