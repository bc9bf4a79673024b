"""The table ``[corrections]``: what becomes of a published article that its source has changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audiopress.settings.mistakes import fill_value
from audiopress.sources.selection import parse_age

if TYPE_CHECKING:
    from datetime import timedelta

    from audiopress.settings.mistakes import Mistakes

__all__ = ["CorrectionsTable", "parse_kept", "read_corrections"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsTable:
    """What becomes of a correction, and how long what it replaced stays reachable.

    ``keep_versions`` is an age (``30d``), ``all``, or how many old versions an article keeps.
    """

    keep_versions: str = "30d"


def read_corrections(table: dict[str, Any], mistakes: Mistakes) -> CorrectionsTable:
    """Read ``[corrections]``; a count of versions may stand without quotation marks."""
    kept = table.get("keep_versions")
    if isinstance(kept, int) and not isinstance(kept, bool):
        table = table | {"keep_versions": str(kept)}
    corrections = fill_value(CorrectionsTable, table, "corrections", mistakes)
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
