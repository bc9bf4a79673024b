"""hibari's model: runs of phonemes to parts of a spectrum, samples, times of the words.

The model's durations are made an output: units of two frames for every symbol. It has no random
part; the noise that the spectrum is mixed with is drawn here, from line and run.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from audiopress import parallel, voices
from audiopress.engines.english import runs
from audiopress.engines.english.phonemizer import (
    EnglishPhonemizer,
    load_phonemizer,
    read_symbols,
)
from audiopress.engines.hibari.vocoder import FRAME, RATE, draw_noise, synthesize
from audiopress.engines.onnx import sessions
from audiopress.engines.onnx.added_output import add_output
from audiopress.engines.speech.pace import read_pace
from audiopress.engines.speech.pcm import find_sound_edges, to_int16
from audiopress.engines.speech.phonemes import make_excerpt
from audiopress.errors import SpeechError, VoiceError
from audiopress.model import Speech

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from audiopress.engines.english.runs import Run
    from audiopress.model import Line, Voice

__all__ = ["HibariModel", "load_model"]

_UNIT = 2 * FRAME
"""Samples in a unit of the model's durations: 25 ms."""

_DURATIONS = "/Clip_output_0"
"""The tensor with the durations, rounded and bounded, as hibari's exporter names it."""

_END = 0
"""The symbol before and behind a run, by which the model was trained."""

_RUN = 400
"""Phonemes a run has at most, about 60 words: what hibari itself cuts sentences at. One of 2,400
takes 790 MB."""

_EDGE = 1200
"""Samples of quiet left around the sound of a run: 50 ms, so that no weak sound is cut off. The
model leaves some 300 ms before it and 500 ms behind it."""

_LEAD = 2 * _UNIT
"""Samples by which a symbol sounds before its unit begins: 50 ms. Of 573 words behind a silence
the sound began 48 ms before their units did (median; ``bench_voices`` measures it)."""

_SENTENCE_PAUSE = 250
"""Milliseconds between sentences unless an option says otherwise: as Kokoro, whose pupil it is."""

_OPTIONS = frozenset({"rate", "sentence_pause"})
"""Options a line may have; another one is a mistake of who wrote it, and is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HibariModel:
    """A voice, loaded. Any number of threads may `speak` at once."""

    session: Any
    phonemizer: EnglishPhonemizer
    symbols: Mapping[str, int]

    def speak(self, line: Line) -> Speech:
        """Speak ``line``; raises `SpeechError`."""
        rate, pause = _read_options(line)
        silence = np.zeros(pause, dtype=np.float32)
        pieces: list[NDArray[np.float32]] = []
        spans: dict[int, tuple[int, int]] = {}
        found = self._cut_runs(line.spoken)
        spoken = parallel.run_parts(
            [partial(self._infer_run, run, number, rate, line) for number, run in enumerate(found)]
        )
        for run, (samples, lengths) in zip(found, spoken, strict=True):
            if pieces and run.opens:
                pieces.append(silence)
            start, end = find_sound_edges(samples, _EDGE)
            at = sum(map(len, pieces))
            # Times are moved by what was cut off before the sound, and end where it does.
            begins = at - start - _LEAD + np.cumsum(lengths)
            edges = np.clip(begins, at, at + end - start)
            runs.extend_spans(spans, run.phonemes, edges.tolist())
            pieces.append(samples[start:end])
        pcm = to_int16(np.concatenate(pieces), line.spoken)
        return Speech(pcm=pcm, rate=RATE, words=runs.make_words(spans, line.spoken))

    def _cut_runs(self, text: str) -> list[Run]:
        found = runs.cut_runs(self.phonemizer.phonemize(text), _RUN)
        if not found:
            raise SpeechError("there is nothing to say in this paragraph", where=make_excerpt(text))
        return found

    def _infer_run(
        self, run: Run, number: int, rate: float, line: Line
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """Run the model once; float samples, and how many each symbol took, with both ends."""
        ids = [_END, *(self.symbols[each.symbol] for each in run.phonemes), _END]
        feed = {
            "ids": np.array([ids], dtype=np.int64),
            "speed": np.array([rate], dtype=np.float32),
        }
        try:
            *parts, units = self.session.run(None, feed)
        except Exception as error:  # onnxruntime's errors have no common base but this
            raise SpeechError(
                f"the model failed: {error}", where=make_excerpt(line.spoken)
            ) from error
        # By number: every run has its own noise, whichever thread takes it first (0121).
        noise = draw_noise(line.seed, number, *parts[0].shape[1:])
        samples = synthesize([part[0] for part in parts], noise)
        return samples, np.rint(units).reshape(-1).astype(np.int64) * _UNIT


def load_model(voice: Voice) -> HibariModel:
    """Load a voice whose file was compared with its manifest; raises `VoiceError`."""
    if len(voice.files) != 1:
        raise VoiceError(f'voice "{voice.name}" needs one file .onnx', where=voice.name)
    weights = voice.files[0]
    try:
        opened = sessions.open_session(
            voice,
            weights,
            lambda: add_output(voices.read(voice, weights.name), _DURATIONS, rank=1),
            variant="",
        )
    except ValueError as error:
        raise VoiceError(
            f'voice "{voice.name}" is not a hibari model: {error}', where=voice.name
        ) from error
    british = voice.languages == ("en-GB",)
    return HibariModel(
        session=opened, phonemizer=load_phonemizer(british=british), symbols=read_symbols()
    )


def _read_options(line: Line) -> tuple[float, int]:
    """Return speed, and the pause between sentences in samples; raises `SpeechError`."""
    return read_pace(line, "hibari", options=_OPTIONS, pause=_SENTENCE_PAUSE, sample_rate=RATE)
