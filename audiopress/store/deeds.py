"""What people did to an article that was published: kept in its record, whatever came after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime  # noqa: TC003 - msgspec resolves the annotations when it decodes
from typing import Literal

__all__ = ["Deed", "DeedKind"]

DeedKind = Literal["corrected", "withdrawn", "restored", "released", "purged"]
"""What was done: a version took the place of another, or the article was taken back, brought back,
released, or its words removed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What was done, when, and by which account of which machine; ``who`` is empty where none is.

    ``key`` is the version that came, or whose words were removed; nothing where that was all of
    them. ``reason`` is what the page of a withdrawn article said besides. Nothing that the article
    said is in it.
    """

    what: DeedKind
    at: datetime
    who: str = ""
    key: str = ""
    reason: str = ""
