"""A correction of a published article, as everybody may read it: no text, only when and where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime  # noqa: TC003 - as the other values have it

__all__ = ["Correction"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """When an article began to say something else, and where.

    ``paragraphs`` are counted from 0 as `alignment.json` has them today; ``removed`` is how many
    are there no more. Where what it said before was purged, both say nothing. ``sound`` is
    ``kept`` where only texts were corrected.
    """

    at: datetime
    paragraphs: tuple[int, ...] = ()
    removed: int = 0
    sound: str = "new"
