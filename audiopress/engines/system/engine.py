"""The operating system's own voices, through pyttsx3: SAPI 5, NSSpeech, espeak-ng.

pyttsx3 keeps its state in the process and may take the process with it, so every line is spoken by
a child process of its own (`child`), which makes the same line the same samples too. On
Linux the library is the system's own, or comes with the extra `audiopress[espeak]`, which is GPL.
What pyttsx3 does wrong, and what answers it, is in docs/decisions/0122.

Audible option: ``rate`` (1.1 is a tenth faster). Word times are espeak's own; other drivers give
none, so they are estimated.
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
import json
import subprocess
import sys
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audiopress.engines.speech import chunks
from audiopress.engines.speech.phonemes import make_excerpt
from audiopress.engines.speech.respelling import place_words, respell_phonemes
from audiopress.errors import SpeechError, VoiceError
from audiopress.model import Voice
from audiopress.voices.extras import ESPEAK, name_command

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiopress.model import Line, Speech

__all__ = ["Pyttsx3Engine"]

_AUDIBLE = 1
"""Counted up when this file, and what it uses, makes the same line sound different."""

_CHILD = Path(__file__).with_name("child.py")
"""The program of the child process: a file of its own, so that it imports nothing of ours."""

_PIECE = 1000
"""Characters spoken at once; about 29,000 end the process."""

_RATE = 175
"""Words a minute at the option ``rate`` 1, espeak's own pace."""

_TRIES = 2
"""Children for one line: the first may be ended by whatever else happens on the machine."""

_SECONDS = (20.0, 0.05)
"""Time limit of a child: so many seconds, and so many for a character."""


class Pyttsx3Engine:
    """Speaks with the voices of the operating system; see `audiopress.plugins.Engine`.

    A line without a letter or digit, and one with ``[[ipa]]``, which these voices cannot say, is
    a `SpeechError`.
    """

    name = "pyttsx3"
    kernel = "system"
    takes = False
    threads = True

    @functools.cached_property
    def version(self) -> str:
        """The versions of pyttsx3 and of espeak-ng's wheel, and our own count."""
        try:
            parts = [version("pyttsx3")]
        except PackageNotFoundError as error:
            raise VoiceError(
                "the engine pyttsx3 is not installed", hint="python -m pip install pyttsx3"
            ) from error
        try:
            parts.append(version("espeakng-loader"))
        except PackageNotFoundError:
            # The system's own voices have no version that could be asked for.
            parts.append(sys.platform)
        return f"{'+'.join(parts)}+{_AUDIBLE}"

    def needs(self, voice: Voice) -> str:  # noqa: ARG002 - all of its voices need the same
        """Return the extra that brings espeak-ng, on a Linux that has none of its own."""
        return "" if sys.platform != "linux" or self._has_espeak else ESPEAK

    @functools.cached_property
    def _has_espeak(self) -> bool:
        if importlib.util.find_spec("espeakng_loader"):
            return True
        # Only the driver knows where it looks for the system's own.
        answer, _ = _run_child({"list": True, "limit": _SECONDS[0]})
        return "voices" in answer

    def voices(self) -> tuple[Voice, ...]:
        """Return the voices of the operating system, as ``system:ID``; raises `VoiceError`."""
        # In a child too: a driver that crashes while it lists would end the command.
        answer, _ = _run_child({"list": True, "limit": _SECONDS[0]})
        if "voices" not in answer:
            raise VoiceError(
                f"the operating system's voices cannot be listed: {answer.get('error')}",
                hint=name_command(ESPEAK, self.name),
            )
        return tuple(
            Voice(
                name=f"system:{number}",
                engine=self.name,
                languages=tuple(languages),
                title=title,
                speaker=number,
            )
            for number, title, languages in answer["voices"]
        )

    def speak(self, line: Line) -> Speech:
        """Speak ``line``, whole, trying a second time when a child dies or is late.

        Raises `SpeechError` that names the paragraph.
        """
        request = _make_request(line)
        heavy = importlib.import_module("audiopress.engines.system.sound_files")
        for _ in range(_TRIES):
            answer, sound = _run_child(request)
            # An empty file is a known fault of the driver and no silence (0122).
            if "sizes" in answer and all(answer["sizes"]):
                text = respell_phonemes(line.spoken)
                speech: Speech = heavy.assemble(text, request["pieces"], answer, sound)
                return replace(speech, words=place_words(speech.words, line.spoken))
        if self.needs(line.voice):
            raise VoiceError(
                "the operating system has no voice of its own",
                hint=name_command(ESPEAK, self.name),
            )
        if "close" in answer:
            meant = " or ".join(f"system:{number}" for number in answer["close"])
            raise SpeechError(
                f'the operating system has no voice "{line.voice.name}"'
                + (f"; did you mean {meant}?" if meant else ""),
                where=make_excerpt(line.spoken),
                hint="audiopress voices list --all",
            )
        raise SpeechError(
            f"the operating system's voice failed: {answer.get('error', 'no sound')}",
            where=make_excerpt(line.spoken),
            hint="audiopress voices list",
        )


def _make_request(line: Line) -> dict[str, Any]:
    """Say what the child is to do; raises `SpeechError` for what cannot be spoken."""
    options = dict((*line.voice.options, *line.options))
    rate = options.pop("rate", "1")
    try:
        words_a_minute = round(_RATE * float(rate))
    except (ValueError, OverflowError) as error:
        raise SpeechError(
            f"the rate is no number: {rate}", where=make_excerpt(line.spoken)
        ) from error
    if options:
        raise SpeechError(
            f'pyttsx3 has no option "{min(options)}"', where=make_excerpt(line.spoken)
        )
    if not any(character.isalnum() for character in line.spoken):
        raise SpeechError(
            "there is nothing to say in this paragraph", where=make_excerpt(line.spoken)
        )
    text = respell_phonemes(line.spoken)
    # Read out it would be brackets and letters; an error says where to mend it.
    if "[[" in text:
        raise SpeechError(
            "the operating system's voices cannot say such phonemes",
            where=make_excerpt(line.spoken),
            hint="give the word an <alias> in the lexicon instead of a <phoneme>",
        )
    return {
        "voice": line.voice.speaker,
        "rate": words_a_minute,
        "pieces": ["".join(piece) for piece in chunks.cut_chunks(text, _PIECE)],
        "limit": _SECONDS[0] + _SECONDS[1] * len(line.spoken),
    }


def _run_child(request: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
    """Run one child; its answer and the sound behind it. A child that dies answers ``error``."""
    try:
        done = subprocess.run(  # noqa: S603 - our own file, by our own Python
            # -P: else its own folder would be searched first for what it imports.
            [sys.executable, "-P", str(_CHILD)],
            input=json.dumps(request).encode(),
            capture_output=True,
            # The child ends itself at its limit; this is for one that cannot even do that.
            timeout=request["limit"] + 5,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"error": f"no answer after {request['limit']:.0f} s"}, b""
    # JSON writes no line's end within a line, so the first one parts answer and sound.
    head, _, sound = done.stdout.partition(b"\n")
    if done.returncode or not head:
        return {"error": f"the voice's process ended with status {done.returncode}"}, b""
    answer: dict[str, Any] = json.loads(head)
    return answer, sound
