"""Phonemes in runs that a model takes at once, and when each written word of them is heard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.engines.english.placing import NO_WORD
from audiopress.engines.speech import chunks, word_times
from audiopress.model import Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from audiopress.engines.english.sentences import Phoneme

__all__ = ["Run", "cut_runs", "extend_spans", "make_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Phonemes that a model takes at once, and whether a sentence begins with them."""

    phonemes: tuple[Phoneme, ...]
    opens: bool


def cut_runs(sentences: Iterable[Sequence[Phoneme]], limit: int) -> list[Run]:
    """Return the sentences in runs of at most ``limit`` phonemes; none is lost."""
    found = []
    for sentence in sentences:
        at = 0
        for piece in chunks.cut_chunks([each.symbol for each in sentence], limit):
            run = Run(phonemes=tuple(sentence[at : at + len(piece)]), opens=at == 0)
            at += len(piece)
            found.append(run)
    return found


def extend_spans(
    spans: dict[int, tuple[int, int]], phonemes: Sequence[Phoneme], edges: Sequence[int]
) -> None:
    """Note when each word is heard, by its number: from its first sound to its last.

    ``edges`` are where the symbol before the run ends, each of its phonemes, and the one behind.
    """
    for phoneme, start, end in zip(phonemes, edges[:-2], edges[1:-1], strict=True):
        if phoneme.word != NO_WORD:
            spans[phoneme.word] = (spans.get(phoneme.word, (start, end))[0], end)


def make_words(spans: Mapping[int, tuple[int, int]], text: str) -> tuple[Word, ...]:
    """Return the words of ``text`` that are heard; ``spans`` are by their numbers."""
    written = word_times.find_tokens(text)
    return tuple(
        Word(start=start, end=end, at=written[number].at, to=written[number].to)
        for number, (start, end) in sorted(spans.items())
        if end > start
    )
