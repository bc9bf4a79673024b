"""What of an article is not spoken, each block with its reason: cleaning, step by step.

Wording decides only where it is unmistakable (`audiopress.reading.wording.boilerplate`); else
position, length, links, repetition and what the page says in its markup decide together. First
each block is judged alone, by `CHECKS`, then `RULES` look at what stands around it, both in the
order of their lists. Each brings its examples, beside its code. `docs/reading.md` tells it in plain
words, with how to add one.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from audiopress.model import LeftOut
from audiopress.reading.cleaning.article_ends import TAIL
from audiopress.reading.cleaning.author_notes import ABOUT_SECTION, AUTHOR_NOTES
from audiopress.reading.cleaning.block_features import is_voted
from audiopress.reading.cleaning.boxes import BOXES, SPONSORED_SECTIONS, UNCHOSEN_BOXES
from audiopress.reading.cleaning.checks.asked_for import ASKED_FOR, NOT_ASKED_FOR, WORDLESS
from audiopress.reading.cleaning.checks.captions_and_tables import CAPTIONS, TABLES
from audiopress.reading.cleaning.checks.inline_parts import INLINE_PARTS
from audiopress.reading.cleaning.checks.links import LINKS
from audiopress.reading.cleaning.checks.markup import (
    ASIDES,
    BYLINE_BOXES,
    ELEMENTS,
    NAMED_BOXES,
    NAVIGATION,
    UNCHOSEN_LINES,
)
from audiopress.reading.cleaning.checks.words import BIDS, BYLINES, DATE_LINES, LONE_NUMBER, WORDING
from audiopress.reading.cleaning.comment_boxes import COMMENT_BOXES
from audiopress.reading.cleaning.duplicates import REPETITION
from audiopress.reading.cleaning.fragments import (
    BARE_NUMBERS,
    FIGURE_GRIDS,
)
from audiopress.reading.cleaning.judged import Judged, JudgedBlocks
from audiopress.reading.cleaning.kept_in_context import KEPT_IN_CONTEXT
from audiopress.reading.cleaning.lists import CONTENTS, LINKED_LISTS
from audiopress.reading.cleaning.loose_headings import LOOSE_HEADINGS
from audiopress.reading.cleaning.offers import BUTTON_BIDS, OFFER_BOXES
from audiopress.reading.cleaning.prepared_blocks import prepare_blocks
from audiopress.reading.cleaning.press_notes import PRESS_NOTES
from audiopress.reading.cleaning.promotion.pitches import CLOSING_BIDS, PITCHES
from audiopress.reading.cleaning.promotion.sections import (
    APPEAL_SECTIONS,
    CLOSING_SECTION,
)
from audiopress.reading.cleaning.references import REFERENCES
from audiopress.reading.cleaning.story_cards import STORY_CARDS
from audiopress.reading.named_texts import keep_named
from audiopress.reading.wording.boilerplate import RULES as WORDINGS
from audiopress.reading.wording.boilerplate import find_wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.model import Article, Block, PassedOver, Reading
    from audiopress.reading.cleaning.cleaning_rule import BlockCheck, CleaningRule
    from audiopress.reading.reasons import Reason

__all__ = ["CHECKS", "RULES", "clean", "explain_rule", "judge_article"]

CHECKS: tuple[BlockCheck, ...] = (
    # what somebody asked for in the configuration decides before all else
    ASKED_FOR,  # the headline, and what [reading] keep names: spoken
    NOT_ASKED_FOR,  # what [reading] drop names
    WORDLESS,  # "* * *"
    # what is no running text
    INLINE_PARTS,  # a formula, code of a template
    CAPTIONS,  # of pictures, unless they are wanted
    TABLES,  # of figures, unless they are wanted
    LONE_NUMBER,  # "12"
    # what it says: the wordings themselves are in audiopress/reading/wording/
    WORDING,  # "Read more: The other crossing"
    BIDS,  # "Explore our map", nearly all of it a link
    DATE_LINES,  # "Monday 3 May 2024"
    BYLINES,  # "By Jane Doe"
    # where the page has it
    ELEMENTS,  # listings of code, footnotes, posts of others
    NAVIGATION,  # menus and footers
    NAMED_BOXES,  # called newsletter, share, related ...
    ASIDES,  # boxes beside the story
    UNCHOSEN_LINES,  # what the extractor of main content passed over
    BYLINE_BOXES,  # called byline or author
    LINKS,  # titles of other pages
)
"""The checks of a block alone, in the order in which they are asked: the first opinion decides."""

RULES: tuple[CleaningRule, ...] = (
    # what was judged alone and is the story's after all
    KEPT_IN_CONTEXT,  # spoken after all: it stands in the thick of the story
    # what says what is said elsewhere
    CONTENTS,  # a table of contents
    REPETITION,  # the headline again, pull quotes, captions typed twice
    BARE_NUMBERS,  # items that are a number each
    # lists and grids
    LINKED_LISTS,  # a list is a menu as a whole, or the story's as a whole
    FIGURE_GRIDS,  # tables typed cell by cell, scores of a test
    # boxes below the story and in the middle of it
    COMMENT_BOXES,  # what readers wrote
    UNCHOSEN_BOXES,  # a title and a sentence that nobody chose
    OFFER_BOXES,  # called cta, promo-box ...
    STORY_CARDS,  # other stories: title, date, first sentence
    SPONSORED_SECTIONS,  # "sponsored by", and the section around it
    REFERENCES,  # sources below the story
    BOXES,  # what stands below the heading of a box
    # the ends of the article
    PRESS_NOTES,  # "- ENDS -", "Notes to editors"
    AUTHOR_NOTES,  # "Jane Doe covers bridges"
    ABOUT_SECTION,  # "About Bridgeways"
    TAIL,  # labels, links and notes below the last sentence
    # what the publisher says for itself, in prose
    BUTTON_BIDS,  # what a button is there for
    PITCHES,  # "Looking for a way to cross? We ..."
    CLOSING_SECTION,  # the last section, if it asks for custom
    APPEAL_SECTIONS,  # an offer with a heading and a button
    CLOSING_BIDS,  # last paragraphs that ask the reader to come
    # what is left over by all of that
    LOOSE_HEADINGS,  # headings of which nothing is left
)
"""The rules on neighbours, in their order: a rule takes what those before it have judged."""


def explain_rule(name: str) -> str:
    """Return why a check or a rule is there, as `LeftOut` names it; nothing for another name."""
    bare, _, wording = name.partition(": ")
    example = next((one.catches for one in WORDINGS if one.name == wording), "")
    if example:
        return f'It stands on many pages and in no story, as "{example}" does.'
    pieces: tuple[BlockCheck | CleaningRule, ...] = (*CHECKS, *RULES)
    return next((one.why for one in pieces if one.name == bare), "")


def clean(article: Article, reading: Reading) -> tuple[Article, tuple[LeftOut, ...]]:
    """Return the article without what a newsreader would skip, and what that was and why.

    The first block that repeats the title stays, as a heading of level 1: it is the headline's
    place in the page. Left-out blocks are in reading order.
    """
    judged = judge_article(article, reading)
    spoken = tuple(one.block for one in judged if one.is_spoken)
    left_out = tuple(_list_left_out(judged, article.passed_over))
    return replace(article, blocks=spoken, passed_over=()), left_out


def _list_left_out(
    judged: Iterable[Judged], passed_over: tuple[PassedOver, ...]
) -> Iterable[LeftOut]:
    """Return what is not spoken: of a block its text first, then what its text never held."""
    waiting = deque(passed_over)
    for number, one in enumerate(judged):
        while waiting and waiting[0].before <= number:
            yield waiting.popleft().left_out
        if one.reason:
            yield LeftOut(text=one.block.text, reason=one.reason, rule=_name_rule(one))
        yield from one.block.left_out
    yield from (passed.left_out for passed in waiting)


def _name_rule(one: Judged) -> str:
    """Return the rule that left a block out, with the wording's name where it was that."""
    wording = find_wording(one.block.text, one.block.links) if one.rule == WORDING.name else None
    return f"{one.rule}: {wording.name}" if wording else one.rule


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
            Judged(block, *_judge_alone(block, article, reading, checks))
            for block in prepare_blocks(article, reading)
        ),
        byline=article.byline,
        uri=article.uri,
    )
    # The article's own blocks are asked: preparing them has given
    # votes to the cells of some tables. A text made by hand is judged
    # by wording, repetition and its ends alone (decision 0103).
    is_page = any(map(is_voted, article.blocks))
    for rule in rules:
        if is_page or not rule.pages_only:
            judged.rule = rule.name
            rule.judge(judged)
    keep_named(judged)
    return judged


def _judge_alone(
    block: Block, article: Article, reading: Reading, checks: tuple[BlockCheck, ...]
) -> tuple[Reason | Literal[""], str]:
    """Return the reason that a block gives by itself, or nothing, and the check that says so."""
    for check in checks:
        verdict = check.judge(block, article, reading)
        # An empty reason is an opinion too: spoken, whatever the checks after it would say.
        if verdict is not None:
            return verdict, check.name
    return "", ""
