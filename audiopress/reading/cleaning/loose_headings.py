"""Headings with nothing to head: what stood below them was left out."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import (
    count_words,
    is_alone,
    is_sentence,
    is_title,
    is_voted,
    make_comparable,
)
from audiopress.reading.cleaning.cleaning_rule import CleaningRule
from audiopress.reading.cleaning.example_blocks import ALONE, LATER, STORY, heading, paragraph
from audiopress.reading.cleaning.keep_grounds.sections import is_numbered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Block
    from audiopress.reading.cleaning.judged import JudgedBlocks

__all__ = ["LOOSE_HEADINGS"]

_TABLE_TITLE = re.compile(
    r"^(?:key )?(?:specs|specifications|features)\b.{0,14}$|^(?:comparison|comparing) \w+|"
    r"\b(?:at a glance|comparison(?: table| chart)?|compared)\W*$",
    re.IGNORECASE,
)
"""What tables of products are called: "Key specs", "The ropes at a glance"."""

_RANK = re.compile(r"^\W*#?\d{1,3}[.):]")
"""How the heading of a place in a ranking begins: "#3: Northern ferries"."""

_TYPED_CELLS = 5
"""Cells of a table typed as paragraphs that make the line above them its title."""

_LABEL_WORDS = 8
"""Words below which a line that ends in a colon may be the title of a table."""

_HEADINGS = 5
"""Headings of one rank that are a list by themselves, such as "Nine reasons to cross"."""

_LEAD_WORDS = 20
"""Words above which a heading is the standfirst, marked up as a heading."""

_BELOW = 2
"""Blocks below a heading among which its first sentence stands: there may be a picture above it."""


def drop_loose_headings(judged: JudgedBlocks) -> None:
    """Leave out headings with nothing under them: what they headed was left out."""
    # Headings that another rule left out are not to be kept as a list by themselves.
    before = [one.reason for one in judged]
    _drop_above_story(judged)
    _drop_empty(judged)
    _keep_heading_lists(judged, before)


def _drop_above_story(judged: JudgedBlocks) -> None:
    """Leave out headings above the first sentence that nobody chose."""
    spoken = judged.numbers_spoken()
    # Where no text is spoken at all, nothing stands above it.
    story = next((at for at in spoken if judged[at].block.kind != "heading"), 0)
    for at in range(story):
        block = judged[at].block
        if "standfirst" in block.hints or is_title(block):
            continue
        if is_alone(block) and not _is_first_part(judged, at):
            judged.leave_out(at, "before-the-story")


def _is_first_part(judged: JudgedBlocks, at: int) -> bool:
    """Whether a heading right above the story is the first of several that head parts of it."""
    if at + 1 >= len(judged) or not judged[at + 1].is_spoken:
        return False
    # "2.1. The towers" is a part of the story: sections of a site have no such numbers.
    if is_numbered(judged, at):
        return True
    if judged[at + 1].block.kind == "heading":
        return False
    # Alone it may be the name of the page's section ("Local news"); with others of its rank
    # further down it heads the first part.
    alike = [
        number
        for number in range(at + 1, len(judged))
        if judged[number].block.kind == "heading"
        if judged[number].block.level == judged[at].block.level
    ]
    return sum(judged[n].is_spoken and _heads_sentence(judged, n) for n in alike) > 1


def _heads_sentence(judged: JudgedBlocks, at: int) -> bool:
    """Whether a sentence is spoken right below a heading, or below a picture there."""
    below = judged[at + 1 : at + 1 + _BELOW]
    return any(one.is_spoken and is_sentence(one.block) for one in below)


def _drop_empty(judged: JudgedBlocks) -> None:
    """Go up from the end and leave out headings over nothing, or over what was left out.

    ``empty``: nothing is spoken below; ``left``: something right below was left out.
    """
    listed = {make_comparable(one.block.text) for one in judged if one.reason == "contents"}
    empty, left = True, False
    for at in range(len(judged) - 1, -1, -1):
        one = judged[at]
        if one.reason == "number":  # a rank or stars tell of the heading: it names a thing
            empty, left = False, False
        elif one.reason:
            left = True  # a heading above this and right above another one has lost what it headed
        elif _is_table_title(judged, at):
            judged.leave_out(at, "heading-of-nothing")
        elif _stands_by_itself(one.block, listed):
            empty, left = False, False
        elif not is_title(one.block) and (empty or (left and _is_followed_by_heading(judged, at))):
            judged.leave_out(at, "heading-of-nothing")
        else:
            # What was left out further down was under this heading.
            left = False


def _stands_by_itself(block: Block, listed: set[str]) -> bool:
    """Whether a block is text, a heading of the table of contents, or the standfirst."""
    if block.kind != "heading" or make_comparable(block.text) in listed:
        return True
    return "standfirst" in block.hints and count_words(block) > _LEAD_WORDS


def _is_table_title(judged: JudgedBlocks, at: int) -> bool:
    """Whether a line names the table below it, which is left out."""
    block = judged[at].block
    label = count_words(block) < _LABEL_WORDS and block.text.endswith(":")
    if not (block.kind == "heading" or label):
        return False
    below = list(takewhile(lambda one: not one.is_spoken, judged[at + 1 :]))
    if not below:
        return False
    if below[0].reason in ("table", "heading-of-nothing") and _TABLE_TITLE.search(block.text):
        return any(one.reason == "table" for one in below)
    typed = [one for one in below if one.block.kind == "paragraph" and one.reason == "table"]
    return len(typed) >= _TYPED_CELLS


def _is_followed_by_heading(judged: JudgedBlocks, at: int) -> bool:
    """Whether the next spoken block is another heading of the same rank or a higher one."""
    spoken = (n for n in range(at + 1, len(judged)) if judged[n].is_spoken)
    first = next((judged[n].block for n in spoken), None)
    if first is None or first.kind != "heading":
        return False
    block = judged[at].block
    # An unnumbered heading over "1. ..." of its rank has the ranking below it for a text.
    ranked = bool(_RANK.search(first.text)) and not _RANK.search(block.text)
    return first.level <= block.level and not ranked


def _keep_heading_lists(judged: JudgedBlocks, before: Sequence[str]) -> None:
    """Keep headings of one rank that are a list by themselves: many, chosen, and no links."""
    found = [
        at
        for at, one in enumerate(judged)
        if one.reason == "heading-of-nothing" and not before[at]
        if one.block.kind == "heading" and is_voted(one.block) and not one.block.links
    ]
    for at in found:
        level = judged[at].block.level
        # Different ones: a label that comes back is no list.
        alike = {
            make_comparable(judged[n].block.text) for n in found if judged[n].block.level == level
        }
        if len(alike) >= _HEADINGS:
            judged.keep(at)


LOOSE_HEADINGS = CleaningRule(
    name="loose-headings",
    judge=drop_loose_headings,
    why='After "Related stories" nobody expects the next heading at once.',
    after={
        "figure-grids": "the title of a table goes with the table",
        "closing-bids": "only when all else is judged does it show which headings head nothing",
    },
    left_out=(
        heading("Local news", "before-the-story", hints=ALONE),
        *STORY,
        heading("Where to buy a ticket", "heading-of-nothing"),
        paragraph("Buy a ticket", "call", links=1.0, hints=ALONE),
        heading("In the end"),
        *LATER,
    ),
    spoken=(
        *STORY,
        heading("Where to buy a ticket"),
        paragraph("Tickets are sold in the old station, and by the men on the quay."),
        paragraph("Buy a ticket", "call", links=1.0, hints=ALONE),
        heading("In the end"),
        *LATER,
    ),
)
