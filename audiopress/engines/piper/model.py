"""Piper's models (VITS): load one so that it can be run in any thread with the same result.

The model's two random nodes are made inputs, fed from a generator seeded by line and run; its
durations are made an output, from which the times of the words come. See `graph_changes`.
"""

from __future__ import annotations

import functools
import math
import unicodedata
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.random import PCG64, Generator
from piper import PiperVoice
from piper.config import PhonemeType

from audiopress import parallel, voices
from audiopress.engines.onnx import sessions
from audiopress.engines.piper.config_file import BOS, EOS, PAD, read_config
from audiopress.engines.piper.graph_changes import (
    NOISES,
    REACH,
    expose_noise_and_durations,
    extract_front,
    extract_vocoder,
)
from audiopress.engines.piper.inference_options import InferenceOptions, read_options
from audiopress.engines.piper.vocoder import Seam, Vocoder
from audiopress.engines.speech import chunks, phonemes, word_times
from audiopress.engines.speech.pcm import to_int16
from audiopress.errors import SpeechError, VoiceError
from audiopress.model import Line, Speech

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from audiopress.model import Voice, VoiceFile

__all__ = ["PiperModel", "check_ipa", "load_model"]

_RUN = 260
"""Phonemes a run has at most: about 38 words. Longer ones are slower and take more memory."""

_CHANNELS = 192
"""Channels of noise made for a frame: as many as Piper's widest models have (VITS). Models of the
quality x-low have half of them, and what is too much is cut off in the model."""

_FRAMES = 8
"""Frames of noise made for an id; 2.3 is usual, and what is too much is cut off in the model."""


