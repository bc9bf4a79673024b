"""Kokoro's model (StyleTTS 2): symbols to tokens, runs of the model, times of its tokens.

The model's rounded durations are made an output: frames of 600 samples for every token.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from audiopress import parallel, voices
from audiopress.engines.english.ipa import read_ipa
from audiopress.engines.kokoro import fast_kernel
from audiopress.engines.kokoro.text_parts import (
    SYMBOLS,
    check_espeak_ipa,
    choose_text_part,
    is_misaki,
)
from audiopress.engines.onnx import graph, sessions
from audiopress.engines.onnx.added_output import add_output
from audiopress.engines.speech import phonemes
from audiopress.engines.speech.pace import read_pace
from audiopress.engines.speech.pcm import find_sound_edges, to_int16
from audiopress.errors import SpeechError, VoiceError
from audiopress.model import Speech

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from audiopress.engines.english.runs import Run
    from audiopress.engines.kokoro.text_parts import TextPart
    from audiopress.model import Line, Voice, VoiceFile

__all__ = ["KokoroModel", "check_ipa", "load_model"]

_RATE = 24000
"""Samples a second that the model gives."""

_FRAME = 600
"""Samples in a unit of the model's durations: 25 ms."""

_DURATIONS = "/encoder/Round_output_0"
"""The tensor with the rounded durations, as the exporter of Kokoro's models names it."""

_ROWS = 510
"""Styles of a voice, one for each number of symbols: as many as the model takes at once."""

_STYLE = 256
"""Numbers in a style."""

_EDGE = 1200
"""Samples of quiet left around the sound of a run: 50 ms, so that no weak sound is cut off."""

_SENTENCE_PAUSE = 250
"""Milliseconds between sentences unless an option says otherwise. The quiet that the model leaves
itself is cut to `_EDGE`, so nearly all of a pause is this."""

_OPTIONS = frozenset({"espeak", "kernel", "phonemes", "rate", "sentence_pause"})
"""Options a line may have; another one is a mistake of who wrote it, and is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KokoroModel:
    """A voice, loaded. Any number of threads may `speak` at once."""

    voice: Voice
    weights: str
    kernel: str
    session: Any
    styles: NDArray[np.float32]
    text_part: TextPart

    def speak(self, line: Line) -> Speech:
        """Speak ``line``; raises `SpeechError`."""
        rate, pause = _read_options(line)
        silence = np.zeros(pause, dtype=np.float32)
        pieces: list[NDArray[np.float32]] = []
        edges: list[list[int]] = []
        runs = self.cut_runs(line.spoken)
        spoken = parallel.run_parts(
            [partial(self._infer_run, run, rate, line.spoken) for run in runs]
        )
        for run, (samples, lengths) in zip(runs, spoken, strict=True):
            if pieces and run.opens:
                pieces.append(silence)
            start, end = find_sound_edges(samples, _EDGE)
            at = sum(map(len, pieces))
            # Times are moved by what was cut off before the sound, and end where it does.
            ends = np.clip(at - start + np.cumsum(lengths), at, at + end - start)
            edges.append(ends.tolist())
            pieces.append(samples[start:end])
        pcm = to_int16(np.concatenate(pieces), line.spoken)
        words = self.text_part.time_words(line.spoken, runs, edges)
        return Speech(pcm=pcm, rate=_RATE, words=words)

    def cut_runs(self, text: str) -> list[Run]:
        """Return what the model takes at once; raises `SpeechError` where nothing is said."""
        runs = self.text_part.cut_runs(text)
        if not runs:
            raise SpeechError(
                "there is nothing to say in this paragraph", where=phonemes.make_excerpt(text)
            )
        return runs

    def _infer_run(
        self, run: Run, rate: float, text: str
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """Run the model once; samples of shape (n,), and how many each token took."""
        # 0 is the mark for beginning and end, by which the model was trained.
        tokens = [0, *(SYMBOLS[each.symbol] for each in run.phonemes), 0]
        feed = {
            "tokens": np.array([tokens], dtype=np.int64),
            # A voice has a style for every number of symbols, the first for one.
            "style": self.styles[len(run.phonemes) - 1][np.newaxis],
            "speed": np.array([rate], dtype=np.float32),
        }
        try:
            samples, frames = self.session.run(None, feed)
        except Exception as error:  # onnxruntime's errors have no common base but this
            raise SpeechError(
                f"the model failed: {error}", where=phonemes.make_excerpt(text)
            ) from error
        return samples.reshape(-1), frames.reshape(-1).astype(np.int64) * _FRAME


def load_model(
    voice: Voice, others: Sequence[KokoroModel] = (), *, kernel: str = ""
) -> KokoroModel:
    """Load a voice whose files were compared with its manifest; raises `VoiceError`.

    ``others`` are loaded already: one with the same weights and kernel lends its session.
    ``kernel`` is ``fast`` for the arithmetic of `fast_kernel`, or nothing.
    """
    weights = next((file for file in voice.files if file.name.endswith(".onnx")), None)
    style = next((file for file in voice.files if file.name.endswith(".bin")), None)
    if weights is None or style is None:
        raise VoiceError(
            f'voice "{voice.name}" needs a file .onnx and a file .bin', where=voice.name
        )
    same = (weights.sha256, kernel)
    # By the sum of the weights and not the file's name: two voices may bring one model each.
    lender = next((other for other in others if (other.weights, other.kernel) == same), None)
    return KokoroModel(
        voice=voice,
        weights=weights.sha256,
        kernel=kernel,
        session=lender.session if lender else _open_session(voice, weights, kernel),
        styles=_read_styles(voices.read(voice, style.name), voice),
        text_part=choose_text_part(voice),
    )


def check_ipa(voice: Voice, ipa: str) -> None:
    """Raise `SpeechError` for IPA that ``voice`` cannot say."""
    if is_misaki(voice):
        read_ipa(ipa, f"[[{ipa}]]", british=voice.languages == ("en-GB",))
        return
    check_espeak_ipa(voice, ipa)


def _open_session(voice: Voice, weights: VoiceFile, kernel: str) -> Any:
    def made() -> bytes:
        return _change_model(voices.read(voice, weights.name), kernel)

    try:
        return sessions.open_session(voice, weights, made, variant=kernel)
    except ValueError as error:
        raise VoiceError(
            f'voice "{voice.name}" is not a Kokoro model: {error}', where=voice.name
        ) from error


def _change_model(model: bytes, kernel: str) -> bytes:
    """Make the durations an output, and the arithmetic the chosen one."""
    model = add_output(model, _DURATIONS, rank=2)
    if not kernel:
        return model
    parsed = graph.parse_model(model)
    # 92 MB, which are all in what was read of them.
    del model
    return fast_kernel.convert_to_rows(parsed)


def _read_styles(body: bytes, voice: Voice) -> NDArray[np.float32]:
    """One style for every length: row = number of symbols - 1, shape (510, 256)."""
    # Float32 without a head: only its length tells whether it is a style.
    if len(body) != _ROWS * _STYLE * 4:
        raise VoiceError(f'voice "{voice.name}": the style has a wrong size', where=voice.name)
    return np.frombuffer(body, dtype="<f4").reshape(_ROWS, _STYLE).astype(np.float32)


def _read_options(line: Line) -> tuple[float, int]:
    """Return speed, and the pause between sentences in samples; raises `SpeechError`."""
    return read_pace(line, "kokoro", options=_OPTIONS, pause=_SENTENCE_PAUSE, sample_rate=_RATE)
