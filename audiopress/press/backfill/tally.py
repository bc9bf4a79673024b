"""What became of how many articles, by kind, and how fast it goes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from audiopress.errors import (
    AudiopressError,
    IdentityError,
    ReadingError,
    SourceError,
    SpeechError,
    StoreError,
    VoiceError,
)

if TYPE_CHECKING:
    from audiopress.press.report import Outcome

__all__ = ["Tally"]

_KINDS: tuple[tuple[type[AudiopressError], str], ...] = (
    (SourceError, "not fetched"),
    (ReadingError, "nothing to speak"),
    (VoiceError, "no voice for it"),
    (SpeechError, "not spoken"),
    (IdentityError, "two of one identity"),
    (StoreError, "not stored"),
)
"""What is said of an error of each kind; of others its class."""


@dataclass(slots=True)
class Tally:
    """How many of ``total`` addresses came to what. ``before`` were published when it began.

    ``failures`` are by kind, ``passed_by`` those that are no article or are not wanted;
    ``cpu_seconds`` are those of the engines.
    """

    total: int
    before: int = 0
    states: Counter[str] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)
    passed_by: int = 0
    spoken: int = 0
    audio_seconds: float = 0.0
    cpu_seconds: float = 0.0

    def add(self, outcome: Outcome) -> None:
        """Count an article that came to its end."""
        self.states[outcome.status] += 1
        self.spoken += outcome.spoken
        self.audio_seconds += outcome.audio_seconds
        if outcome.error is not None:
            self.failures[_name_kind(outcome.error)] += 1

    @property
    def done(self) -> int:
        """How many came to an end in this run."""
        return sum(self.states.values()) + self.passed_by

    @property
    def left(self) -> int:
        """How many addresses have not come to an end."""
        return max(0, self.total - self.before - self.done)


def _name_kind(error: AudiopressError) -> str:
    return next((said for kind, said in _KINDS if isinstance(error, kind)), type(error).__name__)
