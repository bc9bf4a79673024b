"""Web servers that keep their connections open: HTTP/1.1, and HTTP/2 by the library h2."""

from __future__ import annotations

import contextlib
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

import h2.config
import h2.connection
import h2.events
import h2.exceptions
import pytest

if TYPE_CHECKING:
    from pathlib import Path

Reply = Callable[[h2.connection.H2Connection, int, str], None]


def make_certificate(folder: Path) -> Path:
    """A certificate for public.example in ``folder``; skips where there is no openssl."""
    if not shutil.which("openssl"):
        pytest.skip("needs the program openssl to make a certificate")
    words = (
        "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=public.example "
        "-addext subjectAltName=DNS:public.example -keyout key.pem -out cert.pem"
    )
    subprocess.run(["openssl", *words.split()], cwd=folder, check=True, capture_output=True)
    return folder


class _Listener:
    """Listens at a free port of this machine, counts ``lines`` and talks on each in a thread."""

    lines: int

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                line = self._listener.accept()[0]
                self.lines += 1
                threading.Thread(target=self._talk, args=(line,), daemon=True).start()

    def _talk(self, line: socket.socket) -> None:
        raise NotImplementedError


@dataclass
class OpenServer(_Listener):
    """Speaks HTTP/1.1 and keeps each connection for ``uses`` requests; counts both.

    ``answers`` are whole answers by path.
    """

    answers: dict[str, bytes] = field(default_factory=dict)
    uses: int = 1000
    lines: int = 0
    paths: list[str] = field(default_factory=list)

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def _talk(self, line: socket.socket) -> None:
        with contextlib.suppress(OSError), line:
            for _ in range(self.uses):
                head = b""
                while not head.endswith(b"\r\n\r\n"):
                    byte = line.recv(1)
                    if not byte:
                        return
                    head += byte
                self.paths.append(head.split(b" ")[1].decode())
                line.sendall(self.answers[self.paths[-1]])


@dataclass
class Http2Server(_Listener):
    """Speaks HTTP/2 under TLS; ``reply`` says on a connection what a stream's path is answered."""

    folder: Path
    reply: Reply
    lines: int = 0
    heads: list[dict[str, str]] = field(default_factory=list)

    def __enter__(self) -> Self:
        trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        trust.load_cert_chain(self.folder / "cert.pem", self.folder / "key.pem")
        trust.set_alpn_protocols(["h2"])
        self._trust = trust
        return super().__enter__()

    def url(self, path: str = "/") -> str:
        return f"https://public.example:{self.port}{path}"

    def _talk(self, line: socket.socket) -> None:
        ends = (OSError, h2.exceptions.ProtocolError)
        with contextlib.suppress(*ends), self._trust.wrap_socket(line, server_side=True) as safe:
            config = h2.config.H2Configuration(client_side=False, validate_outbound_headers=False)
            state = h2.connection.H2Connection(config)
            state.initiate_connection()
            state.line = safe  # type: ignore[attr-defined] - for replies that send bytes themselves
            safe.sendall(state.data_to_send())
            while data := safe.recv(65536):
                for event in state.receive_data(data):
                    self._answer(state, event)
                safe.sendall(state.data_to_send())

    def _answer(self, state: Any, event: h2.events.Event) -> None:
        if isinstance(event, h2.events.RequestReceived):
            head = {name.decode(): value.decode() for name, value in event.headers}
            self.heads.append(head)
            self.reply(state, event.stream_id, head[":path"])
