"""Texts as their letters and figures alone: what two lines are compared by."""

from __future__ import annotations

import re

__all__ = ["keep_letters"]

_OTHERS = re.compile(r"\W+")
"""Spaces and marks: two copies of one line differ in them ("Read more >", "READ MORE")."""


def keep_letters(text: str) -> str:
    """Return the letters, figures and underscores of ``text`` in one case, nothing between them."""
    return _OTHERS.sub("", text.casefold())
