"""What a person may ask for beside the files as they lie there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.checking.files.sound_rules import LEVEL

if TYPE_CHECKING:
    from audiopress.checking.former_feeds import FormerFeed
    from audiopress.checking.words.recogniser import Recogniser

__all__ = ["Beside"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What else is looked at, if anything.

    ``previous`` are feeds that the edition had before, held against those of now;
    ``recogniser`` hears every paragraph of the sound; ``level`` is the loudness in LUFS that every
    episode is to have.
    """

    previous: tuple[FormerFeed, ...] = ()
    recogniser: Recogniser | None = None
    level: float = LEVEL
