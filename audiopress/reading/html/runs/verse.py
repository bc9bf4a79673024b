"""A poem, a letter or an old text in ``<pre>``, which keeps its lines and most often holds code."""

from __future__ import annotations

import re
from typing import Any

from audiopress.text.sentence_ends import SENTENCE_END
from audiopress.text.vocabulary import any_of

__all__ = ["CODE", "is_verse", "reads_as_code", "reads_as_verse"]

CODE = ("code", "samp", "kbd", "tt")
"""Elements that are set as code."""

_NAMED = re.compile(any_of("poem", "poetry", "verse", "stanza", "lyrics"), re.IGNORECASE)
"""What such a text is called in its class."""

_CODE = re.compile(r"[{}\[\]<>=$#|\\_@`~^*]|\(\)|[;:]$|//|(?:^|\s)--?\w|\S[ ]{3,}\S", re.MULTILINE)
"""What stands in code, in commands and in drawings made of letters, and in no poem."""

_CAPITAL = re.compile(r"[\"'“‘„«]?[^\Wa-zß-öø-ÿ_\d]")
"""How a line of verse begins: with a capital, or a letter of a script that has none."""

_MOST = 20_000
"""Characters of the longest that is looked at: a canto. What is longer is a listing or a log."""

_FEWEST_LINES = 2
"""Lines of the shortest poem."""

_PROSE_WORDS = 8
"""Words of a line on average from which it is prose that was wrapped by hand."""


def is_verse(pre: Any, text: str) -> bool:
    """Whether ``text``, a piece of a ``<pre>``, is for readers: called so, or by what it says."""
    # its first element alone: a large page may have thousands of pieces in one of them
    first = next(iter(pre), None)
    if first is not None and first.tag in CODE:
        return False
    return bool(_NAMED.search(pre.get("class") or "")) or reads_as_verse(text)


def reads_as_code(text: str) -> bool:
    """Whether a line has signs of code and is no sentence."""
    line = text.strip()
    told = _CAPITAL.match(line) and SENTENCE_END.search(line)
    return not told and bool(_CODE.search(line))


def reads_as_verse(text: str) -> bool:
    """Whether lines that are set off are for readers: a poem or a letter, without signs of code."""
    if len(text) > _MOST or _CODE.search(text):
        return False
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    capitals = sum(bool(_CAPITAL.match(line)) for line in lines)
    told = _CAPITAL.match(lines[0]) and SENTENCE_END.search(lines[-1]) if lines else False
    return len(lines) >= _FEWEST_LINES and bool(
        told or capitals * 2 >= len(lines) or len(text.split()) >= _PROSE_WORDS * len(lines)
    )
