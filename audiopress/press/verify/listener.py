"""What a build is given to hear with: whoever compares speech with its text lives above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from audiopress.model import Utterance, Word

__all__ = ["Hearing", "Listener", "SaidLine"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidLine:
    """A line as it would be published: ``read`` gives its mono samples of ±1 and their rate.

    ``words`` have the characters of the spoken text; ``seconds`` is how long it is.
    """

    utterance: Utterance
    words: tuple[Word, ...]
    seconds: float
    read: Callable[[], tuple[NDArray[np.float32], int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """What is wrong with what was heard, or "", and how many words of one run differ at most."""

    fault: str
    weight: float


class Listener(Protocol):
    """Hears lines, once it was loaded."""

    def load(self) -> None:
        """Load what it hears with; raises `ConfigError` where that cannot be done."""

    @property
    def mark(self) -> str:
        """A digest of all that its judgement depends on."""

    def knows(self, language: str) -> bool:
        """Whether it can hear what is said in the language of a tag such as ``en-GB``."""

    def hear(self, lines: Sequence[SaidLine]) -> Iterator[Hearing]:
        """Yield for each line how what is heard differs from what was to be said."""
