"""Words that stand beside a date and say that it is the day of a change."""

from __future__ import annotations

import re

from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

__all__ = ["find_update_word"]

_UPDATED = compile_late(
    r"\b(?:" + any_of(
        r"actualis\w+",
        r"actualiz\w+",
        r"aggiornat\w+",
        r"aktualisier\w+",
        r"atualizad\w+",
        r"bijgewerkt",
        r"chang(?:ed|e)",
        r"edited",
        r"geändert",
        r"laatst",
        r"last",
        r"mis à jour",
        r"modifi\w+",
        r"revised",
        r"review(?:ed)?",
        r"updated?",
        r"zuletzt",
    ) + r")\b",
    re.IGNORECASE,
)  # fmt: skip
"""Words that make a date that of a change."""


def find_update_word(text: str) -> bool:
    """Whether a text beside a date says that it is the day of a change."""
    return bool(_UPDATED.search(text))
