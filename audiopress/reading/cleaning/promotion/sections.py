"""Whole sections that speak for the publisher: an appeal at the end, an offer.

A section is a heading and what is spoken below it, up to the next heading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import (
    count_words,
    is_link,
    is_story_sentence,
    is_title,
    make_comparable,
)
from audiopress.reading.cleaning.cleaning_rule import CleaningRule
from audiopress.reading.cleaning.example_blocks import LATER, STORY, heading, paragraph
from audiopress.reading.cleaning.promotion import own_words, wording
from audiopress.reading.cleaning.promotion.pitches import speaks_of_own
from audiopress.reading.cleaning.promotion.publisher_names import names_publisher

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Block
    from audiopress.reading.cleaning.judged import JudgedBlocks

__all__ = ["APPEAL_SECTIONS", "CLOSING_SECTION"]

_CLOSING_WORDS = 170
"""Words of the longest last section that asks for custom; a longer one is a part of the story."""

_CLOSING_BLOCKS = 8
"""Blocks of it, at most."""

_ADVICE_WORDS = 30
"""Words of sentences that head a section and say nothing of the publisher: from so many on those
are the story's, and only what stands below them is left out."""

_SAME_WORDS = 0.8
"""Share of a heading's words that the title has too, if it heads the conclusion."""

_APPEAL_BLOCKS = 3
"""Paragraphs of the longest appeal that has a heading of its own."""

_APPEAL_WORDS = 110
"""Words of the longest; longer sections tell something."""

_BUTTONS_A_PAGE = 2
"""Buttons up to which each ends a section of promotion; on pages with more of them, such as tests
of products, they lead to what the story tells of."""

_BUTTON_WORDS = 7
"""Words of the longest button."""

_APPEALS = frozenset(("call", "newsletter", "subscribe", "paywall", "donation", "app"))
"""Reasons of lines that ask something: a question over one of them asks for the same."""


def drop_closing_section(judged: JudgedBlocks) -> None:
    """Leave out the last section, if it asks for custom."""
    spoken = judged.numbers_spoken()
    head = next((at for at in reversed(spoken) if judged[at].block.kind == "heading"), None)
    if head is None or _ends_story(judged, head):
        return
    below = [at for at in spoken if at > head]
    # Only in the last third, or in the last quarter of what is spoken, is a section an afterword.
    late = head * 3 > 2 * len(spoken) or len(below) * 4 < len(spoken)
    boxed = any("offer" in one.block.hints for one in judged[head:])  # what asks has a box
    if boxed or not late or len(below) > _CLOSING_BLOCKS:
        return
    if _asks_for_custom(judged, head, below):
        judged.leave_out_all(_find_pitch(judged, head, below), "promotion")


def _ends_story(judged: JudgedBlocks, head: int) -> bool:
    """Whether a heading is the title, heads the conclusion, or says the title again."""
    block = judged[head].block
    if is_title(block) or wording.CLOSING_HEADING.search(block.text):
        return True
    title = next((one.block.text for one in judged if is_title(one.block)), "").casefold()
    own = [make_comparable(word) for word in block.text.split()]
    # Such a heading sums the story up, and what stands below it is the story's end.
    return sum(word in make_comparable(title) for word in own) >= _SAME_WORDS * len(own)


def _asks_for_custom(judged: JudgedBlocks, head: int, below: Sequence[int]) -> bool:
    """Whether most of a section speaks of the publisher, to the reader, and asks."""
    names, title = judged.publisher_names, judged[head].block.text
    blocks = [judged[at].block for at in below]
    text = " ".join(block.text for block in blocks)
    size = sum(count_words(block) for block in blocks)
    mine = sum(count_words(block) for block in blocks if speaks_of_own(block.text, names))
    calls = bool(wording.CALLING_HEADING.search(title))
    if not 0 < size <= _CLOSING_WORDS or not (2 * mine > size or calls):
        return False
    own = speaks_of_own(text, names) or names_publisher(title, names)
    return bool(own and wording.BID.search(text) and own_words.READER.search(text + title))


