"""A paragraph heard: spoken into a file that goes when the window is closed."""

from __future__ import annotations

import re
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from audiopress.press.lexicons.lexicon_check import try_lexicons
from audiopress.press.preflight import check_text, use_voice
from audiopress.press.say import find_spoken_language, say, say_utterances
from audiopress.store.keys import digest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Utterance
    from audiopress.settings import Settings

__all__ = ["SoundShelf", "WordTrial"]

_NAME = re.compile(r"[0-9a-f]{32}\.mp3")
"""How the files of the shelf are called."""

_DIGITS = 32
"""Hex digits of a name: 128 bits, by which no two sounds meet."""


class WordTrial(NamedTuple):
    """A ``word`` said as ``said`` in ``text``; without ``said`` as it is said now.

    Without ``language`` it is the show's, without ``voice`` that of the edition's body.
    """

    text: str
    word: str
    said: str
    language: str
    voice: str


class SoundShelf:
    """The sounds that were heard in this window, each made once."""

    def __init__(self) -> None:
        """Make a folder that only its owner can read, and that goes with this process."""
        self._folder = tempfile.TemporaryDirectory(prefix="audiopress-studio-")
        # One voice at a time: each takes all processors there are.
        self._turn = threading.Lock()

    def hear(self, settings: Settings, utterances: Sequence[Utterance]) -> str:
        """Return the name of the sound of a paragraph, as the edition will have it.

        The cache keeps what was spoken for it, so that a build need not speak it again.
        """
        name = _name(*(f"{item.voice} {item.language} {item.spoken}" for item in utterances))
        with self._turn:
            if self.find(name) is None:
                say_utterances(settings, utterances, self._place(name))
        return name

    def try_word(self, settings: Settings, trial: WordTrial) -> str:
        """Return the name of the sound of a trial. Nothing is kept in a lexicon."""
        check_text(trial.text)
        if trial.voice:
            settings = use_voice(settings, trial.voice, where="voice")
        tongue = trial.language or find_spoken_language(settings)
        lexicon = try_lexicons(settings, trial.word, trial.said or None, tongue)[1][1]
        name = _name(*trial, tongue, settings.cast.body)
        with self._turn:
            # What is kept meanwhile changes how it is said now.
            if self.find(name) is None or not trial.said:
                say(settings, trial.text, self._place(name), tongue, lexicon)
        return name

    def find(self, name: str) -> Path | None:
        """Return the file of a sound, if there is one."""
        path = self._place(name)
        return path if _NAME.fullmatch(name) and path.is_file() else None

    def close(self) -> None:
        """Remove all of them."""
        self._folder.cleanup()

    def _place(self, name: str) -> Path:
        return Path(self._folder.name) / name


def _name(*parts: str) -> str:
    return f"{digest(list(parts))[:_DIGITS]}.mp3"
