"""What a page says twice: its headline, pull quotes, captions, words of a post just quoted.

Texts are compared by their letters and figures alone (`make_comparable`), here called keys.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from audiopress.reading.cleaning.block_features import (
    is_closed,
    is_title,
    is_voted,
    make_comparable,
)
from audiopress.reading.cleaning.cleaning_rule import CleaningRule
from audiopress.reading.cleaning.example_blocks import (
    ALONE,
    LATER,
    STORY,
    caption,
    heading,
    paragraph,
)
from audiopress.reading.cleaning.refrains import find_copies, is_slip, is_told, is_verse

if TYPE_CHECKING:
    from audiopress.model import Block
    from audiopress.reading.cleaning.judged import JudgedBlocks
    from audiopress.reading.reasons import Reason

__all__ = ["REPETITION"]

_LABEL_LETTERS = 40
"""Letters of the longest label ("Buy a ticket"); a longer line is a sentence, or part of one."""

_LABEL_TIMES = 2
"""How often a label may stand on a page; above that it belongs to the page and not to the text."""

_SHORT_LETTERS = 25
"""Letters of the longest line that may be said twice: "Day 1", "“No,” he said."."""

_SHINGLE_WORDS = 6
"""Words in a row by which two texts are compared: fewer of them agree by chance."""

_NEAR_BLOCKS = 4
"""Blocks above and below a post, or a pull quote without markup, in which the story says it."""

_QUOTED_SHARE = 0.5
"""Share of a post's words that the story has to say itself."""

_PLAN_LINES = 5
"""Lines that a plan for a week repeats, at least."""

_PLAN_RATES = 3
"""Different rates at which it repeats them, at least: "Eat" every day, "Rest" every third. A page
that holds its text twice has one rate."""


@dataclass(slots=True)
class _Said:
    """What is known while the blocks are gone through: their keys, and where each was kept."""

    keys: list[str]
    times: Counter[str]
    all: str
    title: str
    captions: frozenset[str]
    copies: frozenset[int]
    seen: dict[str, int] = field(default_factory=dict)


def drop_repetition(judged: JudgedBlocks) -> None:
    """Leave out what only the page says twice: the headline, a pull quote, a caption."""
    head = next((at for at, one in enumerate(judged) if is_title(one.block)), -1)
    keys = [make_comparable(one.block.text) for one in judged]
    # A plan repeats itself on purpose, a page with its text twice does not: both repeat much.
    plan = _is_plan(judged, keys)
    said = _Said(
        keys=keys,
        times=Counter(keys),
        all="\n".join(keys),
        title=keys[head] if head >= 0 else "",
        captions=frozenset(keys[n] for n, one in enumerate(judged) if one.reason == "caption"),
        copies=frozenset() if plan else find_copies(judged, keys),
    )
    for at, one in enumerate(judged):
        if not one.is_spoken or at == head or (plan and is_voted(one.block)):
            continue
        if reason := _judge_repetition(judged, at, said):
            judged.leave_out(at, reason)
        elif not _is_item(one.block):  # lists may count up headings
            said.seen[keys[at]] = at


def _is_plan(judged: JudgedBlocks, keys: list[str]) -> bool:
    """Whether a page repeats itself on purpose, as a plan for a week does."""
    lines = Counter(
        key
        for one, key in zip(judged, keys, strict=True)
        if is_voted(one.block) and one.block.kind == "paragraph" and len(key) > _SHORT_LETTERS
    )
    often = [count for count in lines.values() if count > _LABEL_TIMES]
    return len(often) >= _PLAN_LINES and len(set(often)) >= _PLAN_RATES


def _judge_repetition(judged: JudgedBlocks, at: int, said: _Said) -> Reason | Literal[""]:
    """Return why a block is said already, or nothing."""
    block, key = judged[at].block, said.keys[at]
    if at in said.copies:
        return "repeated"
    if key == said.title:
        return "" if _is_told_title(judged, at) else "duplicate-headline"
    above = said.keys[at - 1] if at else ""
    # The standfirst once more, with the author's name behind it.
    if len(above) > _SHORT_LETTERS and key.startswith(above + "by"):
        return "byline"
    # A sentence that was chosen stays though a caption says it too.
    if key in said.captions and not is_voted(block):
        return "caption"
    if block.kind == "quote":
        return _judge_quote(judged, at, said)
    return "repeated" if _is_said_elsewhere(judged, at, said) else ""


def _is_told_title(judged: JudgedBlocks, at: int) -> bool:
    """Whether the words of the headline are a line of a poem, or a sentence of the story."""
    block = judged[at].block
    if block.kind == "heading" or not is_told(judged, at):
        return False
    # a headline has no full stop, so that a line with one is no headline
    title = next(one.block.text for one in judged if is_title(one.block))
    return is_verse(judged, at) or (is_closed(block.text) and not is_closed(title))


