"""A server speaks: any that understands ``POST /v1/audio/speech`` (docs/decisions/0131).

The voices are those of ``[[voices.remote]]`` in the configuration. A server may say the same line
otherwise each time: what it said once is in the cache, so a build is repeatable all the same. Of
words it gives no times; they are estimated, and marked so.

Audible option: ``rate`` (1.1 is a tenth faster), which is the server's ``speed``.
"""

from __future__ import annotations

import importlib
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.engines.openai.client import ServerAnswers
from audiopress.engines.speech import chunks
from audiopress.engines.speech.phonemes import make_excerpt
from audiopress.engines.speech.respelling import place_words, respell_phonemes
from audiopress.errors import SpeechError
from audiopress.text.commands import write_command

if TYPE_CHECKING:
    from audiopress.engines.openai.sound import PieceSound
    from audiopress.model import Line, Speech, Voice

__all__ = ["OpenAIEngine"]

_PIECE = 2000
"""Characters asked for at once. The protocol's author takes 4,096, its newest model 2,000 tokens,
which letters of some scripts are each; nearly every paragraph is shorter than either."""

_PATIENCE = 270.0
"""Seconds for one line with all waiting: less than the press has for it (300), so that the error is
ours, which names the server."""

_TRIES = 2
"""How often a piece is asked for whose sound cannot be right; what is wrong twice stays wrong."""


class OpenAIEngine:
    """Asks a server for the sound of a line; see `audiopress.plugins.Engine`.

    ``patience`` is in seconds a line, ``pause`` in seconds before the first new try; each further
    one waits twice as long, or as long as the server asks for.
    """

    name = "openai"
    # Counted up when what is made of an answer sounds different; what a server changes on its side
    # nobody can know (0131).
    version = "1"
    kernel = "server"
    threads = True

    def __init__(self, patience: float = _PATIENCE, pause: float = 1.0) -> None:
        """Ask nobody."""
        self._patience, self._pause = patience, pause
        self._down: set[str] = set()

    def voices(self) -> tuple[Voice, ...]:
        """Return nothing: the configuration describes them."""
        return ()

    def speak(self, line: Line) -> Speech:
        """Speak ``line`` piece by piece; raises `SpeechError` that names voice and server."""
        rate = _read_rate(line)
        _check_text(line)
        # soundfile and NumPy: a build that speaks nothing does not load them.
        heavy = importlib.import_module("audiopress.engines.openai.sound")
        until = time.monotonic() + self._patience
        answers = ServerAnswers(line.voice, until, self._pause, self._down)
        text = respell_phonemes(line.spoken)
        pieces = ("".join(piece) for piece in chunks.cut_chunks(text, _PIECE))
        sounds = [_ask_piece(answers, piece, rate) for piece in pieces]
        try:
            speech: Speech = heavy.join_sounds(sounds)
        except heavy.UnfitSoundError as error:
            raise answers.make_error(
                f"the server gave {error.message}", "run the same command again", line.spoken
            ) from error
        return replace(speech, words=place_words(speech.words, line.spoken))


def _ask_piece(answers: ServerAnswers, text: str, rate: float) -> PieceSound:
    """Return the sound of a piece, asked for once more when it cannot be right."""
    heavy = importlib.import_module("audiopress.engines.openai.sound")
    fault = ""
    for _ in range(_TRIES):
        answer = answers.ask(text.strip(), rate)
        try:
            sound: PieceSound = heavy.read_sound(answer, text, rate)
        except heavy.UnfitSoundError as error:
            fault = error.message
        else:
            return sound
    hint = write_command("say", "TEXT", "--voice", answers.name, "-o", "test.wav")
    raise answers.make_error(f"the server gave, {_TRIES} times, {fault}", hint, text)


def _read_rate(line: Line) -> float:
    options = dict((*line.voice.options, *line.options))
    rate = options.pop("rate", "1")
    if options:
        raise SpeechError(
            f'the engine openai has no option "{min(options)}"', where=make_excerpt(line.spoken)
        )
    try:
        return float(rate)
    except ValueError as error:
        raise SpeechError(
            f"the rate is no number: {rate}", where=make_excerpt(line.spoken)
        ) from error


def _check_text(line: Line) -> None:
    if not any(character.isalnum() for character in line.spoken):
        raise SpeechError(
            "there is nothing to say in this paragraph", where=make_excerpt(line.spoken)
        )
    # Every server has its own way to write them, most have none: read out they would be brackets.
    if "[[" in respell_phonemes(line.spoken):
        raise SpeechError(
            "the voices of servers cannot say such phonemes",
            where=make_excerpt(line.spoken),
            hint="give the word an <alias> in the lexicon instead of a <phoneme>",
        )
