"""How publishers speak of themselves and of those whom they serve: "we", "our clients", "you"."""

from __future__ import annotations

import re

from audiopress.text.lazy_regex import compile_late

__all__ = ["OWN_WORD", "READER"]

OWN_WORD = compile_late(r"\b(?:we|our|us|my)\b", re.IGNORECASE)
"""A word by which a publisher speaks of itself; people who are quoted use it too."""

READER = compile_late(r"\byou(?:rs?)?\b", re.IGNORECASE)
"""A word that speaks to the reader; people who are quoted say it too."""
