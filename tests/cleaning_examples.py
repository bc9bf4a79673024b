"""The examples of checks, rules and grounds of cleaning, and what cleaning makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.model import Article, Block, Reading, Selector
from audiopress.reading.cleaning import kept_in_context
from audiopress.reading.cleaning.cleaning_rule import BlockCheck, CleaningRule, KeepGround
from audiopress.reading.cleaning.example_blocks import LATER, STORY
from audiopress.reading.cleaning.pipeline import CHECKS, RULES, judge_article

if TYPE_CHECKING:
    from audiopress.reading.cleaning.cleaning_rule import Example

Piece = BlockCheck | CleaningRule | KeepGround
TITLE = "Harbour bridge reopens"


def article_of(example: Example) -> Article:
    """Return the article that an example is of: its blocks below a headline."""
    headline = Block(kind="heading", text=TITLE, level=1, selector=Selector(exact=TITLE))
    return Article(
        uri="https://www.bridgeways.example/a",
        title=TITLE,
        byline="Jane Doe",
        language="en",
        blocks=(headline, *(judged.block for judged in example)),
    )


def example_of(piece: Piece, kind: str) -> Example:
    """Return an example; that of a check is a block or two in the middle of a story."""
    example: Example = getattr(piece, kind)
    return (*STORY, *example, *LATER) if isinstance(piece, BlockCheck) else example


def needing(piece: Piece) -> Example:
    """Return the example that ends in another way without a check, a rule or a ground."""
    keeps = isinstance(piece, KeepGround) or piece.keeps
    return example_of(piece, "spoken" if keeps else "left_out")


def written(example: Example) -> list[tuple[str, str]]:
    return [(one.block.text, one.reason) for one in example]


def judged_as(
    example: Example,
    checks: tuple[BlockCheck, ...] = CHECKS,
    rules: tuple[CleaningRule, ...] = RULES,
) -> list[tuple[str, str]]:
    """Return what cleaning makes of the blocks of an example: each text with its reason."""
    judged = judge_article(article_of(example), Reading(), checks=checks, rules=rules)
    return [(one.block.text, one.reason) for one in judged[1:]]


def judged_without(piece: Piece) -> list[tuple[str, str]]:
    """Return what cleaning makes of the example that needs it without a check, rule or ground."""
    grounds = kept_in_context.GROUNDS
    kept_in_context.GROUNDS = tuple(one for one in grounds if one is not piece)
    try:
        return judged_as(
            needing(piece),
            tuple(one for one in CHECKS if one is not piece),
            tuple(one for one in RULES if one is not piece),
        )
    finally:
        kept_in_context.GROUNDS = grounds