def _find_pitch(judged: JudgedBlocks, head: int, below: Sequence[int]) -> Sequence[int]:
    """Return what of a section asks: all of it, or what stands under advice of some length."""
    names, title = judged.publisher_names, judged[head].block.text
    first = next((at for at in below if speaks_of_own(judged[at].block.text, names)), head)
    sentences = (judged[at].block for at in below if at < first)
    advice = sum(count_words(block) for block in sentences if is_story_sentence(block))
    calls = wording.CALLING_HEADING.search(title) or names_publisher(title, names)
    whole = advice < _ADVICE_WORDS or calls
    return (head, *below) if whole else [at for at in below if at >= first]


CLOSING_SECTION = CleaningRule(
    name="closing-section",
    judge=drop_closing_section,
    why="The last section of a company's article often offers its services under a heading.",
    after={"tail": "what stands below the section, such as a note on the author, hides its end"},
    pages_only=True,
    left_out=(
        *STORY,
        heading("Let us help", "promotion"),
        paragraph(
            "Our team repairs roofs of every kind. Contact us for a quote before yours leaks.",
            "promotion",
        ),
    ),
    spoken=(
        *STORY,
        heading("Conclusion"),
        paragraph("We must ask how we build: you will learn more from the report on the cables."),
    ),
)


def drop_appeal_sections(judged: JudgedBlocks) -> None:
    """Leave out a short section whose heading and text both appeal, or that ends in a button."""
    # Where many sections end in a button, the buttons lead to what the sections tell of.
    buttons = sum(_is_button(one.block) for one in judged)
    for at in range(1, len(judged)):
        block = judged[at].block
        if block.kind != "heading" or is_title(block):
            continue
        end = judged.find_section_end(at)
        spoken = judged.numbers_spoken(at + 1, end)
        # The last block of all, spoken or not: as a button it is left out by now.
        pressed = buttons <= _BUTTONS_A_PAGE and _is_button(judged[end - 1].block)
        pressed = pressed or _asks_over_appeal(judged, at, end)
        if _appeals(judged, at, spoken, pressed=pressed):
            judged.leave_out_all((at, *spoken), "promotion")


def _is_button(block: Block) -> bool:
    """Whether a block is a short linked line that tells the reader to do something."""
    short = is_link(block) and count_words(block) <= _BUTTON_WORDS
    return short and bool(wording.OFFERING.search(block.text))


def _asks_over_appeal(judged: JudgedBlocks, at: int, end: int) -> bool:
    """Whether a heading asks for the reader's wish, over an appeal that is left out already."""
    if not wording.OPENING_WISH.search(judged[at].block.text):
        return False
    return any(one.reason in _APPEALS for one in judged[at + 1 : end])


def _appeals(judged: JudgedBlocks, at: int, below: Sequence[int], *, pressed: bool) -> bool:
    """Whether a heading and the little that it heads speak for the publisher to the reader."""
    names, title = judged.publisher_names, judged[at].block.text
    blocks = [judged[n].block for n in below]
    text = " ".join(block.text for block in blocks)
    if not 0 < len(blocks) <= _APPEAL_BLOCKS or len(text.split()) > _APPEAL_WORDS:
        return False
    if not own_words.READER.search(text + title):
        return False
    # One that tells of something else makes it a part of the story.
    if not all(speaks_of_own(block.text, names) for block in blocks):
        return False
    return pressed or (_calls(title, names) and _asks_by_link(blocks, text))


def _calls(title: str, names: frozenset[str]) -> bool:
    calls = wording.OPENING_WISH.search(title) or wording.CALLING_HEADING.search(title)
    return bool(calls) or names_publisher(title, names)


def _asks_by_link(blocks: Sequence[Block], text: str) -> bool:
    return bool(wording.BID.search(text)) and any(block.links for block in blocks)


APPEAL_SECTIONS = CleaningRule(
    name="appeal-sections",
    judge=drop_appeal_sections,
    why="An offer in the middle of a text has a heading of its own, and a button or a link.",
    after={"boxes": "appeals that are left out already tell what the question above them is for"},
    pages_only=True,
    left_out=(
        *STORY,
        heading("Do you want to learn to lay ropes?", "promotion"),
        paragraph("If so, my evening course with a workbook is for you.", "promotion"),
        paragraph("Sign up below and have it sent directly to your inbox.", "newsletter"),
        heading("How ropes age"),
        *LATER,
    ),
    spoken=(
        *STORY,
        heading("Do you want to learn to lay ropes?"),
        paragraph("If so, my evening course with a workbook is for you."),
        heading("How ropes age"),
        *LATER,
    ),
)
