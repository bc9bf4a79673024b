"""hibari: small voices for English, through onnxruntime on the processor.

Like Piper: one session a voice, one thread a run, any number of runs at a time; nothing heavy is
imported before the first line is spoken. Its noise is drawn from the line's seed.

Audible options: ``rate`` (1.1 is a tenth faster) and ``sentence_pause`` in milliseconds.
"""

from __future__ import annotations

import contextlib
import functools
import importlib
import sys
import threading
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from audiopress.errors import VoiceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.engines.hibari import model
    from audiopress.model import Line, Speech, Voice

__all__ = ["HibariEngine"]

_AUDIBLE = 3
"""Counted up when this file, and what it uses, makes the same line sound different, or says other
times of its words."""


class _NoSciPy:
    """A finder of modules that has no SciPy for the thread that made it."""

    def __init__(self) -> None:
        self._thread = threading.get_ident()

    def find_spec(self, name: str, *_: object) -> None:
        """Leave all other modules, and other threads, to other finders."""
        if name.partition(".")[0] == "scipy" and threading.get_ident() == self._thread:
            raise ModuleNotFoundError("hidden", name=name)


@contextlib.contextmanager
def _hide_scipy() -> Iterator[None]:
    """Let the package do without SciPy: it takes a quarter of a second, and nothing uses it here.

    What the package would compute with it is computed by `vocoder`.
    """
    finder = _NoSciPy()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


class HibariEngine:
    """Speaks with hibari's voices; see `audiopress.plugins.Engine`.

    A line in which there is nothing to say is a `SpeechError`, never silence.
    """

    name = "hibari"
    kernel = "int8"
    threads = True

    def __init__(self) -> None:
        """Load nothing."""
        self._loading = threading.Lock()
        self._models: dict[str, model.HibariModel] = {}

    @functools.cached_property
    def version(self) -> str:
        """The version of hibari-tts, whose text part is audible, and our own count."""
        try:
            return f"{version('hibari-tts')}+{_AUDIBLE}"
        except PackageNotFoundError as error:
            raise VoiceError(
                "the engine hibari is not installed", hint="python -m pip install hibari-tts"
            ) from error

    def voices(self) -> tuple[Voice, ...]:
        """Return nothing: hibari's voices have manifests."""
        return ()

    def load(self, line: Line) -> None:
        """Load the voice of ``line`` and its text part; raises `VoiceError`."""
        self._model(line.voice)

    def speak(self, line: Line) -> Speech:
        """Speak ``line``, whole; the same line gives the same samples in any thread.

        Raises `SpeechError` when there is nothing to say or the model fails, `VoiceError` when the
        voice is missing or wrong.
        """
        return self._model(line.voice).speak(line)

    def check_ipa(self, voice: Voice, ipa: str) -> None:
        """Raise `SpeechError` for IPA that ``voice`` cannot say; loads no model."""
        heavy = importlib.import_module("audiopress.engines.english.ipa")
        heavy.read_ipa(ipa, f"[[{ipa}]]", british=voice.languages == ("en-GB",))

    def _model(self, voice: Voice) -> model.HibariModel:
        # One loads and the others wait: twice at once would be twice the memory.
        with self._loading:
            if voice.name not in self._models:
                with _hide_scipy():
                    heavy = importlib.import_module("audiopress.engines.hibari.model")
                self._models[voice.name] = heavy.load_model(voice)
            return self._models[voice.name]
