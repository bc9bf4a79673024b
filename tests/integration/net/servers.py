"""A web server that says exactly the bytes it is told to, on an address of this machine."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Self

Answer = Callable[[str], Iterable[bytes]]


def page(body: bytes = b"<p>An article.</p>", status: str = "200 OK", **headers: str) -> bytes:
    """One whole answer; ``Content_Type`` becomes Content-Type."""
    lines = {"Content_Type": "text/html", "Content_Length": str(len(body))} | headers
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in lines.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode("latin-1") + body


def always(*pieces: bytes) -> Answer:
    """Answer every request with these bytes."""
    return lambda _: pieces


@dataclass
class Server:
    """Listens at ``host``; ``heads`` are the requests it got, ``answers`` what it says by path."""

    host: str = "127.0.0.1"
    port: int = 0
    answers: dict[str, Answer] = field(default_factory=dict)
    trust: Any = None
    heads: list[str] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._listener = socket.create_server((self.host, self.port))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):  # closing alone does not wake who waits in accept
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    @property
    def paths(self) -> list[str]:
        """The paths asked for, in order."""
        return [head.split(" ")[1] for head in self.heads]

    def url(self, path: str = "/") -> str:
        """Address of a path here."""
        return f"http://{self.host}:{self.port}{path}"

    def _serve(self) -> None:
        for line in self._lines():
            threading.Thread(target=self._talk, args=(line,), daemon=True).start()

    def _lines(self) -> Iterator[socket.socket]:
        with contextlib.suppress(OSError):  # closed by the end of the test
            while True:
                yield self._listener.accept()[0]

    def _talk(self, line: socket.socket) -> None:
        with contextlib.suppress(OSError), line:  # the client may leave in the middle
            talk = self.trust.wrap_socket(line, server_side=True) if self.trust else line
            with talk:
                head = b""
                while not head.endswith(b"\r\n\r\n"):
                    head += talk.recv(1)
                self.heads.append(head.decode("latin-1"))
                path = self.heads[-1].split(" ")[1]
                for piece in self.answers.get(path, always(page(status="404 Not Found")))(path):
                    talk.sendall(piece)
