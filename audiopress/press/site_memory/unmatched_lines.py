"""What is said of a correction that no article has a line for.

A line is named whole: half of one, a selector, and what is said around a story match nothing.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from audiopress.errors import ConfigError
from audiopress.reading.site_furniture import make_line_key
from audiopress.text.commands import write_command
from audiopress.text.comparison import make_comparable
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.press.site_memory.correct_lines import Correction
    from audiopress.press.site_memory.known_lines import KnownLines

__all__ = ["check_line"]

_ALIKE = 0.5
"""Share of the words of two lines that both have, from which one may be meant by the other."""

_TAG = (
    r"(?:article|aside|blockquote|div|dl|figure|footer|form|h[1-6]|header|li|main|nav|ol|p"
    r"|section|span|table|ul)"
)
"""Matches an element of a page, as a selector begins with one."""

_PART = r"(?:[.#][a-zA-Z_-][\w-]*|\[[a-z-]+[~|^$*]?=[^\]]*\]|:[a-z-]+(?:\([^)]*\))?)"
"""Matches what a selector says of an element: a class, an id, the value of an attribute."""

_SELECTOR = re.compile(rf"{_TAG}?{_PART}+(?:[\s>+~,]+(?:{_TAG}|{_TAG}?{_PART}+|\*))*")
"""Matches a selector that says of its first element more than its name."""

_WAYS = {
    "headline": "it is the title of the article: mend it there",
    "opening": "under [reading]: byline = false, date = false, or opening = words of your own",
    "disclosure": "under [reading]: disclosure_text = words of your own, or disclosure says where",
    "correction": "it is said of an article that was corrected",
}
"""What to do about a text that is said around the story, by its role."""


def check_line(
    line: str, how: Correction, known: KnownLines, options: tuple[str, ...], *, one: bool
) -> str:
    """Return a note on a line that no article has so far, or nothing.

    ``options`` are those of the command, ``one`` says that one article alone is meant.

    Raises:
        ConfigError: it is no line of that article, or can be one of none.

    """
    if make_line_key(line) in known.lines:
        return ""
    _refuse_other(line, how, known)
    if not known.articles:
        return ""
    if one:
        way = _propose(line, how, known, options) or write_command("script", *options[1:])
        raise ConfigError("no line of this article is this", where=line, hint=way)
    way = _propose(line, how, known, options) or "audiopress script SOURCE shows lines as they are"
    return (
        f"no line of {count_things(len(known.articles), 'article')} that was read here is this: "
        f"it changes nothing until one has it; {way}"
    )


def _refuse_other(line: str, how: Correction, known: KnownLines) -> None:
    """Raise `ConfigError` for what is no line of a page, whatever pages come."""
    if role := known.around.get(make_line_key(line)):
        raise ConfigError(
            f"this is no line of a page: it is said around the story ({role})",
            where=line,
            hint=_WAYS[role],
        )
    # A line of one word with # may be a label that pages have.
    if _SELECTOR.fullmatch(line) and (known.articles or not line.startswith("#")):
        raise ConfigError(
            "this is a selector, and a line is named by its words",
            where=line,
            hint=f"selectors go into the configuration: {how} = {json.dumps([line])} "
            "under [reading]",
        )


def _propose(line: str, how: Correction, known: KnownLines, options: tuple[str, ...]) -> str:
    """Return the command for the nearest line, or nothing where none is near."""
    nearest = _find_nearest(line, known.lines.values())
    if not nearest:
        return ""
    return f"a line is named whole: {write_command('reading', how, nearest, *options)}"


def _find_nearest(line: str, others: Iterable[str]) -> str:
    """Return the shortest line that has all of this one in it, or the one most like it."""
    part = make_comparable(line)
    whole = [each for each in others if part in make_comparable(each)]
    if whole:
        return " ".join(min(whole, key=len).split())
    words = _list_words(line)
    likeness, nearest = max(
        ((_compare(words, _list_words(each)), each) for each in others), default=(0.0, "")
    )
    return " ".join(nearest.split()) if likeness >= _ALIKE else ""


def _list_words(line: str) -> frozenset[str]:
    return frozenset(map(make_comparable, line.split())) - {""}


def _compare(words: frozenset[str], others: frozenset[str]) -> float:
    return len(words & others) / max(len(words | others), 1)
