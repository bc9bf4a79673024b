"""An edition that was built for a measurement: its sound as shipped, and as the engine gave it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np
import soundfile

from audiopress.audio.frames import resample
from audiopress.audio.limiter import limit
from audiopress.audio.loudness import choose_gain
from audiopress.audio.speech import unpack
from audiopress.model import Sound
from audiopress.store.cache import Cache
from tests.benchmarks.processes import build
from tests.benchmarks.recogniser import same_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from audiopress.model import Segment
    from tests.benchmarks.recogniser import Heard, Recogniser

__all__ = ["EDGE", "Shipped", "ship"]

_SOUND = Sound()
_CEILING = _SOUND.peak - 0.9
_QUIET = 10 ** (-60 / 20)
EDGE = 0.15
"""Seconds around a paragraph that a recogniser gets with it."""
_NEAR = 200
"""Milliseconds beyond which a silence belongs to another word."""


class _Receipt(msgspec.Struct):
    """What the press remembers of an episode: source, text, voice, key, kernel a paragraph."""

    past: list[tuple[str, str, str, str, str]]


@dataclass(frozen=True)
class Shipped:
    """The one episode in an edition's folder."""

    folder: Path

    @cached_property
    def path(self) -> Path:
        """The MP3."""
        (found,) = self.folder.glob("output/episodes/*/*/*.mp3")
        return found

    @cached_property
    def alignment(self) -> dict[str, Any]:
        """What is said when."""
        return json.loads((self.path.parent / "alignment.json").read_text("utf-8"))

    @cached_property
    def decoded(self) -> NDArray[np.float32]:
        """The MP3's samples as libsndfile decodes them."""
        samples, _ = soundfile.read(self.path, dtype="float32")
        return samples

    def paragraphs(self) -> Iterator[tuple[dict[str, Any], float, NDArray[np.float32]]]:
        """Yield each paragraph with its sound from the MP3 and where that begins, in seconds."""
        for paragraph in self.alignment["paragraphs"]:
            begin = max(0.0, paragraph["start"] - EDGE)
            cut = slice(int(begin * _SOUND.rate), int((paragraph["end"] + EDGE) * _SOUND.rate))
            yield paragraph, begin, self.decoded[cut]

    def raw(self) -> Iterator[tuple[Segment, NDArray[np.int16]]]:
        """Yield what the engine gave for each paragraph, with its measurements."""
        cache = Cache(self.folder / ".audiopress")
        receipt = cache.find_record("receipt", self.alignment["id"], _Receipt)
        if receipt is None:
            raise SystemExit(f"{self.folder} has no receipt as this benchmark knows them")
        for *_, key, _kernel in receipt.past:
            segment = cache.find_segment(key)
            body = None if segment is None else cache.read_speech(segment)
            if segment is None or body is None:
                raise SystemExit(f"{self.folder} has lost a segment")
            yield segment, unpack(body)[0]

    def reduction(self, usual: float | None) -> float:
        """Return the 95th percentile of the limiter's reduction in dB, over all paragraphs."""
        curves = [
            limit(
                resample(pcm, segment.rate, _SOUND.rate),
                _SOUND.rate,
                choose_gain(segment.loudness, _SOUND, usual),
                _CEILING,
            ).reduction
            for segment, pcm in self.raw()
        ]
        return float(np.percentile(np.concatenate(curves), 95))

    def stray(self) -> tuple[float, float]:
        """Return how far pauses are from the timeline in ms, and the loudest sound in one in dBFS.

        A pause is where 2 ms are below -60 dBFS: the last breath of a word is above that. For the
        second, 20 ms at its edges belong to the paragraphs.
        """
        step = _SOUND.rate // 500
        edges = [(one["start"], one["end"]) for one in self.alignment["paragraphs"]]
        worst, loudest = 0.0, 0.0
        for (_, end), (start, _) in pairwise(edges):
            pause = self.decoded[int(end * _SOUND.rate) : int(start * _SOUND.rate)]
            inner = pause[10 * step : -10 * step]
            loudest = max(loudest, float(np.abs(inner).max(initial=0)))
            around = self.decoded[int((end - 0.2) * _SOUND.rate) : int((start + 0.2) * _SOUND.rate)]
            blocks = np.square(around[: len(around) // step * step].reshape(-1, step)).mean(axis=1)
            sounding = np.flatnonzero(blocks > _QUIET**2)
            gaps = np.diff(sounding)
            longest = float(gaps.max(initial=1) - 1) * 0.002
            worst = max(worst, abs(longest - (start - end)) * 1000)
        return worst, 20 * float(np.log10(max(loudest, 1e-6)))

    def timing(self, hear: Recogniser, count: int = 10) -> tuple[list[float], list[float]]:
        """Return by how many ms words of ``count`` paragraphs begin elsewhere than heard.

        And by how many ms the recogniser itself hears words begin later than the sound of them
        does, where a silence before them tells that.
        """
        found, late = list[float](), list[float]()
        bodies = [one for one in self.paragraphs() if one[0]["role"] == "body"][:count]
        for paragraph, begin, samples in bodies:
            heard = hear.hear(samples, _SOUND.rate)
            for number, word in self._pairs(paragraph, heard):
                said, at = paragraph["words"][number]["start"], begin + word.start
                found.append((said - at) * 1000)
                if abs(said - (sound := self._begins(said))) * 1000 < _NEAR:
                    late.append((at - sound) * 1000)
        return found, late

    def onsets(self) -> list[float]:
        """Return by how many ms words after a silence begin elsewhere than the sound does.

        Nobody has to recognise anything for that.
        """
        words = [word["start"] for one in self.alignment["paragraphs"] for word in one["words"]]
        off = [(word - self._begins(word)) * 1000 for word in words]
        return [one for one in off if abs(one) < _NEAR]

    def _begins(self, second: float) -> float:
        """Return where sound begins after a silence, nearest to a second of the MP3."""
        return float(self._edges[np.abs(self._edges - second).argmin()])

    @cached_property
    def _edges(self) -> NDArray[np.float64]:
        """Seconds at which 60 ms below -45 dBFS end."""
        rate, quiet = _SOUND.rate, _SOUND.rate * 6 // 100
        window = rate // 200
        power = np.convolve(np.square(self.decoded), np.ones(window) / window, "same")
        still = np.concatenate([[0], np.cumsum(power < 10 ** (-45 / 10))])
        ends = np.flatnonzero(still[quiet:-1] - still[: -quiet - 1] == quiet) + quiet
        return ends[power[ends] >= 10 ** (-45 / 10)] / rate

    @staticmethod
    def _pairs(paragraph: dict[str, Any], heard: tuple[Heard, ...]) -> list[tuple[int, Heard]]:
        written = [paragraph["spoken"][slice(*word["spoken"])] for word in paragraph["words"]]
        return same_words(written, heard)


def ship(folder: Path, article: Path, voice: str) -> Shipped:
    """Build an article in a folder."""
    build(folder, article.resolve(), voice=voice)
    return Shipped(folder)
