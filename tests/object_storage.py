"""Object storage of this machine, and a proxy before it that gives what networks give.

The storage is moto's server, which honours conditional writes, or with ``TEST_STORAGE=ministack``
that of ministack, another implementation of the same (``pip install ministack`` puts its command
on the path). The proxy can answer 503, break a connection before or after the request was done, be
slow, hide the conditions from the storage, and kill a process when it has asked for something; it
looks at the bucket after each change.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import http.client
import os
import random
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from runner import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

BUCKET = "audio"
PREFIX = "listen"
KEYS = {"AWS_ACCESS_KEY_ID": "CANARYKEYID42", "AWS_SECRET_ACCESS_KEY": "canarysecretkey"}
CONDITIONS = ("if-match", "if-none-match")
ENCLOSURE = re.compile(rb'<enclosure [^>]*url="[^"]*?(episodes/[^"]+)"[^>]*length="(\d+)"')
LENGTH_FIRST = re.compile(rb'<enclosure [^>]*length="(\d+)"[^>]*url="[^"]*?(episodes/[^"]+)"')
FAULTS = ("503 before", "503 after", "reset before", "reset after", "slow")
SLOW = 0.3
SIGNED = {"Authorization": "AWS4-HMAC-SHA256 Credential=x/y/us-east-1/s3/aws4_request"}
RESETS = {"moto": "/moto-api/reset", "ministack": "/_ministack/reset"}
"""Where each server forgets all it has."""
NAMED = os.environ.get("TEST_STORAGE", "moto")
SERVER = """
import sys, werkzeug.serving
from moto.server import DomainDispatcherApplication, create_backend_app
app = DomainDispatcherApplication(create_backend_app)
werkzeug.serving.run_simple("127.0.0.1", int(sys.argv[1]), app, threaded=True)
"""


class Storage:
    """The storage behind its proxy; ``faults`` is the share of requests that go wrong."""

    def __init__(self, *, faults: float = 0.0, seed: int = 1) -> None:
        self.faults, self.kinds = faults, FAULTS
        self.dice = random.Random(seed)  # noqa: S311 - the same faults again with the same seed
        self.ignores_conditions = False
        self.answers_never = False
        self.refuses: tuple[int, str] | None = None
        """Status and body with which everything is answered."""
        self.public = False
        self.conflicts = 0
        """How many of the next conditional writes are answered with 409."""
        self.removes_one_at_a_time = False
        self.kill: tuple[int, int] | None = None
        """After how many requests, counted from now, which process is killed."""
        self.log: list[tuple[str, str, int]] = []
        self.unsound: list[str] = []
        self.looks = 0
        self.gate = threading.Lock()
        self.behind = ("127.0.0.1", start_server(NAMED))
        self._proxy = _Proxy(("127.0.0.1", 0), _Handler)
        self._proxy.storage = self
        threading.Thread(target=self._proxy.serve_forever, daemon=True).start()
        self.ask("POST", RESETS[NAMED])  # its objects are those of the whole process
        self.ask("PUT", f"/{BUCKET}")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._proxy.server_port}"

    def environment(self) -> dict[str, str]:
        return {**KEYS, "AWS_ENDPOINT_URL": self.url}

    def close(self) -> None:
        self._proxy.shutdown()
        self._proxy.server_close()

    def ask(
        self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        """Ask the storage itself."""
        with contextlib.closing(http.client.HTTPConnection(*self.behind, timeout=60)) as line:
            line.request(method, path, body=body, headers=headers or SIGNED)
            answer = line.getresponse()
            said = {name.title(): value for name, value in answer.getheaders()}
            return answer.status, said, answer.read()

    def names(self, below: str = "") -> list[str]:
        query = f"list-type=2&max-keys=10000&prefix={below}"
        _, _, body = self.ask("GET", f"/{BUCKET}?{query}")
        keys = [unquote(key.decode()) for key in re.findall(rb"<Key>([^<]+)</Key>", body)]
        return sorted(key.removeprefix(f"{PREFIX}/") for key in keys)

    def get(self, name: str) -> bytes | None:
        status, _, body = self.ask("GET", f"/{BUCKET}/{PREFIX}/{name}")
        return body if status == 200 else None

    def head(self, name: str) -> dict[str, str]:
        return self.ask("HEAD", f"/{BUCKET}/{PREFIX}/{name}")[1]

    def put(self, name: str, body: bytes) -> None:
        self.ask("PUT", f"/{BUCKET}/{PREFIX}/{name}", body)

    def published(self) -> dict[str, bytes]:
        """All objects but those in a hidden folder."""
        found = {name: self.get(name) for name in self.names() if not name.startswith(".")}
        return {name: body for name, body in found.items() if body is not None}

    def snapshot(self) -> dict[str, tuple[bytes, dict[str, str]]]:
        """All objects with their headers, hidden ones too."""
        kept = ("Content-Type", "Cache-Control")
        found = {}
        for name in self.names():
            headers = self.head(name)
            told = {key: headers[key] for key in kept if key in headers}
            found[name] = (self.get(name) or b"", told)
        return found

    def restore(self, objects: dict[str, tuple[bytes, dict[str, str]]]) -> None:
        """Let the bucket hold these objects and no others."""
        for name in set(self.names()) - set(objects):
            self.ask("DELETE", f"/{BUCKET}/{PREFIX}/{name}")
        for name, (body, headers) in objects.items():
            self.ask("PUT", f"/{BUCKET}/{PREFIX}/{name}", body, {**SIGNED, **headers})

    def changes(self, *methods: str) -> list[str]:
        """Names that were written with success, in their order; of methods those of these."""
        wanted = methods or ("PUT", "POST")
        return [path for method, path, status in self.log if method in wanted and status < 300]

    def look(self) -> None:
        """Note a feed that names a file which is not there whole."""
        self.looks += 1
        # Of the edition alone: beside it a campaign has tens of thousands of paragraphs.
        for name in self.names(f"{PREFIX}/"):
            if name.endswith("feed.xml"):
                folder = name.removesuffix("feed.xml")
                for path, length in list_sounds(self.get(name) or b""):
                    said = self.head(folder + path).get("Content-Length")
                    if said != length:
                        self.unsound.append(f"{name} names {path}: {said}, not {length}")


@functools.cache
def find_moto() -> str:
    """Return the Python that has moto (tests/run.py installs it), or nothing."""
    own = ROOT / ".venv" / "storage" / ("Scripts" if os.name == "nt" else "bin") / "python"
    return str(own) if own.exists() else sys.executable if find_spec("moto") else ""


def make_command(name: str, port: int) -> list[str]:
    """Return the words that start a server of this name at a port of this machine."""
    if name == "moto":
        return [find_moto(), "-c", SERVER, str(port)]
    if not (found := shutil.which(name)):
        raise RuntimeError(f"there is no command {name} on the path: pip install {name}")
    return [found]


@functools.cache
def start_server(name: str) -> int:
    """Start the server for as long as this process lives, and return its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    place = {"BIND_HOST": "127.0.0.1", "GATEWAY_PORT": str(port)}  # ministack's variables
    server = subprocess.Popen(
        make_command(name, port),
        env=os.environ | place,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    atexit.register(server.kill)
    until = time.monotonic() + 60
    while server.poll() is None and time.monotonic() < until:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return port
        time.sleep(0.05)
    raise RuntimeError(f"{name} has not started")


def list_sounds(feed: bytes) -> list[tuple[str, str]]:
    """Return path and length of each enclosure of a feed."""
    found = [(url.decode(), size.decode()) for url, size in ENCLOSURE.findall(feed)]
    return found or [(url.decode(), size.decode()) for size, url in LENGTH_FIRST.findall(feed)]


@contextlib.contextmanager
def open_storage(**words: Any) -> Iterator[Storage]:
    """Open a storage for a test."""
    storage = Storage(**words)
    try:
        yield storage
    finally:
        storage.close()


class _Proxy(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64
    storage: Storage

    def handle_error(self, *_: object) -> None:
        """Broken connections are what this is for."""


class _Handler(BaseHTTPRequestHandler):
    server: _Proxy
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        storage = self.server.storage
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self._kills("before") or storage.answers_never:
            return self._break()
        if storage.refuses:
            return self._answer(storage.refuses[0], {}, storage.refuses[1].encode())
        with storage.gate:
            failing = storage.dice.random() < storage.faults
            fault = storage.dice.choice(storage.kinds) if failing else ""
        if fault == "slow":
            time.sleep(SLOW)
        if fault == "reset before":
            return self._break()
        status = 503 if fault == "503 before" else self._refuse(storage)
        return self._answer(status, {}, b"") if status else self._do(storage, body, fault)

    def _do(self, storage: Storage, body: bytes, fault: str) -> None:
        """Have the storage do it, look at what it has then, and answer, or not."""
        name = unquote(urlsplit(self.path).path).removeprefix(f"/{BUCKET}/{PREFIX}/")
        status, headers, said = self._pass_on(storage, body)
        storage.log.append((self.command, name, status))
        removes = self.command == "POST" and "delete" in self.path
        if removes or (name.endswith("feed.xml") and self.command in ("PUT", "DELETE")):
            storage.look()
        if self._kills("after") or fault == "reset after":
            self._break()
        elif fault == "503 after":
            self._answer(503, {}, b"")
        else:
            self._answer(status, headers, said)

    def _refuse(self, storage: Storage) -> int:
        """Return the status of what this storage does not do, or 0."""
        if storage.conflicts and any(name in self.headers for name in CONDITIONS):
            storage.conflicts -= 1
            return 409
        lists = "delete" in urlsplit(self.path).query
        return 501 if storage.removes_one_at_a_time and lists else 0

    do_PUT = do_POST = do_DELETE = do_HEAD = do_GET  # noqa: N815 - the names of http.server

    def _pass_on(self, storage: Storage, body: bytes) -> tuple[int, dict[str, str], bytes]:
        dropped = {"connection", *(CONDITIONS if storage.ignores_conditions else ())}
        headers = {k: v for k, v in self.headers.items() if k.lower() not in dropped}
        if storage.public:  # moto lets those in who say that they have a key
            headers = {**SIGNED, **headers}
        return storage.ask(self.command, self.path, body, headers)

    def _kills(self, when: str) -> bool:
        """Kill who asks when it is time: half of them before what they ask for is done."""
        storage = self.server.storage
        with storage.gate:
            if storage.kill is None:
                return False
            left, process = storage.kill
            if when == "before":
                storage.kill = (left - 1, process)
            if left > 1 or (left == 1) is (when == "after"):
                return False
            storage.kill = None
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        return True

    def _break(self) -> None:
        """End the connection as a machine that is gone: with a reset."""
        self.close_connection = True
        linger = struct.pack("ii", 1, 0)
        with contextlib.suppress(OSError):
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.connection.close()

    def _answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response_only(status)
        kept = ("Content-Type", "Etag", "Last-Modified", "Cache-Control", "Content-Range")
        for name, value in headers.items():
            if name in kept:
                self.send_header(name, value)
        length = headers.get("Content-Length", "0") if self.command == "HEAD" else str(len(body))
        self.send_header("Content-Length", length)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass
