"""Kokoro: the best voice here and the dearest, through onnxruntime on the processor.

Like Piper: one session, one thread a run, any number of runs at a time; nothing heavy is imported
before the first line is spoken. The model has no random part, so the seed is not heard.

Audible options: ``rate`` (1.1 is a tenth faster) and ``sentence_pause`` in milliseconds. A
voice's manifest names the language by espeak's name for it (option ``espeak``).
"""

from __future__ import annotations

import functools
import importlib
import threading
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from audiopress.errors import VoiceError

if TYPE_CHECKING:
    from audiopress.engines import styletts
    from audiopress.model import Line, Speech, Voice

__all__ = ["KokoroEngine"]

_AUDIBLE = 2
"""Counted up when this file, and what it uses, makes the same line sound different."""


class KokoroEngine:
    """Speaks with the voices of Kokoro-82M; see `audiopress.plugins.Engine`.

    A line in which there is nothing to say is a `SpeechError`, never silence.
    """

    name = "kokoro"
    kernel = "int8"
    threads = True

    def __init__(self) -> None:
        """Load nothing."""
        self._loading = threading.Lock()
        self._models: dict[str, styletts.Model] = {}

    @functools.cached_property
    def version(self) -> str:
        """The version of Piper, whose phonemiser is audible here too, and our own count."""
        try:
            return f"{version('piper-tts')}+{_AUDIBLE}"
        except PackageNotFoundError as error:
            raise VoiceError(
                "the phonemiser of piper-tts, which Kokoro needs, is not installed",
                hint="pip install piper-tts",
            ) from error

    def voices(self) -> tuple[Voice, ...]:
        """Return nothing: Kokoro's voices have manifests."""
        return ()

    def speak(self, line: Line) -> Speech:
        """Speak ``line``, whole; the same line gives the same samples in any thread.

        Raises `SpeechError` when there is nothing to say or the model fails, `VoiceError` when the
        voice is missing or wrong.
        """
        return self._model(line.voice).speak(line)

    def _model(self, voice: Voice) -> styletts.Model:
        """Load a voice once; voices share the model's session when its file is the same."""
        with self._loading:
            if voice.name not in self._models:
                heavy = importlib.import_module("audiopress.engines.styletts")
                self._models[voice.name] = heavy.load(voice, tuple(self._models.values()))
            return self._models[voice.name]
