"""The table ``[corrections]``: what becomes of a published article that its source has changed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from audiopress.settings.mistakes import fill_value
from audiopress.settings.texts_by_language import read_by_language
from audiopress.sources.selection import parse_age

if TYPE_CHECKING:
    from datetime import timedelta

    from audiopress.settings.mistakes import Mistakes

__all__ = ["CorrectionsTable", "parse_kept", "read_corrections"]

_WAYS = {
    "punctuation": ("replace", "keep-audio"),
    "spelling": ("replace", "keep-audio"),
    "wording": ("replace", "announce"),
}
"""What may become of each kind of change: other words than are said need other sound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsTable:
    """What becomes of a correction by its kind, and how long what it replaced stays reachable.

    ``punctuation`` and ``spelling`` are ``replace`` or ``keep-audio``; the latter up to
    ``most_words`` that are spelt otherwise than when they were read. ``wording`` is ``replace`` or
    ``announce``, in the words of ``announcement``, those of the language of the show, or
    ``announcements`` by language. ``keep_versions`` is an age (``30d``), ``all``, or how
    many old versions an article keeps.
    """

    punctuation: str = "replace"
    spelling: str = "replace"
    wording: str = "replace"
    most_words: int = 5
    announcement: str = ""
    announcements: tuple[tuple[str, str], ...] = ()
    keep_versions: str = "30d"


def read_corrections(table: dict[str, Any], mistakes: Mistakes) -> CorrectionsTable:
    """Read ``[corrections]``; a count of versions may stand without quotation marks."""
    kept = table.get("keep_versions")
    if isinstance(kept, int) and not isinstance(kept, bool):
        table = table | {"keep_versions": str(kept)}
    rest = {name: value for name, value in table.items() if name != "announcements"}
    corrections = fill_value(CorrectionsTable, rest, "corrections", mistakes)
    if "announcements" in table:
        texts = read_by_language(table, "corrections", "announcements", mistakes)
        corrections = replace(corrections, announcements=texts)
    for name, known in _WAYS.items():
        if getattr(corrections, name) not in known:
            ways = " or ".join(f'"{way}"' for way in known)
            mistakes.add("corrections", name, f"is {ways}, not {getattr(corrections, name)!r}")
    if corrections.most_words < 0:
        mistakes.add("corrections", "most_words", "is a number of words, 0 for none")
    try:
        parse_kept(corrections.keep_versions)
    except ValueError:
        text = f'"{corrections.keep_versions}" is neither an age, a count nor all'
        mistakes.add("corrections", "keep_versions", f'{text}; say "30d", 3 or "all"')
    return corrections


def parse_kept(text: str) -> timedelta | int | None:
    """Return how long old versions stay, or how many, ``None`` for all; raises `ValueError`."""
    if text == "all":
        return None
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else parse_age(text, "keep_versions")