def _is_said_elsewhere(judged: JudgedBlocks, at: int, said: _Said) -> bool:
    """Whether a line is said above, is a label that comes back, or part of another paragraph."""
    block, key = judged[at].block, said.keys[at]
    told = is_told(judged, at)
    # Items come back in lists on purpose.
    if len(key) > _SHORT_LETTERS and key in said.seen and not _is_item(block):
        return not told or is_slip(judged, said.seen[key], at)
    if len(key) < _LABEL_LETTERS and said.times[key] > _LABEL_TIMES and not told:
        return _is_label(judged, at)
    if block.kind != "paragraph" or len(key) <= _LABEL_LETTERS:
        return False
    return _is_within_another(judged, at, said, near=told and is_closed(block.text))


def _is_item(block: Block) -> bool:
    return block.kind == "list_item"


def _is_label(judged: JudgedBlocks, at: int) -> bool:
    # What leads in ("To serve:"), asks or answers may come back, each time over something else.
    block = judged[at].block
    answers = at > 0 and judged[at - 1].block.text.endswith("?")
    return block.kind == "paragraph" and not is_closed(block.text) and not answers


def _judge_quote(judged: JudgedBlocks, at: int, said: _Said) -> Reason | Literal[""]:
    """Return why a quote is said already: as a whole, in the text, or as a post in parts."""
    key = said.keys[at]
    if len(key) <= _SHORT_LETTERS:
        return ""
    # First, since a pull quote often stands above the sentence that says it.
    if _is_within_another(judged, at, said):
        return "pull-quote"
    if "embed" in judged[at].block.hints and _is_just_quoted(judged, at):
        return "repeated"
    if key not in said.seen:
        return ""
    # a chorus comes back, a quotation that was pasted twice does so at once
    again = is_told(judged, at) and not is_slip(judged, said.seen[key], at)
    return "" if again else "repeated"


def _is_within_another(judged: JudgedBlocks, at: int, said: _Said, *, near: bool = False) -> bool:
    """Whether another block that is spoken says all of this one too, or one ``near`` by.

    Of two that say the same, the one that stands in the story's own place is no part of the other.
    """
    key = said.keys[at]
    told = is_told(judged, at)
    numbers = range(len(said.keys))
    if not near and said.all.find(key, said.all.find(key) + 1) < 0:
        return False  # it stands in its own block only, as most do
    if near:
        numbers = range(max(0, at - _NEAR_BLOCKS), min(len(numbers), at + _NEAR_BLOCKS + 1))
    return any(
        key in said.keys[number]
        and number != at
        and number not in said.copies
        and judged[number].is_spoken
        and not (told and _is_equal(judged, at, number, said))
        for number in numbers
    )


def _is_equal(judged: JudgedBlocks, at: int, number: int, said: _Said) -> bool:
    """Whether two blocks say the same, each as a paragraph or each as a quote.

    Two quotes also where one is a part of the other: a line of a chorus, and the chorus.
    """
    same = judged[at].block.kind == judged[number].block.kind
    return same and (said.keys[at] == said.keys[number] or judged[at].block.kind == "quote")


def _is_just_quoted(judged: JudgedBlocks, at: int) -> bool:
    """Whether the paragraphs around an embedded post say half of its words themselves."""
    post = _make_shingles(judged[at].block.text)
    around: set[str] = set()
    for number in range(max(0, at - _NEAR_BLOCKS), min(len(judged), at + _NEAR_BLOCKS + 1)):
        if number != at and judged[number].is_spoken:
            around |= _make_shingles(judged[number].block.text)
    return bool(post) and len(post & around) >= _QUOTED_SHARE * len(post)


def _make_shingles(text: str) -> set[str]:
    """Return every row of six words of a text: https://en.wikipedia.org/wiki/W-shingling."""
    # Without marks: a post and the story that quotes it may have different quotation marks.
    parts = [make_comparable(word) for word in text.split()]
    starts = range(max(0, len(parts) - _SHINGLE_WORDS + 1))
    return {" ".join(parts[at : at + _SHINGLE_WORDS]) for at in starts}


REPETITION = CleaningRule(
    name="repetition",
    judge=drop_repetition,
    why="Heard twice, a headline, a caption or a sentence sounds like a mistake.",
    after={
        "kept-in-context": "what is left out has not been said, what is kept has",
        "contents": "a table of contents says each heading before the heading does",
    },
    left_out=(
        *STORY[:2],
        caption("The trams on the day of the opening, seen from the quay.", "caption", hints=ALONE),
        paragraph(
            "The trams on the day of the opening, seen from the quay.", "caption", hints=ALONE
        ),
        *STORY[2:],
        paragraph("cracks in the cables during a routine inspection", "repeated"),
        heading("Harbour bridge reopens", "duplicate-headline"),
        *LATER,
    ),
    spoken=(
        *STORY,
        paragraph("The engineers came back to look for more."),
        paragraph("They found none."),
        *LATER,
        paragraph("They found none."),
    ),
)
