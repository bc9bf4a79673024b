"""The table ``[corrections]``: what becomes of a published article that its source has changed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from audiopress.settings.limits import CORRECTIONS
from audiopress.settings.mistakes import fill_value
from audiopress.settings.texts_by_language import read_by_language
from audiopress.sources.selection import parse_age

if TYPE_CHECKING:
    from datetime import timedelta

    from audiopress.settings.mistakes import Mistakes

__all__ = ["CorrectionsTable", "parse_kept", "read_corrections"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsTable:
    """What becomes of a correction by its kind, and how long what it replaced stays reachable."""

    punctuation: str = "replace"
    """Where only signs changed, and no word: ``"keep-audio"`` leaves the sound, and its address, as
    they are, and corrects page, transcripts and ``alignment.json``."""
    spelling: str = "replace"
    """The same where English words were misspelt: no word before, one now, by at most two letters,
    no figure in it. Another word ("fired" for "hired"), a name, a headline or heading never keep
    the sound."""
    wording: str = "replace"
    """All other changes: ``"announce"`` has a line behind headline and notice say that the article
    was corrected."""
    most_words: int = 5
    """How many words of an article may be spelt otherwise than they were read; with more it is
    spoken anew."""
    announcement: str = ""
    """Your own words for it, for articles in the language of ``[show]``."""
    announcements: tuple[tuple[str, str], ...] = ()
    """The same by language: ``de = "Wir haben berichtigt."``."""
    keep_versions: str = "30d"
    """How long a version that was replaced stays reachable: an age (``12h``, ``30d``, ``8w``), how
    many old versions an article keeps (``3``), or ``"all"``. ``audiopress gc`` removes the
    others."""


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
    for name, known in CORRECTIONS.items():
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
