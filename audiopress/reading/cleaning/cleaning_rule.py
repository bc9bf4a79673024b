"""What cleaning is made of: checks of one block, rules on neighbours, grounds to keep a block.

Each has a name, says why it is there, and brings two examples: blocks of which some are left out
by it, and much the same blocks that are spoken. The examples are its tests, in
``tests/unit/reading/cleaning/test_cleaning_rule.py``: all of them go through the whole of `clean`,
and without the rule the first one must end in another way.

In an example each block stands with its reason, or without one if it is spoken
(`audiopress.reading.cleaning.example_blocks` has the words to write one). Examples are of an
article by Jane Doe on the site of Bridgeways.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from audiopress.model import Article, Block, Reading
    from audiopress.reading.cleaning.judged import Judged, JudgedBlocks
    from audiopress.reading.reasons import Reason

__all__ = ["BlockCheck", "CleaningRule", "Example", "KeepGround", "Verdict"]

Example: TypeAlias = "tuple[Judged, ...]"
"""Blocks below the headline of an article, each as it must be judged."""

Verdict: TypeAlias = "Reason | Literal[''] | None"
"""What a check says of a block: a reason, ``""`` to have it spoken whatever the checks after it
would say, or ``None`` to leave it to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockCheck:
    """A check that judges a block by itself, before anything around it is looked at.

    ``keeps`` is true of a check that has blocks spoken: then its spoken example needs it.
    """

    name: str
    judge: Callable[[Block, Article, Reading], Verdict]
    why: str
    left_out: Example
    spoken: Example
    keeps: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CleaningRule:
    """A rule that judges blocks by what stands around them.

    ``after`` names the rules that must have run before and says what this one takes from them.
    ``pages_only`` is true of rules for web pages: a text that somebody wrote by hand is read
    whole but for plain boilerplate. ``keeps`` is true of a rule that has blocks spoken.
    """

    name: str
    judge: Callable[[JudgedBlocks], None]
    why: str
    left_out: Example
    spoken: Example
    after: Mapping[str, str] = field(default_factory=dict)
    pages_only: bool = False
    keeps: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepGround:
    """A ground to have a block spoken that was judged alone and left out for ``reasons``."""

    name: str
    reasons: tuple[Reason, ...]
    holds: Callable[[JudgedBlocks, int], bool]
    why: str
    left_out: Example
    spoken: Example
