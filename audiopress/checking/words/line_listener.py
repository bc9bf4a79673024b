"""Lines that are not published yet, heard as those of an edition are, by the same rules."""

from __future__ import annotations

import functools
import hashlib
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from audiopress.audio.frames import resample
from audiopress.checking.words.heard_paragraphs import compare_paragraphs
from audiopress.checking.words.recogniser import RATE, find_listening, open_recogniser
from audiopress.checking.words.second_hearing import hear_again
from audiopress.checking.words.word_rules import WINDOW
from audiopress.press.rule_digests import list_files
from audiopress.press.verify.listener import Hearing
from audiopress.speaking.source_spans import find_source_spans
from audiopress.store.keys import digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from audiopress.checking.words.recogniser import Recogniser
    from audiopress.press.verify.listener import SaidLine

__all__ = ["LineListener"]

_PAUSE: Final = 0.5
"""Seconds of silence between lines, about as in an episode."""


class LineListener:
    """Hears lines that a build has spoken, with a model that is loaded when it is needed."""

    def __init__(self, model: str, option: str) -> None:
        """Name the model; ``option`` is what asked for it.

        Raises:
            ConfigError: the extra is not installed, or there is no such model.

        """
        self._model, self._option = model, option
        self._recogniser: Recogniser | None = None
        self._file = find_listening(model, option)

    def load(self) -> None:
        """Load the model, once; raises `ConfigError` where it is none."""
        if self._recogniser is None:
            self._recogniser = open_recogniser(self._model, self._option)

    @functools.cached_property
    def mark(self) -> str:
        """A digest of the model and of the rules by which lines are compared."""
        with self._file.open("rb") as file:
            weights = hashlib.file_digest(file, "sha256").hexdigest()
        rules = sorted(list_files("checking/words"))
        return digest([weights, [hashlib.sha256(body).hexdigest() for _, body in rules]])

    @property
    def _hears(self) -> Recogniser:
        if self._recogniser is None:
            raise AssertionError("a listener is loaded before it hears")
        return self._recogniser

    def knows(self, language: str) -> bool:
        """Whether the model was taught the language of a tag such as ``en-GB``."""
        return self._hears.knows(language)

    def hear(self, lines: Sequence[SaidLine]) -> Iterator[Hearing]:
        """Yield for each line how what is heard differs from what was to be said.

        Short ones are heard together, and what is in doubt there once more alone.
        """
        for group in _group(lines):
            language = group[0].utterance.language
            said = [_describe(line) for line in group]
            heard = self._hears.hear(np.concatenate([_cut(line) for line in group]), language)
            looks = compare_paragraphs(said, [""] * len(said), heard, language)
            for line, own, first in zip(group, said, looks, strict=True):
                look = hear_again(own, first, partial(_cut, line), self._hears, language)
                weight = max((run.weight for run in look.runs), default=0.0)
                yield Hearing(fault=look.fault, weight=weight)


def _cut(line: SaidLine) -> NDArray[np.float32]:
    """Return the sound of a line as a recogniser hears it, with a pause behind it."""
    pause = np.zeros(round(_PAUSE * RATE), np.float32)
    return np.concatenate([resample(*line.read(), RATE), pause])


def _group(lines: Sequence[SaidLine]) -> Iterator[list[SaidLine]]:
    """Yield neighbours of one language that fit into a window together; a longer one alone."""
    group: list[SaidLine] = []
    seconds = 0.0
    for line in lines:
        own = line.seconds + _PAUSE
        other = group and line.utterance.language != group[0].utterance.language
        if group and (other or seconds + own > WINDOW):
            yield group
            group, seconds = [], 0.0
        group.append(line)
        seconds += own
    if group:
        yield group


def _describe(line: SaidLine) -> dict[str, Any]:
    """Return a line as ``alignment.json`` has a paragraph."""
    said = line.utterance
    places = [(word.at, word.to) for word in line.words]
    spans = find_source_spans(said.source, said.spoken, places)
    return {
        "source": said.source,
        "spoken": said.spoken,
        "language": said.language,
        "words": [
            {"spoken": list(place), "source": list(span) if span else None}
            for place, span in zip(places, spans, strict=True)
        ],
    }
