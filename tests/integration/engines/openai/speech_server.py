"""A server of speech that says what it is told to, one answer after the other."""

from __future__ import annotations

import contextlib
import io
import json
import socket
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

import numpy as np
import soundfile

PLACE = "/v1/audio/speech"
RATE = 24000
SECONDS = 0.06  # of sound a character, as people speak


@dataclass(frozen=True)
class Asked:
    """A request: its head, and what its JSON says."""

    head: str
    said: dict[str, Any]

    def header(self, name: str) -> str:
        """Return the value of a header, or nothing."""
        for line in self.head.split("\r\n")[1:]:
            key, _, value = line.partition(": ")
            if key.lower() == name.lower():
                return value
        return ""


Reply = Callable[[Asked], Iterable[bytes]]


def tone(seconds: float, rate: int = RATE, channels: int = 1, pitch: float = 300.0) -> Any:
    """Return floats of shape (n, channels): a sine in place of a voice."""
    times = np.arange(round(seconds * rate)) / rate
    sine = 0.3 * np.sin(2 * np.pi * pitch * times)
    return np.repeat(sine[:, None], channels, axis=1).astype(np.float32)


def sound_file(samples: Any, rate: int = RATE, kind: str = "WAV", subtype: str = "PCM_16") -> bytes:
    """Return a whole sound file."""
    body = io.BytesIO()
    soundfile.write(body, samples, rate, format=kind, subtype=subtype)
    return body.getvalue()


def answer(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    """One whole answer; ``Content_Type`` becomes Content-Type, an empty one is left out."""
    # Said, for it does so: a client that is faster than the end of a line would ask on that line.
    fields = {"Content_Type": "audio/wav", "Content_Length": str(len(body)), "Connection": "close"}
    fields |= headers
    lines = (f"{name.replace('_', '-')}: {value}\r\n" for name, value in fields.items() if value)
    return f"HTTP/1.1 {status}\r\n{''.join(lines)}\r\n".encode("latin-1") + body


def error(status: str, said: object, **headers: str) -> bytes:
    """Return an answer with an error as JSON."""
    return answer(json.dumps(said).encode(), status, Content_Type="application/json", **headers)


def speech(asked: Asked) -> bytes:
    """Return WAV as long as the text needs."""
    return sound_file(tone(SECONDS * len(asked.said["input"])))


def speak(asked: Asked) -> Iterable[bytes]:
    """Answer with `speech`."""
    return [answer(speech(asked))]


def always(*pieces: bytes) -> Reply:
    """Answer with these bytes whatever is asked."""
    return lambda _: pieces


@dataclass
class SpeechServer:
    """Listens on this machine; the last of ``replies`` is that of all further requests."""

    replies: Sequence[Reply] = (speak,)
    asked: list[Asked] = field(default_factory=list)
    most: int = 0

    def __enter__(self) -> Self:
        self._lock, self._now = threading.Lock(), 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):  # closing alone does not wake who waits in accept
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _serve(self) -> None:
        for line in self._lines():
            threading.Thread(target=self._talk, args=(line,), daemon=True).start()

    def _lines(self) -> Iterator[socket.socket]:
        with contextlib.suppress(OSError):  # closed by the end of the test
            while True:
                yield self._listener.accept()[0]

    def _talk(self, line: socket.socket) -> None:
        with contextlib.suppress(OSError), line:  # the client may leave in the middle
            asked = _hear(line)
            with self._lock:
                reply = self.replies[min(len(self.asked), len(self.replies) - 1)]
                self.asked.append(asked)
                self._now += 1
                self.most = max(self.most, self._now)
            try:
                for piece in reply(asked):
                    line.sendall(piece)
            finally:
                with self._lock:
                    self._now -= 1


def _hear(line: socket.socket) -> Asked:
    with line.makefile("rb") as stream:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += stream.readline()
        asked = Asked(head.decode("latin-1"), {})
        return Asked(asked.head, json.loads(stream.read(int(asked.header("Content-Length")))))
