"""Whether a robots.txt keeps apps and searches from the feeds or the sound of an edition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["find_robots_fault"]

_BOTS: Final = re.compile(
    r"\*|.*(?:podcast|itms|overcast|pocket ?casts|spotify|googlebot|bingbot).*", re.IGNORECASE
)
"""Whom an edition is for, as robots.txt calls them: all, apps and their directories, searches."""

_AGENT: Final = re.compile(
    r"^\s*user-?agent\s*:\s*([^#\n]*?)\s*(?:#.*)?$", re.IGNORECASE | re.MULTILINE
)
"""A line that says for whom those below it are."""

_ARTICLES: Final = ("episodes/any/", "episodes/any/any/any.mp3")
"""A page and a sound like those of each article; rules on one article of many are its publisher's
own."""


def find_robots_fault(text: str, feeds: Sequence[str]) -> str:
    """Return what robots.txt keeps apps or searches from (RFC 9309: the longest rule counts)."""
    from protego import Protego  # noqa: PLC0415 - for an edition that has such a file

    rules = Protego.parse(text)
    for agent in dict.fromkeys(_AGENT.findall(text)):
        told = _BOTS.fullmatch(agent)
        for path in [*feeds, *_ARTICLES] if told and feeds else ():
            if not rules.can_fetch(f"https://edition.invalid/{path}", agent):
                return f"keeps {agent} from /{path.replace('any', '*')}"
    return ""
