"""The newsroom's service as a process of its own, asked over its port."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import hmac
import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, Self

if TYPE_CHECKING:
    from pathlib import Path

TOKEN = "c4nary-token-of-the-api"  # noqa: S105 - of nobody
GHOST = "c4nary-secret-of-ghost"
WORDPRESS = "c4nary-secret-of-wordpress"
STANDARD = b"c4nary-secret-of-standard"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
JSON = {"Content-Type": "application/json"}
CONFIGURATION = """
[show]
title = "Skerry Post"
email = "audio@skerry.example"
[edition]
address = "https://listen.skerry.example/"
[serve]
token_env = "OUR_TOKEN"
ghost_env = "OUR_GHOST"
wordpress_env = "OUR_WORDPRESS"
standard_env = "OUR_STANDARD"
hosts = ["newsroom.skerry.example"]
"""


class Told(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def sign_ghost(body: bytes, moment: float | None = None) -> dict[str, str]:
    t = str(int(1000 * (time.time() if moment is None else moment)))
    digest = hmac.new(GHOST.encode(), body + t.encode(), hashlib.sha256).hexdigest()
    return {**JSON, "X-Ghost-Signature": f"sha256={digest}, t={t}"}


def sign_standard(ident: str, body: bytes, moment: float | None = None) -> dict[str, str]:
    t = str(int(time.time() if moment is None else moment))
    digest = hmac.new(STANDARD, f"{ident}.{t}.".encode() + body, hashlib.sha256).digest()
    signed = base64.b64encode(digest).decode()
    return {
        **JSON, "webhook-id": ident, "webhook-timestamp": t, "webhook-signature": f"v1,{signed}"
    }  # fmt: skip


def sign_wordpress(body: bytes, ident: str) -> dict[str, str]:
    digest = hmac.new(WORDPRESS.encode(), body, hashlib.sha256).digest()
    signed = base64.b64encode(digest).decode()
    return {**JSON, "X-WC-Webhook-Signature": signed, "X-WC-Webhook-Delivery-ID": ident}


def make_ghost(url: str, **more: Any) -> bytes:
    post = {"url": url, "status": "published", "visibility": "public", **more}
    return json.dumps({"post": {"current": post, "previous": {}}}).encode()


@dataclass
class Newsroom:
    """``audiopress serve --api`` in a folder; ``events`` are the lines of its log."""

    folder: Path
    options: tuple[str, ...] = ()
    configuration: str = CONFIGURATION
    events: list[dict[str, Any]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    port: int = 0

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "audiopress.toml").write_text(self.configuration, "utf-8")
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def start(self) -> None:
        secrets = {
            "OUR_TOKEN": TOKEN,
            "OUR_GHOST": GHOST,
            "OUR_WORDPRESS": WORDPRESS,
            "OUR_STANDARD": "whsec_" + base64.b64encode(STANDARD).decode(),
        }
        words = ("serve", "--api", "--port", "0", "--log", "json", *self.options)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "audiopress", *words],
            cwd=self.folder,
            env={**os.environ, "AUDIOPRESS_VOICE": "tone", **secrets},
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        begun = len(self.events)
        self._reader = threading.Thread(target=self._read, args=(self.process,), daemon=True)
        self._reader.start()
        address = self.wait_for("listening", since=begun)["address"]
        self.port = int(address.rsplit(":", 1)[1].strip("/"))

    def _read(self, process: subprocess.Popen[str]) -> None:
        assert process.stderr is not None
        for line in process.stderr:
            self.lines.append(line)
            with contextlib.suppress(ValueError):
                self.events.append(json.loads(line))

    def wait_for(self, event: str, *, since: int = 0, seconds: float = 120.0, **facts: Any) -> Any:
        """Return the first event of this name, with these facts."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for each in self.events[since:]:
                if each["event"] == event and facts.items() <= each.items():
                    return each
            if self.process.poll() is not None and not self._reader.is_alive():
                break
            time.sleep(0.02)
        raise AssertionError(f"no {event}: {''.join(self.lines[-20:])}")

    def kill(self) -> None:
        """End it as a loss of power would."""
        self.process.kill()
        self.process.wait()
        self._reader.join(5)

    def stop(self, number: int = signal.SIGTERM) -> int:
        """End it as a service is ended; return its exit status."""
        self.process.send_signal(number)
        status = self.process.wait(30)
        self._reader.join(5)
        return status

    def ask(
        self,
        path: str,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
        method: str = "",
    ) -> Told:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        with contextlib.closing(connection):
            method = method or ("GET" if body is None else "POST")
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return Told(answer.status, answer.headers, answer.read())

    def post(self, **fields: Any) -> Told:
        return self.ask("/articles", json.dumps(fields).encode(), {**BEARER, **JSON})

    def tell(self, name: str) -> Any:
        return self.ask(f"/jobs/{name}", headers=BEARER).json

    def finish(self, name: str, seconds: float = 200.0) -> Any:
        """Return a job when it has ended."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            job = self.tell(name)
            if job["state"] in ("done", "failed", "set aside"):
                return job
            time.sleep(0.25)
        raise AssertionError(f"{job} {''.join(self.lines[-20:])}")
