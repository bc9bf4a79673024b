"""Kokoro's model (StyleTTS 2): phonemes to tokens, runs of the model, times of the words.

The model's rounded durations are made an output: frames of 600 samples for every token. The
symbols are those Kokoro was trained with: one letter for a diphthong or an affricate.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from piper import PiperConfig, PiperVoice
from piper.config import PhonemeType

from audiopress import parallel, voices
from audiopress.engines.kokoro import fast_kernel
from audiopress.engines.onnx import graph, sessions
from audiopress.engines.onnx.builders import make_value_info
from audiopress.engines.speech import chunks, phonemes, word_times
from audiopress.engines.speech.misaki import convert_symbols
from audiopress.engines.speech.pace import read_pace
from audiopress.engines.speech.pcm import find_sound_edges, to_int16
from audiopress.errors import SpeechError, VoiceError
from audiopress.model import Speech

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from audiopress.model import Line, Voice, VoiceFile

__all__ = ["KokoroModel", "check_ipa", "load_model"]

_RATE = 24000
"""Samples a second that the model gives."""

_FRAME = 600
"""Samples in a unit of the model's durations: 25 ms."""

_ROWS = 510
"""Styles of a voice, one for each number of symbols: as many as the model takes at once."""

_STYLE = 256
"""Numbers in a style."""

_RUN = 300
"""Symbols a run has at most; the model's own limit is 510, long runs take memory and hurry."""

_EDGE = 1200
"""Samples of quiet left around the sound of a run: 50 ms, so that no weak sound is cut off."""

_SENTENCE_PAUSE = 250
"""Milliseconds between sentences unless an option says otherwise. The quiet that the model leaves
itself is cut to `_EDGE`, so nearly all of a pause is this."""

_OPTIONS = frozenset({"espeak", "kernel", "rate", "sentence_pause"})
"""Options a line may have; another one is a mistake of who wrote it, and is named."""

