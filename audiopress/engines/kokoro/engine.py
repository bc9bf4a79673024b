"""Kokoro: the best voice here and the dearest, through onnxruntime on the processor.

Like Piper: one session, one thread a run, any number of runs at a time; nothing heavy is imported
before the first line is spoken. The model has no random part, so the seed is not heard.

Audible options: ``rate`` (1.1 is a tenth faster) and ``sentence_pause`` in milliseconds. A
voice's manifest names the language by espeak's name for it (option ``espeak``). With the option
``kernel`` set to ``fast`` the same weights go through quicker arithmetic (`fast_kernel`).
"""

from __future__ import annotations

import functools
import importlib
import threading
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, ClassVar

from audiopress.errors import SpeechError, VoiceError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiopress.engines.kokoro import model
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
    kernels: ClassVar[Mapping[str, str]] = {"fast": "int8 in rows 1"}
    """What is to the right is counted up when its samples change; it is in the keys."""
    threads = True

    def __init__(self) -> None:
        """Load nothing."""
        self._loading = threading.Lock()
        self._models: dict[tuple[str, str], model.KokoroModel] = {}

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
            if (voice.name, kernel) not in self._models:
                heavy = importlib.import_module("audiopress.engines.kokoro.model")
                # Voices of one model differ in half a megabyte of styles: they share its session.
                others = tuple(self._models.values())
                self._models[voice.name, kernel] = heavy.load_model(voice, others, kernel=kernel)
            return self._models[voice.name, kernel]
