"""The editor's window, served to a test as to a browser."""

from __future__ import annotations

import contextlib
import http.client
import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote, urlencode

from audiopress import load_settings
from audiopress.press.preflight import settle_settings, use_voice
from audiopress.studio.app import create_studio
from audiopress.studio.parts import Studio
from tests.integration.server.served_app import serving_app

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

TOKEN = "c4nary-token-of-the-window"  # noqa: S105 - of nobody

CONFIGURATION = """
[show]
title = "Skerry Post"
[edition]
address = "https://listen.skerry.example/"
sources = ["articles"]
"""

STORY = """# The ferry to Skerry

The boat left at ten past nine on Tuesday, and nobody was surprised.

Mrs Tymeister sold the last ticket to a man with two suitcases.
"""


class Told(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Window:
    """The window of an edition in ``folder``, asked as its own pages ask it."""

    folder: Path
    port: int

    def send(
        self,
        path: str,
        fields: Mapping[str, str] | bytes | None = None,
        **headers: str,
    ) -> Told:
        """Ask for a path, or send it fields; a header that is None is not sent."""
        own = f"http://127.0.0.1:{self.port}"
        sent = {
            "Cookie": f"audiopress-studio-{self.port}={TOKEN}",
            "Accept": "application/json",
            **({} if fields is None else {"Origin": own}),
            **headers,
        }
        body = fields if fields is None or isinstance(fields, bytes) else urlencode(fields)
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        with contextlib.closing(asked):
            asked.request("GET" if fields is None else "POST", path, body, sent)
            answer = asked.getresponse()
            return Told(answer.status, answer.headers, answer.read())

    def drop(self, name: str, body: bytes, replaces: str = "") -> Told:
        asked = urlencode({"name": name, "replaces": replaces})
        return self.send(f"/take/file?{asked}", body)

    def show(self, file: str) -> str:
        told = self.send(f"/article?file={quote(file)}")
        assert told.status == 200, told.text
        return told.text

    def publish(self, file: str = "") -> dict[str, Any]:
        """Publish, and return what came of it."""
        told = self.send("/publish", {"file": file})
        assert told.status == 200, told.text
        return self.wait()

    def wait(self) -> dict[str, Any]:
        until = time.monotonic() + 60
        while (state := self.send("/building").json)["running"]:
            assert time.monotonic() < until, state
            time.sleep(0.05)
        return state


@contextlib.contextmanager
def open_window(folder: Path, configuration: str = CONFIGURATION) -> Iterator[Window]:
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    if configuration:
        (folder / "audiopress.toml").write_text(configuration, "utf-8")

    def settle() -> Any:
        return settle_settings(use_voice(load_settings(folder=folder), "tone"))

    studio = Studio(settle=settle, begin=settle)
    with contextlib.closing(studio.sounds), serving_app(create_studio(studio, TOKEN)) as port:
        yield Window(folder, port)
