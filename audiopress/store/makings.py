"""How a version came to be: when it was published, and by which voices and encoder it sounds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime  # noqa: TC003 - msgspec resolves the annotations when it decodes

__all__ = ["Making"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """What was so when a version was made, by its ``key``.

    ``issued`` is when it was published, by the clock of that build: what is told of a change may
    be older.
    """

    key: str
    issued: datetime
