"""Listening: one uvicorn process until Ctrl-C."""

from __future__ import annotations

import contextlib
import errno
import socket
import sys
import threading
from typing import TYPE_CHECKING, Literal

import uvicorn

from audiopress.errors import ConfigError, StoreError
from audiopress.server.open_files import allow_connections
from audiopress.server.slow_requests import TimedProtocol
from audiopress.server.static import create_app

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from starlette.types import ASGIApp

    from audiopress.server.lan import LanAddress

__all__ = ["configure", "listen", "run", "serve_lan"]

_PATIENCE = 5.0
"""Seconds in which a server begins and ends: it takes some tenths of one."""


_LAST_PORT = 65535
"""The highest number of a port (RFC 793, 3.1)."""

_SENT_AHEAD = 256 * 1024
"""Bytes that the system takes of an answer ahead of its receiver (Linux takes twice as many): 16 s
of sound, and 20 Mbit/s over a tenth of a second of distance. Without a limit it takes megabytes for
each listener, which is read and copied at once and then mostly not heard."""


class _AnnouncingServer(uvicorn.Server):
    """Says that it answers when it does, and when Ctrl-C ends it: not a moment before."""

    def __init__(self, config: uvicorn.Config, announce: Callable[[], None]) -> None:
        super().__init__(config)
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self._announce()


def run(
    output: Path,
    host: str = "127.0.0.1",
    port: int = 8000,
    *,
    announce: Callable[[str], None],
    moved: bool = False,
) -> None:
    """Serve the folder ``output`` until Ctrl-C; ``announce`` gets the address once it answers.

    With ``moved`` pages and feed name where they are served, and not what they were built for.
    ``port`` 0 takes any free one. Raises `StoreError` when there is no such folder and
    `ConfigError` when host and port cannot be listened on.
    """
    if not output.is_dir():
        raise StoreError(
            "there is no edition to serve", where=str(output), hint="audiopress build SOURCE"
        )
    listen(configure(create_app(output, moved=moved)), host, port, announce=announce)


def listen(
    config: uvicorn.Config, host: str, port: int, *, announce: Callable[[str], None]
) -> None:
    """Serve until Ctrl-C, as `run` does; raises `ConfigError` as it does."""
    with _open_listener(host, port) as listener:
        name = f"[{host}]" if ":" in host else host
        address = f"http://{name}:{listener.getsockname()[1]}/"
        with contextlib.suppress(KeyboardInterrupt):  # Ctrl-C is how one stops serving
            _AnnouncingServer(config, lambda: announce(address)).run(sockets=[listener])


def configure(app: ASGIApp, *, lifespan: Literal["on", "off"] = "off") -> uvicorn.Config:
    """Return how an application is served: by HTTP/1.1, without a log of its own."""
    return uvicorn.Config(
        app,
        http=TimedProtocol,
        limit_concurrency=allow_connections(),
        log_level="warning",
        access_log=False,
        server_header=False,
        lifespan=lifespan,
        ws="none",
        timeout_graceful_shutdown=1,  # second; who listens to sound holds its connection open
    )


@contextlib.contextmanager
def serve_lan(output: Path, addresses: Sequence[LanAddress], port: int) -> Iterator[int]:
    """Serve the folder ``output`` in this network while the block runs; give it the port.

    The folder may be empty still. ``addresses`` are those of this machine, ``port`` 0 takes any
    free one. Raises `ConfigError` when the port cannot be listened on.
    """
    # To all of them, for a machine may get another address while it serves.
    host = "::" if addresses[0].host.startswith("[") else "0.0.0.0"  # noqa: S104 - asked for
    output.mkdir(parents=True, exist_ok=True)
    with _open_listener(host, port, lan=True) as listener:
        started = threading.Event()
        server = _AnnouncingServer(configure(create_app(output, lan=True)), started.set)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        started.wait(_PATIENCE)
        try:
            yield int(listener.getsockname()[1])
        finally:
            server.should_exit = True
            thread.join(_PATIENCE)


def _open_listener(host: str, port: int, *, lan: bool = False) -> socket.socket:
    try:
        family, kind, number, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, number)
        with contextlib.ExitStack() as closing:
            closing.callback(listener.close)
            if sys.platform != "win32":  # there it would let two programs share a port
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            # Those that are accepted have it from here.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SENT_AHEAD)
            listener.bind(address)
            listener.listen()
            closing.pop_all()
    except (OSError, UnicodeError) as error:  # UnicodeError: no name at all
        raise _explain_refusal(host, port, error, lan=lan) from error
    return listener


def _explain_refusal(
    host: str, port: int, error: OSError | UnicodeError, *, lan: bool
) -> ConfigError:
    """Return the error on an address that cannot be listened on, as ``lan`` asks for or a host."""
    where = f"--lan --port {port}" if lan else f"--host {host} --port {port}"
    again = "the same command with"
    number = getattr(error, "errno", None)
    if number == errno.EADDRINUSE:
        way = "--port 0, which takes a free one"
        if lan:
            other = port + 1 if port < _LAST_PORT else port - 1
            way = f"--port {other}: the feed's address is another one then, also for the app"
        return ConfigError(
            f"something else listens on port {port} already", where=where, hint=f"{again} {way}"
        )
    if number == errno.EACCES:
        hint = f"{again} --port 8000"
        return ConfigError(f"port {port} is not for everybody", where=where, hint=hint)
    reason = getattr(error, "strerror", None) or str(error)
    hint = f"{again} another --port" if lan else f"{again} --host 127.0.0.1"
    return ConfigError(f"cannot listen there: {reason}", where=where, hint=hint)
