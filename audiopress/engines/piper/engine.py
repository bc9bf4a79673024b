"""Piper: through onnxruntime on the processor, with the extra `audiopress[piper]` (GPL).

One session a voice, one thread a run: the caller speaks in as many threads as there are cores
(docs/decisions/0121). Nothing heavy is imported before the first line is spoken.

Audible options: ``rate`` (1.1 is a tenth faster), ``length_scale``, ``noise_scale`` and
``noise_w_scale`` as Piper means them, and ``sentence_pause`` in milliseconds.
"""

from __future__ import annotations

import functools
import importlib
import threading
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from audiopress.errors import VoiceError
from audiopress.voices.extras import PIPER, name_command

if TYPE_CHECKING:
    from types import ModuleType

    from audiopress.engines.piper import model
    from audiopress.model import Line, Speech, Voice

__all__ = ["PiperEngine"]

_AUDIBLE = 2
"""Counted up when this file, and what it uses, makes the same line sound different."""


class PiperEngine:
    """Speaks with Piper's voices; see `audiopress.plugins.Engine`.

    A line in which Piper finds nothing to say is a `SpeechError`, never silence.
    """

    name = "piper"
    kernel = "f32"
    threads = True

    def __init__(self) -> None:
        """Load nothing."""
        self._loading = threading.Lock()
        self._models: dict[str, model.PiperModel] = {}

    @functools.cached_property
    def version(self) -> str:
        """Piper's version (its phonemiser is audible) and our own count."""
        try:
            return f"{version('piper-tts')}+{_AUDIBLE}"
        except PackageNotFoundError as error:
            raise VoiceError(
                f"the engine piper is not installed: it is the extra {PIPER}",
                hint=name_command(PIPER),
            ) from error

    def voices(self) -> tuple[Voice, ...]:
        """Return nothing: Piper's voices have manifests."""
        return ()

    def load(self, line: Line) -> None:
        """Load the voice of ``line`` and warm up the phonemizer; raises `VoiceError`."""
        self._model(line.voice).warm_up()

    def speak(self, line: Line) -> Speech:
        """Speak ``line``, whole; the same line gives the same samples in any thread.

        Raises `SpeechError` when there is nothing to say or the model fails, `VoiceError` when the
        voice is missing or wrong.
        """
        return self._model(line.voice).speak(line)

    def check_ipa(self, voice: Voice, ipa: str) -> None:
        """Raise `SpeechError` for IPA that ``voice`` cannot say; loads no model."""
        self._import_model().check_ipa(voice, ipa)

    def _model(self, voice: Voice) -> model.PiperModel:
        # One loads and the others wait: twice at once would be twice the memory.
        with self._loading:
            if voice.name not in self._models:
                self._models[voice.name] = self._import_model().load_model(voice)
            return self._models[voice.name]

    def _import_model(self) -> ModuleType:
        """Import what imports Piper; raises `VoiceError` where it is not installed."""
        _ = self.version
        return importlib.import_module("audiopress.engines.piper.model")
