"""A part of a text that is not spoken, as a span of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from audiopress.reading.reasons import Reason

__all__ = ["InlinePart"]


@dataclass(frozen=True, slots=True, kw_only=True)
class InlinePart:
    """The characters ``start`` to ``end`` of a text, and why they are not spoken.

    ``instead`` is what is spoken in their place. Without a ``reason`` nothing is lost by them:
    they are marks around what is spoken, or the same in other letters.
    """

    start: int
    end: int
    reason: Reason | Literal[""]
    instead: str = ""
