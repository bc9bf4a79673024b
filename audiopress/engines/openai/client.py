"""Asking a server for speech: the request, waiting and asking again, and errors in words.

The key is read from the environment when something is asked, goes into one header, and is nowhere
else: in no error either, even where a server repeats it.
"""

from __future__ import annotations

import json
import os
import re
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from audiopress.engines.openai.server_words import find_message
from audiopress.engines.speech.phonemes import make_excerpt
from audiopress.errors import SourceError, SpeechError, VoiceError
from audiopress.net.exchange import RedirectedError
from audiopress.net.post import PostAnswer, post
from audiopress.net.transport import FetchLimits, NotPublicError

if TYPE_CHECKING:
    from audiopress.model import SpeechServer, Voice

__all__ = ["ServerAnswers"]

_GOOD = range(200, 300)
"""Statuses of an answer that has the sound (RFC 9110, 15.3); it is 200, unless somebody is odd."""

_PASSING = frozenset((408, 425, 429, 500, 502, 503, 504, 529))
"""Statuses of what may be over soon: too slow, too many, broken, too busy. 529 is no standard, and
in use for "overloaded"."""

_UNKNOWN_KEY = frozenset((401, 403))
"""Statuses of a request without a key that the server takes."""

_SECRET = 8
"""Characters of the shortest key that is blanked where it is repeated: what servers at home are
content with (``none``, ``x``) is no secret, and may be a part of any word."""

_UNPAID = 402
"""The status of one with a key that nobody pays for."""

_TRIES = 4
"""How often a server is asked that is busy or broken: 1, 2 and 4 seconds between, or what it asks
for."""

_BROKEN_TRIES = 2
"""How often one is asked that cannot be reached or breaks off: a server that is off stays off, and
an edition has many paragraphs."""

_MAX_BYTES = 64_000_000
"""Bytes of one answer: 2,000 characters, spoken in 130 s, are 50 MB in stereo of 48 kHz and 32 bit,
the largest that a server has a reason to send."""

_KEY = re.compile(r"[\x21-\x7e]+")
"""What may stand in a header behind ``Bearer`` (RFC 6750 has less; some keys have more)."""


class ServerAnswers:
    """The answers of the server of ``voice``, until the monotonic time ``until``.

    Made for one line. ``pause`` is in seconds before the first new try. ``down`` are the addresses
    of servers that no line could reach, which is kept up to date here. Raises `VoiceError` when the
    voice names a key that the environment has not.
    """

    def __init__(self, voice: Voice, until: float, pause: float, down: set[str]) -> None:
        """Read the key; ask nobody yet."""
        if voice.server is None:
            raise VoiceError(
                f'voice "{voice.name}" has no server', hint="describe it under [[voices.remote]]"
            )
        self.name = voice.name
        self._server, self._speaker = voice.server, voice.speaker
        # Without the query, in which some servers take their key.
        self._address = voice.server.url.partition("?")[0]
        self._until, self._pause, self._down = until, pause, down
        self._key = _read_key(voice.name, voice.server)

    def ask(self, text: str, rate: float) -> PostAnswer:
        """Return the answer with the sound of ``text``.

        A server that is busy, broken or not reached is asked again while there is time. Raises
        `SpeechError` with its own words.
        """
        tries = 0
        while True:
            tries += 1
            try:
                answer = self._post(text, rate)
            except SourceError as error:
                if self._gives_up(tries):
                    hint = "see that the server runs at that address: url in [[voices.remote]]"
                    raise self.make_error(error.message, hint, text) from error
                continue
            self._down.discard(self._address)
            if answer.status in _GOOD:
                return answer
            pause = self._pause * 2 ** (tries - 1) if answer.pause is None else answer.pause
            if answer.status not in _PASSING or tries >= _TRIES or not self._wait(pause):
                raise self._make_status_error(answer, text)

    def make_error(self, message: str, hint: str, text: str) -> SpeechError:
        """Return an error at this voice, its server and the paragraph."""
        # In the message, for the press has a place of its own: the article.
        told = f'voice "{self.name}" ({self._address}): {self._hide_key(message)}'
        where = f"paragraph that begins {make_excerpt(text)!r}"
        return SpeechError(told, where=where, hint=self._hide_key(hint))

    def _post(self, text: str, rate: float) -> PostAnswer:
        server = self._server
        asked: dict[str, Any] = {
            "model": server.model,
            "voice": self._speaker,
            "input": text,
            "response_format": server.format,
        }
        # Left out unless wished for: some models refuse it.
        if rate != 1:
            asked["speed"] = rate
        headers = {
            "Content-Type": "application/json",
            "Accept": "audio/*",
            "Accept-Encoding": "identity",
        }
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        limits = FetchLimits(
            allow_private=server.own,
            max_bytes=_MAX_BYTES,
            # Whole seconds, for errors say them.
            seconds=max(1.0, round(self._until - time.monotonic())),
        )
        try:
            answer = post(server.url, json.dumps(asked).encode(), headers, limits=limits)
        except NotPublicError as error:
            hint = "if it is a server of your own, add private = true to its [[voices.remote]]"
            raise self.make_error(error.message, hint, text) from error
        except RedirectedError as error:
            raise self.make_error(error.message, error.hint, text) from error
        # Before anybody shortens what it says, which could leave a half of the key.
        repeats = len(self._key) >= _SECRET and self._key.encode() in answer.body
        return (
            replace(answer, body=answer.body.replace(self._key.encode(), b"***"))
            if repeats
            else answer
        )

    def _gives_up(self, tries: int) -> bool:
        """Whether a server that could not be reached is not asked again; waits otherwise."""
        # An edition has many paragraphs: all the others do not wait for a server that is off.
        if self._address in self._down or tries >= _BROKEN_TRIES or not self._wait(self._pause):
            self._down.add(self._address)
            return True
        return False

    def _wait(self, seconds: float) -> bool:
        """Wait, unless that would take more time than there is."""
        if time.monotonic() + seconds >= self._until:
            return False
        time.sleep(seconds)
        return True

    def _make_status_error(self, answer: PostAnswer, text: str) -> SpeechError:
        message = f'the server says "{answer.status} {answer.reason}"'
        if words := find_message(answer.body):
            message += f": {words}"
        if answer.pause is not None and answer.status in _PASSING:
            message += f"; it asks to come back in {answer.pause:.0f} seconds"
        return self.make_error(message, self._choose_hint(answer.status), text)

    def _choose_hint(self, status: int) -> str:
        if status in _PASSING:
            return "run the same command again later; what was spoken is kept"
        if status == _UNPAID:
            return "see to the account of the key, then run the same command again"
        if status in _UNKNOWN_KEY:
            key = self._server.key_env
            if key:
                return f"export {key}=..., a key that this server takes"
            return "if it wants a key, name the variable that holds it: key_env = ..."
        return f"mend url, model or voice of {self.name} under [[voices.remote]]"

    def _hide_key(self, message: str) -> str:
        return message.replace(self._key, "***") if len(self._key) >= _SECRET else message


def _read_key(name: str, server: SpeechServer) -> str:
    """Return the key, or nothing where none is needed; raises `VoiceError` without showing it."""
    variable = server.key_env
    if not variable:
        return ""
    key = os.environ.get(variable, "").strip()
    if _KEY.fullmatch(key):
        return key
    fault = "holds what is no key: it has blanks, or signs beyond ASCII" if key else "is not set"
    raise VoiceError(
        f'the variable {variable}, which holds the key of voice "{name}", {fault}',
        where=f"[[voices.remote]] {name}, key_env",
        hint=f"export {variable}=...",
    )
