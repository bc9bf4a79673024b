"""Kokoro: the best voice here and the dearest, through onnxruntime on the processor.

Like Piper: one session, one thread a run, any number of runs at a time; nothing heavy is imported
before the first line is spoken. The model has no random part, so the seed is not heard.

Audible options: ``rate`` (1.1 is a tenth faster) and ``sentence_pause`` in milliseconds. A voice's
manifest says where its phonemes come from (`text_parts`): ``phonemes = "misaki"`` for English, with
``espeak = "fr"`` for what espeak-ng calls so. With the option ``kernel`` set to ``fast`` the same
weights go through quicker arithmetic (`fast_kernel`).
"""

from __future__ import annotations

import importlib
import threading
from typing import TYPE_CHECKING, ClassVar

from audiopress.errors import SpeechError
from audiopress.voices.extras import find_missing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiopress.engines.kokoro import model
    from audiopress.model import Line, Speech, Voice

__all__ = ["KokoroEngine"]

_VERSION = "1.8.0+2"
"""What keys have as the version of this engine: that of piper-tts, whose espeak gave the phonemes
once, and our count. With another one all that is published would be spoken again. What sounds
different from now on gets an option in the manifests, and ``earlier`` there keeps the one before
(docs/decisions/0133)."""


class KokoroEngine:
    """Speaks with the voices of Kokoro-82M; see `audiopress.plugins.Engine`.

    A line in which there is nothing to say is a `SpeechError`, never silence.
    """

    name = "kokoro"
    version = _VERSION
    kernel = "int8"
    takes = False
    kernels: ClassVar[Mapping[str, str]] = {"fast": "int8 in rows 1"}
    """What is to the right is counted up when its samples change; it is in the keys."""
    threads = True

    def __init__(self) -> None:
        """Load nothing."""
        self._loading = threading.Lock()
        self._models: dict[tuple[object, ...], model.KokoroModel] = {}

    def voices(self) -> tuple[Voice, ...]:
        """Return nothing: Kokoro's voices have manifests."""
        return ()

    def needs(self, voice: Voice) -> str:
        """Return the extra for the phonemes of ``voice``, or for its kernel, if it is missing."""
        options = dict(voice.options)
        fed = "espeak" in options or "phonemes" not in options
        missing = find_missing("espeak") if fed else ""
        return missing or (find_missing("fast") if options.get("kernel") == "fast" else "")

    def load(self, line: Line) -> None:
        """Load the model and the voice of ``line``; raises as `speak` does."""
        self._model_for(line)

    def speak(self, line: Line) -> Speech:
        """Speak ``line``, whole; the same line gives the same samples in any thread.

        Raises `SpeechError` when there is nothing to say or the model fails, `VoiceError` when the
        voice is missing or wrong.
        """
        return self._model_for(line).speak(line)

    def check_ipa(self, voice: Voice, ipa: str) -> None:
        """Raise `SpeechError` for IPA that ``voice`` cannot say; loads no model."""
        heavy = importlib.import_module("audiopress.engines.kokoro.model")
        heavy.check_ipa(voice, ipa)

    def _model_for(self, line: Line) -> model.KokoroModel:
        chosen = dict((*line.voice.options, *line.options)).get("kernel", "")
        if chosen and chosen not in self.kernels:
            raise SpeechError(
                f'kokoro has no kernel "{chosen}"',
                where=line.voice.name,
                hint=f"it has {', '.join(self.kernels)}",
            )
        return self._model(line.voice, chosen)

    def _model(self, voice: Voice, kernel: str = "") -> model.KokoroModel:
        """Load a voice once; voices share the model's session when file and kernel are the same."""
        with self._loading:
            # By its options too: of one name are a voice and what it was when it was published.
            key = (voice.name, voice.options, kernel)
            if key not in self._models:
                heavy = importlib.import_module("audiopress.engines.kokoro.model")
                # Voices of one model differ in half a megabyte of styles: they share its session.
                others = tuple(self._models.values())
                self._models[key] = heavy.load_model(voice, others, kernel=kernel)
            return self._models[key]