@dataclass(frozen=True, slots=True)
class _PhonemeRun:
    """Phonemes of one run of the model, and whether a sentence begins with it."""

    symbols: tuple[str, ...]
    opens: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PiperModel:
    """A voice, loaded. Any number of threads may `speak` at once."""

    voice: Voice
    piper: PiperVoice
    vocoder: Vocoder | None

    def warm_up(self) -> None:
        """Let the phonemiser read its dictionary, which it does at its first word."""
        if self.piper.config.phoneme_type == PhonemeType.ESPEAK:
            self.piper.phonemize("a")

    def speak(self, line: Line) -> Speech:
        """Speak ``line``; raises `SpeechError`."""
        options = read_options(self.piper.config, line)
        silence = np.zeros(options.pause, dtype=np.float32)
        pieces: list[NDArray[np.float32]] = []
        phones: list[word_times.Phone] = []
        found = self._phonemize(line.spoken)
        spoken = parallel.run_parts(
            [
                partial(self._infer_run, run, number, options, line)
                for number, run in enumerate(found)
            ]
        )
        for number, (run, (samples, lengths)) in enumerate(zip(found, spoken, strict=True)):
            # Not between the runs of one sentence that was too long: there the voice goes on.
            if number and run.opens:
                pieces.append(silence)
            phones.extend(_time_phones(run.symbols, lengths, sum(map(len, pieces))))
            pieces.append(samples)
        return self._make_speech(line, np.concatenate(pieces), phones)

    def _make_speech(
        self, line: Line, samples: NDArray[np.float32], phones: Sequence[word_times.Phone]
    ) -> Speech:
        pcm = to_int16(samples, line.spoken)
        rate = self.piper.config.sample_rate
        if self.piper.config.phoneme_type != PhonemeType.ESPEAK:
            # Only espeak's phonemes are compared; the symbols of other models may be letters.
            guess = word_times.estimate_words(line.spoken, len(pcm))
            return Speech(pcm=pcm, rate=rate, words=guess, estimated=True)
        written = word_times.find_tokens(line.spoken)
        timed = word_times.time_words(
            phones, written, phonemes.phonemize_words(written, self.piper.phonemize)
        )
        return Speech(pcm=pcm, rate=rate, words=timed)

    def try_symbols(self) -> None:
        """Say every sound that the voice says it has; raises `SpeechError` where it cannot."""
        sounds = [
            symbol
            for symbol in self.piper.config.phoneme_id_map
            if symbol and unicodedata.category(symbol[0])[0] in "LN"
        ]
        if not sounds:
            raise SpeechError("it has no symbol of a sound", where=self.voice.name)
        line = Line(spoken="".join(sounds), language="", voice=self.voice)
        options = read_options(self.piper.config, line)
        for piece in chunks.cut_chunks(sounds, _RUN):
            samples, lengths = self._infer_run(
                _PhonemeRun(tuple(piece), opens=True), 0, options, line
            )
            to_int16(samples, line.spoken)
            if len(samples) != int(lengths.sum()):
                raise SpeechError(
                    f"its durations are of {int(lengths.sum())} samples and its sound has "
                    f"{len(samples)}: hop_length is not the model's",
                    where=phonemes.make_excerpt(line.spoken),
                )

    # -- phonemes --------------------------------------------------------------------------

    def _phonemize(self, text: str) -> tuple[_PhonemeRun, ...]:
        found: list[_PhonemeRun] = []
        english = self.piper.config.espeak_voice.startswith("en")
        for sentence in phonemes.phonemize_sentences(text, self.piper.phonemize, english=english):
            known = phonemes.keep_known(sentence, self.piper.config.phoneme_id_map, text)
            if not any(unicodedata.category(symbol[0])[0] in "LN" for symbol in known):
                continue
            pieces = chunks.cut_chunks(known, _RUN)
            found.extend(_PhonemeRun(piece, piece is pieces[0]) for piece in pieces)
        if not found:
            raise SpeechError(
                "there is nothing to say in this paragraph", where=phonemes.make_excerpt(text)
            )
        return tuple(found)

    # -- sound -----------------------------------------------------------------------------

    def _infer_run(
        self,
        run: _PhonemeRun,
        number: int,
        options: InferenceOptions,
        line: Line,
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """Run the model once; float samples and the samples each symbol took, with both ends."""
        ids, owners = self._make_ids(run.symbols)
        # By number: every run has its own noise, whichever thread takes it first (0121).
        noise = Generator(PCG64([line.seed, number]))
        feed: dict[str, NDArray[Any]] = {
            "input": np.array([ids], dtype=np.int64),
            "input_lengths": np.array([len(ids)], dtype=np.int64),
            "scales": np.array(
                [options.noise_scale, options.length_scale, options.noise_w_scale], dtype=np.float32
            ),
            **self._make_speaker_input(),
        }
        # Two channels: the flow of the duration predictor (VITS) has as many.
        first = noise.standard_normal((1, 2, len(ids)), dtype=np.float32)
        # Before the model says how many it needs; slower speech needs more.
        frames = math.ceil(len(ids) * _FRAMES * max(1.0, options.length_scale))
        # Frame by frame and turned below: frame n has the same noise however many are drawn.
        second = noise.standard_normal((frames, _CHANNELS), dtype=np.float32)
        feed |= dict(zip(NOISES, (first, second.T[np.newaxis]), strict=True))
        samples, durations = self._run_session(feed, line)
        lengths = durations.reshape(-1).astype(np.int64)
        # Blanks between symbols have durations of their own: they count to the symbol before them.
        hops = np.bincount(owners, weights=lengths).astype(np.int64)
        return samples, hops * self.piper.config.hop_length

    def _run_session(
        self, feed: Mapping[str, NDArray[Any]], line: Line
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        try:
            made, durations = self.piper.session.run(None, dict(feed))
            samples = made if self.vocoder is None else self.vocoder.synthesize(made, feed)
        except Exception as error:  # onnxruntime's errors have no common base but this
            raise SpeechError(
                f"the model failed: {error}", where=phonemes.make_excerpt(line.spoken)
            ) from error
        return samples.reshape(-1), durations

    def _make_ids(self, symbols: Sequence[str]) -> tuple[list[int], list[int]]:
        """Ids for the model, and for each the number of its symbol (0 is the beginning)."""
        known = self.piper.config.phoneme_id_map
        ids: list[int] = []
        owners: list[int] = []
        for number, symbol in enumerate((BOS, *symbols, EOS)):
            # A voice may have several ids for one phoneme.
            mine = [*known[symbol], *(known[PAD] if symbol != EOS else ())]
            ids.extend(mine)
            owners.extend([number] * len(mine))
        return ids, owners

    def _make_speaker_input(self) -> dict[str, NDArray[np.int64]]:
        config = self.piper.config
        if config.num_speakers <= 1:
            return {}
        chosen = self.voice.speaker or str(config.default_speaker_id)
        # By name, or by number where a model names none.
        number = config.speaker_id_map.get(chosen, chosen)
        return {"sid": np.array([int(number)], dtype=np.int64)}


def _find_config(names: Sequence[str]) -> str | None:
    return next((name for name in names if name.endswith(".json")), None)


def check_ipa(voice: Voice, ipa: str) -> None:
    """Raise `SpeechError` for IPA that ``voice`` cannot say, `VoiceError` for a broken voice."""
    symbols = tuple(phonemes.split_ipa(ipa))
    phonemes.check_heard(symbols, ipa, f"[[{ipa}]]")
    phonemes.keep_known(symbols, _read_inventory(voice), f"[[{ipa}]]")


@functools.cache
def _read_inventory(voice: Voice) -> frozenset[str]:
    """Return the symbols that a voice knows, from its configuration alone."""
    config_name = _find_config([file.name for file in voice.files]) or ""
    config = read_config(voices.read(voice, config_name), config_name)
    return frozenset(config.phoneme_id_map)


def load_model(voice: Voice) -> PiperModel:
    """Load a voice whose files were compared with its manifest; raises `VoiceError`."""
    names = [file.name for file in voice.files]
    config_name = _find_config(names)
    weights = next((file for file in voice.files if file.name.endswith(".onnx")), None)
    if config_name is None or weights is None:
        raise VoiceError(
            f'voice "{voice.name}" needs a file .onnx and a file .onnx.json', where=voice.name
        )
    config = read_config(voices.read(voice, config_name), config_name)
    try:
        opened, vocoder = _open_sessions(voice, weights, config.hop_length)
    except ValueError as error:
        raise VoiceError(
            f'voice "{voice.name}" is not a Piper model: {error}', where=voice.name
        ) from error
    piper = PiperVoice(session=opened, config=config)
    return PiperModel(voice=voice, piper=piper, vocoder=vocoder)


def _open_sessions(voice: Voice, weights: VoiceFile, hop: int) -> tuple[Any, Vocoder | None]:
    """Load a model in its two parts, or whole where it has no seam."""

    # Changed once for both parts, and not at all where both are kept.
    @functools.cache
    def changed() -> Any:
        return expose_noise_and_durations(voices.read(voice, weights.name))

    opened = sessions.open_session(
        voice, weights, lambda: extract_front(changed()), variant="front"
    )
    # From the kept model: to work it out again would mean to read the published one.
    reach = opened.get_modelmeta().custom_metadata_map.get(REACH)
    if reach is None:
        return opened, None
    found = Seam(frames=opened.get_outputs()[0].name, reach=int(reach))
    behind = sessions.open_session(
        voice, weights, lambda: extract_vocoder(changed()), variant="vocoder"
    )
    return opened, Vocoder(session=behind, seam=found, hop=hop)


def _time_phones(
    symbols: Sequence[str], lengths: NDArray[np.int64], at: int
) -> list[word_times.Phone]:
    """Symbols with their times; the ends of a run belong to no word."""
    ends = at + np.cumsum(lengths)
    # `ends[0]` is the end of the symbol for the beginning, so that symbol n lasts from ends[n].
    inner = zip(symbols, ends[:-2].tolist(), ends[1:-1].tolist(), strict=True)
    found = [word_times.Phone(symbol, start, end) for symbol, start, end in inner]
    # A space, so that no word goes on into the next run.
    return [*found, word_times.Phone(" ", int(ends[-2]), int(ends[-1]))]
