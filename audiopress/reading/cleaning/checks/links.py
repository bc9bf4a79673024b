"""A block that is a link and leads to another page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import (
    asks_to_press,
    count_words,
    is_closed,
    is_link,
    is_voted,
)
from audiopress.reading.cleaning.cleaning_rule import BlockCheck
from audiopress.reading.cleaning.example_blocks import paragraph

if TYPE_CHECKING:
    from audiopress.model import Article, Block, Reading
    from audiopress.reading.cleaning.cleaning_rule import Verdict

__all__ = ["LINKS"]

_LINK_WORDS = 25
"""Words of the longest linked line that is the title of another page."""

_NAME_WORDS = 3
"""Words of the shortest name of a thing to which a link leads; shorter ones are buttons."""


def _drop_link(block: Block, _article: Article, _reading: Reading) -> Verdict:
    """Leave out a linked title that is no sentence: it leads to another page."""
    if not is_link(block) or count_words(block) > _LINK_WORDS:
        return None
    if block.kind == "heading" and is_voted(block):
        return None  # tests and rankings link the heading of each thing
    if block.kind == "paragraph" and _names_thing(block):
        return None
    # What stands beside the link makes a sentence of it.
    if block.kind == "paragraph" and block.links < 1 and is_closed(block.text):
        return None
    return "link"


def _names_thing(block: Block) -> bool:
    """Whether a linked line names what the story tells of, such as a product on another site."""
    chosen = {"voted", "leads-out"} <= set(block.hints)
    return chosen and count_words(block) >= _NAME_WORDS and not asks_to_press(block.text)


LINKS = BlockCheck(
    name="links",
    judge=_drop_link,
    why="A linked title leads to another page.",
    left_out=(paragraph("Ten ropes that we like", "link", links=1.0),),
    spoken=(paragraph("Northern Rope Works Model Nine", links=1.0, hints=("leads-out", "voted")),),
)
