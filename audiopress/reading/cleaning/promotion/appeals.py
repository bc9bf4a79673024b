"""Appeals for money to the house that publishes, in the middle of its text.

A house that asks speaks as "we" or of its own work, turns to the reader, and names what it wants.
No one of these alone is an appeal: people who are told of ask for money too, and a column speaks
as "we" to "you".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import count_words, is_story_sentence
from audiopress.reading.cleaning.cleaning_rule import CleaningRule
from audiopress.reading.cleaning.example_blocks import LATER, STORY, paragraph
from audiopress.reading.cleaning.promotion import own_words
from audiopress.reading.cleaning.promotion.publisher_names import names_publisher
from audiopress.reading.wording.narration import is_narration
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.model import Block
    from audiopress.reading.cleaning.judged import JudgedBlocks

__all__ = ["APPEALS"]

_OPENED_BY = 2
"""Sentences of the story that stand above an appeal: one whose text begins so is about it."""

_MOST_WORDS = 90
"""Words of the longest appeal that is one paragraph; longer ones tell something besides."""

_OF_HOUSE = any_of(
    "coverage", "journalism", "magazine", "mission", "newsroom", "paper", "publication",
    "reporting", "site", "team", "work", "writers?", "writing",
)  # fmt: skip
"""What a house has that asks for money."""

_ABOUT_IT = 2
"""Other paragraphs that speak of gifts from which a text is about a collection, and asks for it."""

_WANTED = compile_late(
    r"\b"
    + any_of(
        "donat(?:e|ions?|ing)",
        "contribut(?:e|ions?) to (?:us|our|this)",
        "make a contribution",
        "chip(?:ping)? in",
        "give (?:now|today|generously)",
        "(?:a|monthly|one-off) gifts? (?:of|to us)",
        "support us",
        "support (?:our|independent) " + _OF_HOUSE,
        r"becom(?:e|ing) an? (?:\w+ )?(?:member|patron|supporter|subscriber|donor)s?",
    )
    + r"\b",
    re.IGNORECASE,
)
"""What is asked for: a gift, or to become one of those who pay."""

_TOLD_TO = compile_late(
    r"(?:^|[.!?:,]\W+)(?:please )?(?:(?:so|and) )?(?:please )?("
    + any_of(
        "donate", "give", "support", "help", "become", "join", "contribute", "consider", "chip",
        "make",
    )
    + r"\b[^.!?]*[.!?]?)",
    re.IGNORECASE,
)  # fmt: skip
"""A clause that begins with what the reader is to do, to its sentence's end."""

_WORK = compile_late(r"\b(?:journalism|reporting|newsroom|news site|this site)\b", re.IGNORECASE)
"""What a house does, where it does not say "we"."""

_QUOTED = re.compile(r"[\"\u201c\u201d\u201e\u00ab\u00bb]")
"""A mark of what somebody else says."""


def drop_appeals(judged: JudgedBlocks) -> None:
    """Leave out paragraphs in which the house asks the reader for money."""
    opened, asking, others = 0, [], 0
    for at, one in enumerate(judged):
        block = one.block
        if one.is_spoken and _asks(block, judged.publisher_names):
            asking += [at] * (opened >= _OPENED_BY)
        elif one.is_spoken:
            others += bool(_WANTED.search(block.text))
        opened += is_story_sentence(block)
    for at in asking if others < _ABOUT_IT else ():
        judged.leave_out(at, "donation")


def _asks(block: Block, names: frozenset[str]) -> bool:
    text = block.text
    if block.kind != "paragraph" or count_words(block) > _MOST_WORDS or _QUOTED.search(text):
        return False
    ours = own_words.OWN_WORD.search(text) or _WORK.search(text) or names_publisher(text, names)
    # "Join us, the strikers sang" is told of somebody.
    told = any(not is_narration(found[1]) for found in _TOLD_TO.finditer(text))
    return bool(ours and told and _WANTED.search(text))


APPEALS = CleaningRule(
    name="appeals",
    judge=drop_appeals,
    why="In the middle of a text many a house asks its readers for money. It says whose work it "
    "is, tells the reader what to do, and names the gift; a story has hardly all three outside of "
    "quotation marks, unless it is about a collection.",
    after={"boxes": "what stands in a box is left out with it"},
    pages_only=True,
    left_out=(
        *STORY,
        paragraph("We depend on readers like you. Donate what you can.", "donation"),
        *LATER,
    ),
    spoken=(
        *STORY,
        paragraph("They depend on readers of all ages, and donate what is left to the school."),
        *LATER,
    ),
)
