"""Phonemes of a lexicon where they stand in a spoken text: ``said [[kim]] today``."""

from __future__ import annotations

import re

__all__ = ["IPA", "IPA_INSIDE"]

IPA_INSIDE = r"[^\[\]\n]*"
"""Matches what stands between the double brackets, on one line and without brackets of its own, so
that a word in square brackets, ``[[[kim]]]``, is ``[[kim]]`` between two marks."""

IPA = re.compile(rf"\[\[({IPA_INSIDE})\]\]")
"""Matches IPA with its double brackets; a ``[[`` that nothing closes is just text."""
