"""A rule of spoken form: a pattern, what is said for it, and examples that are its tests."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Rule", "Variety", "rule"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variety:
    """``british`` decides on "and" in numbers, "nil" in scores; ``day_first`` on 3/4/2024."""

    british: bool
    day_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """``say`` gives the words for a match, or ``None`` to leave it as it is.

    ``examples`` are written and spoken in British English unless they begin with ``us:``.
    """

    name: str
    pattern: re.Pattern[str]
    say: Callable[[re.Match[str], Variety], str | None]
    examples: tuple[tuple[str, str], ...]

    def apply(self, text: str, variety: Variety) -> str:
        """Return ``text`` with every match said."""

        def replace(match: re.Match[str]) -> str:
            said = self.say(match, variety)
            return match[0] if said is None else said

        return self.pattern.sub(replace, text)


def rule(
    name: str,
    pattern: str,
    say: Callable[[re.Match[str], Variety], str | None] | str,
    *examples: tuple[str, str],
    flags: int = 0,
) -> Rule:
    """Make a rule; a string to ``say`` is a template for the match."""
    template = say if isinstance(say, str) else ""

    def expand(match: re.Match[str], _variety: Variety) -> str:
        return match.expand(template)

    return Rule(
        name=name,
        pattern=re.compile(pattern, flags),
        say=expand if isinstance(say, str) else say,
        examples=examples,
    )
