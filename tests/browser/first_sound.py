"""What a listener waits for: bytes and seconds from the press of the button to the first sound.

The page is a publisher's, on another origin than the edition, and the edition lies behind a slow
line. Used by `test_first_sound` and by ``python -m tests.benchmarks.bench_first_sound``.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition import Site

if TYPE_CHECKING:
    from http.server import BaseHTTPRequestHandler
    from pathlib import Path

    from playwright.sync_api import Browser

PIECE = 2048
"""Bytes sent at once: at 60 kB/s a thirtieth of a second of the line."""

BUFFER = 4096
"""Bytes that the system may hold of an answer: else it would take hundreds of kilobytes at once,
which would count as sent and have reached nobody."""

PATIENCE = 60.0
"""Seconds after which no sound is coming: at 60 kB/s 3.6 MB have been sent by then."""

PARAGRAPHS = 60
"""As many make an MP3 of several megabytes: longer than any browser reads ahead."""

SETTINGS = """[show]
title = "The Evening Post"
{show}
[edition]
address = "https://audio.example.org/"
sources = ["article.md"]
"""


@dataclass(frozen=True)
class FirstSound:
    """``sound`` bytes of the MP3 were sent when it was heard, ``seconds`` after the press."""

    sound: int
    seconds: float


class ThrottledSite(Site):
    """An edition behind a line of ``rate`` bytes a second, which all its answers share.

    ``sent`` counts the bytes of bodies by path. The page asks for ``/pressed`` and ``/heard`` at
    these moments; ``heard`` is set at the second, with ``found``.
    """

    def __init__(self, root: Path, rate: int) -> None:
        self.rate = rate
        self.sent: Counter[str] = Counter()
        self.heard = threading.Event()
        self.found: FirstSound | None = None
        self._pressed = 0.0
        self._free = 0.0
        self._gate = threading.Lock()
        super().__init__(root)
        self.pages |= {"pressed": "", "heard": ""}

    def answer(self, to: BaseHTTPRequestHandler) -> None:
        if to.path == "/pressed":
            self._pressed = time.monotonic()
        elif to.path == "/heard" and self.found is None:
            sound = sum(size for path, size in self.sent.items() if path.endswith(".mp3"))
            spent = time.monotonic() - self._pressed
            self.found = FirstSound(sound=sound, seconds=spent)
            self.heard.set()
        super().answer(to)

    def write(self, to: BaseHTTPRequestHandler, body: bytes) -> None:
        to.connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, BUFFER)
        path = to.path.partition("?")[0]
        for start in range(0, len(body), PIECE):
            piece = body[start : start + PIECE]
            self._wait(len(piece))
            to.wfile.write(piece)
            self.sent[path] += len(piece)

    def _wait(self, size: int) -> None:
        """Wait for the turn of so many bytes on the one line."""
        with self._gate:
            self._free = max(self._free, time.monotonic()) + size / self.rate
            until = self._free
        time.sleep(max(0.0, until - time.monotonic()))


def build_edition(folder: Path, show: str = "", *, tree: Path | None = None) -> Path:
    """Build an edition of one long article with ``show`` among its settings; return its output.

    ``tree`` is another checkout, whose program builds it.
    """
    text = "The keepers wrote down what they saw, hour by hour, and nobody read it until the spring"
    body = "\n\n".join(f"## Part {n}\n\n{text}, page {n}." for n in range(PARAGRAPHS))
    folder.mkdir(parents=True)
    (folder / "article.md").write_text(
        f"---\ndate: 2026-03-14\n---\n# The log\n\n{body}\n", "utf-8"
    )
    (folder / "audiopress.toml").write_text(SETTINGS.format(show=show), "utf-8")
    environment = {**os.environ, "AUDIOPRESS_VOICE": "tone"}
    if tree is not None:
        environment["PYTHONPATH"] = str(tree)
    command = [sys.executable, "-m", "audiopress", "build"]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return folder / "output"


def measure_first_sound(browser: Browser, output: Path, rate: int) -> FirstSound:
    """Press play on a publisher's page, over a line of ``rate`` bytes a second."""
    edition, publisher = ThrottledSite(output, rate), Site()
    (episode,) = (output / "episodes").iterdir()
    publisher.pages["story.html"] = f"""<!doctype html><title>News</title>
        <link rel="icon" href="data:,">
        <script type="module" src="{edition.url("player/audiopress-player.js")}"></script>
        <h1>The log</h1>
        <audiopress-player src="{edition.url(f"episodes/{episode.name}/episode.json")}" lang="en">
        </audiopress-player>"""
    context = browser.new_context()
    context.set_default_timeout(PATIENCE * 1000)
    try:
        page = context.new_page()
        page.goto(publisher.url("story.html", host="localhost"))
        page.wait_for_function("document.querySelector('audiopress-player')?.record")
        page.evaluate(
            """async (edition) => {
              const { audio } = document.querySelector('audiopress-player');
              audio.addEventListener('timeupdate', () => audio.currentTime > 0
                && fetch(edition + 'heard', { mode: 'no-cors' }));
              await fetch(edition + 'pressed', { mode: 'no-cors' });
            }""",
            edition.url(),
        )
        page.get_by_role("button", name="Play", exact=True).click()
        # Asked again and again: while Python only waits, the browser's messages wait too.
        end = time.monotonic() + PATIENCE
        while not edition.heard.is_set() and time.monotonic() < end:
            page.wait_for_timeout(20)
    finally:
        context.close()
        for site in (edition, publisher):
            site.close()
    if edition.found is None:
        raise RuntimeError(f"nothing was heard in {PATIENCE:.0f} s, {edition.sent} were sent")
    return edition.found