_NUMBERS = {
    ";": 1, ":": 2, ",": 3, ".": 4, "!": 5, "?": 6, "—": 9, "…": 10, '"': 11, "(": 12, ")": 13,
    "“": 14, "”": 15, " ": 16, "\u0303": 17, "ʣ": 18, "ʥ": 19, "ʦ": 20, "ʨ": 21, "ᵝ": 22, "ꭧ": 23,
    "A": 24, "I": 25, "O": 31, "Q": 33, "S": 35, "T": 36, "W": 39, "Y": 41, "ᵊ": 42, "a": 43,
    "b": 44, "c": 45, "d": 46, "e": 47, "f": 48, "h": 50, "i": 51, "j": 52, "k": 53, "l": 54,
    "m": 55, "n": 56, "o": 57, "p": 58, "q": 59, "r": 60, "s": 61, "t": 62, "u": 63, "v": 64,
    "w": 65, "x": 66, "y": 67, "z": 68, "ɑ": 69, "ɐ": 70, "ɒ": 71, "æ": 72, "β": 75, "ɔ": 76,
    "ɕ": 77, "ç": 78, "ɖ": 80, "ð": 81, "ʤ": 82, "ə": 83, "ɚ": 85, "ɛ": 86, "ɜ": 87, "ɟ": 90,
    "ɡ": 92, "ɥ": 99, "ɨ": 101, "ɪ": 102, "ʝ": 103, "ɯ": 110, "ɰ": 111, "ŋ": 112, "ɳ": 113,
    "ɲ": 114, "ɴ": 115, "ø": 116, "ɸ": 118, "θ": 119, "œ": 120, "ɹ": 123, "ɾ": 125, "ɻ": 126,
    "ʁ": 128, "ɽ": 129, "ʂ": 130, "ʃ": 131, "ʈ": 132, "ʧ": 133, "ʊ": 135, "ʋ": 136, "ʌ": 138,
    "ɣ": 139, "ɤ": 140, "χ": 142, "ʎ": 143, "ʒ": 147, "ʔ": 148, "ˈ": 156, "ˌ": 157, "ː": 158,
    "ʰ": 162, "ʲ": 164, "↓": 169, "→": 171, "↗": 172, "↘": 173, "ᵻ": 177,
}  # fmt: skip
"""Kokoro's symbols and their tokens (config.json of hexgrad/Kokoro-82M, Apache-2.0)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KokoroModel:
    """A voice, loaded. Any number of threads may `speak` at once."""

    voice: Voice
    weights: str
    kernel: str
    session: Any
    styles: NDArray[np.float32]
    language: str
    espeak: PiperVoice

    def speak(self, line: Line) -> Speech:
        """Speak ``line``; raises `SpeechError`."""
        rate, pause = _read_options(line)
        silence = np.zeros(pause, dtype=np.float32)
        pieces: list[NDArray[np.float32]] = []
        phones: list[word_times.Phone] = []
        found = self._phonemize(line.spoken)
        spoken = parallel.run_parts(
            [partial(self._infer_run, symbols, rate, line.spoken) for symbols, _ in found]
        )
        for (symbols, opens), (samples, lengths) in zip(found, spoken, strict=True):
            if pieces and opens:
                pieces.append(silence)
            start, end = find_sound_edges(samples, _EDGE)
            at = sum(map(len, pieces))
            # Times are moved by what was cut off before the sound.
            phones.extend(_time_phones(symbols, lengths, at - start, (at, at + end - start)))
            pieces.append(samples[start:end])
        pcm = to_int16(np.concatenate(pieces), line.spoken)
        written = word_times.find_tokens(line.spoken)
        said = [
            convert_symbols(each, self.language)
            for each in phonemes.phonemize_words(written, self.espeak.phonemize)
        ]
        return Speech(pcm=pcm, rate=_RATE, words=word_times.time_words(phones, written, said))

    def _phonemize(self, text: str) -> list[tuple[tuple[str, ...], bool]]:
        """Symbols of every run, and whether a sentence begins with it."""
        found: list[tuple[tuple[str, ...], bool]] = []
        english = self.language.startswith("en")
        for sentence in phonemes.phonemize_sentences(text, self.espeak.phonemize, english=english):
            symbols = phonemes.keep_known(
                convert_symbols("".join(sentence), self.language), _NUMBERS, text
            )
            if any(unicodedata.category(symbol)[0] in "LN" for symbol in symbols):
                pieces = chunks.cut_chunks(symbols, _RUN)
                found.extend((piece, piece is pieces[0]) for piece in pieces)
        if not found:
            raise SpeechError(
                "there is nothing to say in this paragraph", where=phonemes.make_excerpt(text)
            )
        return found

    def _infer_run(
        self, symbols: Sequence[str], rate: float, text: str
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """Run the model once; samples of shape (n,), and how many each token took."""
        # 0 is the mark for beginning and end, by which the model was trained.
        tokens = [0, *(_NUMBERS[symbol] for symbol in symbols), 0]
        feed = {
            "tokens": np.array([tokens], dtype=np.int64),
            # A voice has a style for every number of symbols, the first for one.
            "style": self.styles[len(symbols) - 1][np.newaxis],
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
    language = dict(voice.options).get("espeak", "en-us")
    same = (weights.sha256, kernel)
    # By the sum of the weights and not the file's name: two voices may bring one model each.
    lender = next((other for other in others if (other.weights, other.kernel) == same), None)
    return KokoroModel(
        voice=voice,
        weights=weights.sha256,
        kernel=kernel,
        session=lender.session if lender else _open_session(voice, weights, kernel),
        styles=_read_styles(voices.read(voice, style.name), voice),
        language=language,
        espeak=_make_phonemizer(language),
    )


def check_ipa(voice: Voice, ipa: str) -> None:
    """Raise `SpeechError` for IPA that ``voice`` cannot say."""
    language = dict(voice.options).get("espeak", "en-us")
    symbols = convert_symbols(phonemes.split_ipa(ipa), language)
    phonemes.keep_known(tuple(symbols), _NUMBERS, f"[[{ipa}]]")


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
    # The one node that rounds: anything but one is a ValueError, and so another model.
    (durations,) = graph.find_nodes(model, "Round")
    outputs = [make_value_info(durations.outputs[0], 1, 2)]
    if kernel:
        return fast_kernel.convert_to_rows(model, outputs)
    return graph.replace_nodes(model, {}, outputs=outputs)


def _read_styles(body: bytes, voice: Voice) -> NDArray[np.float32]:
    """One style for every length: row = number of symbols - 1, shape (510, 256)."""
    # Float32 without a head: only its length tells whether it is a style.
    if len(body) != _ROWS * _STYLE * 4:
        raise VoiceError(f'voice "{voice.name}": the style has a wrong size', where=voice.name)
    return np.frombuffer(body, dtype="<f4").reshape(_ROWS, _STYLE).astype(np.float32)


def _make_phonemizer(language: str) -> PiperVoice:
    """Piper's phonemiser without a model: it shares Piper's lock on espeak."""
    config = PiperConfig(
        num_symbols=0,
        num_speakers=1,
        sample_rate=_RATE,
        espeak_voice=language,
        phoneme_id_map={},
        phoneme_type=PhonemeType.ESPEAK,
    )
    return PiperVoice(session=None, config=config)


def _read_options(line: Line) -> tuple[float, int]:
    """Return speed, and the pause between sentences in samples; raises `SpeechError`."""
    return read_pace(line, "kokoro", options=_OPTIONS, pause=_SENTENCE_PAUSE, sample_rate=_RATE)


def _time_phones(
    symbols: Sequence[str], lengths: NDArray[np.int64], at: int, bounds: tuple[int, int]
) -> list[word_times.Phone]:
    """Symbols with their times, inside what was kept of the run; the ends are no symbols."""
    edges = np.clip(at + np.cumsum(lengths), *bounds).tolist()
    inner = zip(symbols, edges[:-2], edges[1:-1], strict=True)
    found = [word_times.Phone(symbol, start, end) for symbol, start, end in inner]
    return [*found, word_times.Phone(" ", edges[-2], edges[-1])]
