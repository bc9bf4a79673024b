"""What somebody named in the configuration, and what has no words to say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import is_title, make_comparable
from audiopress.reading.cleaning.cleaning_rule import BlockCheck
from audiopress.reading.cleaning.example_blocks import paragraph

if TYPE_CHECKING:
    from audiopress.model import Article, Block, Reading
    from audiopress.reading.cleaning.cleaning_rule import Verdict

__all__ = ["ASKED_FOR", "NOT_ASKED_FOR", "WORDLESS"]

_ANY_LETTER = re.compile(r"[^\W_]")
"""A letter or figure of any script; "* * *" and "___" have none."""


def _keep_asked_for(block: Block, article: Article, _reading: Reading) -> Verdict:
    # By its words too: a masthead is a heading of rank one on some pages.
    named = is_title(block) and make_comparable(block.text) == make_comparable(article.title)
    return "" if named or "keep" in block.hints else None


ASKED_FOR = BlockCheck(
    name="asked-for",
    judge=_keep_asked_for,
    why="What [reading] keep names is spoken, and so is the headline.",
    keeps=True,
    left_out=(paragraph("Sign up for our newsletter", "newsletter"),),
    spoken=(paragraph("Sign up for our newsletter", hints=("keep", "voted")),),
)


def _drop_asked_for(block: Block, _article: Article, _reading: Reading) -> Verdict:
    return "dropped-by-config" if "drop" in block.hints else None


NOT_ASKED_FOR = BlockCheck(
    name="not-asked-for",
    judge=_drop_asked_for,
    why="What [reading] drop names is not spoken.",
    left_out=(
        paragraph(
            "Trams were late on Monday, as they were on Friday.",
            "dropped-by-config",
            hints=("drop", "voted"),
        ),
    ),
    spoken=(paragraph("Trams were late on Monday, as they were on Friday."),),
)


def _drop_wordless(block: Block, _article: Article, _reading: Reading) -> Verdict:
    return None if _ANY_LETTER.search(block.text) else "no-words"


WORDLESS = BlockCheck(
    name="wordless",
    judge=_drop_wordless,
    why="Three asterisks part a text for the eye.",
    left_out=(paragraph("* * *", "no-words"),),
    spoken=(paragraph("C * D * E"),),
)
