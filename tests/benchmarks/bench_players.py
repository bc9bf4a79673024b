"""Our player beside Vidstack and media-chrome: ``python -m tests.benchmarks.bench_players``.

Each plays the same MP3 in a page of its own, which lies on another origin than player and sound;
those come over one slow line, text packed with gzip. The page is opened, Play is pressed as soon as
it is there, and the clock stops at the first sound. All three are used as their guides show,
`preload="none"`: nothing of the sound before somebody asks. The others come from npm by their
sha256 (`tests/browser/npm.py`); Vidstack's own build names icons and captions at a CDN, which are
sent over the same line instead.
"""

from __future__ import annotations

import gzip
import re
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))

from conftest import FLAGS
from edition import Site
from first_sound import PATIENCE, ThrottledSite, build_edition
from npm import package_folder
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from http.server import BaseHTTPRequestHandler

    from playwright.sync_api import Browser

RATES = (200_000, 60_000)
"""Bytes a second: a poor connection of a phone, and a very poor one."""

RUNS = 3
"""Of each the median: a page may have to wait for the machine."""

HEARD = """addEventListener('play', ({ target }) => {
  const look = () => target.currentTime > 0
    ? fetch('EDITIONheard', { mode: 'no-cors' }) : requestAnimationFrame(look);
  look() }, true)"""
"""Said by the page at the first sound, whoever plays it: `timeupdate` may come 250 ms later."""

ELSEWHERE = re.compile(rb"https://cdn[.]jsdelivr[.]net/npm/([\w-]+)@[\d.]+/([\w./-]+?)/[+]esm")
"""Where Vidstack's build loads a package from: without its icons it makes no player."""

PACKAGES = "media-captions", "media-chrome", "media-icons", "vidstack"
"""What lies beside the edition, each in a folder of its name."""

PLAYERS = {
    "audiopress": """<link rel="stylesheet" href="{0}player/audiopress-player.css">
        <script type="module" src="{0}player/audiopress-player.js"></script>
        <audiopress-player src="{0}{2}/episode.json" lang="en">
        <audio controls preload="none" src="{0}{1}"></audio></audiopress-player>""",
    "media-chrome": """<script src="{0}media-chrome/dist/iife/index.js"></script>
        <media-controller audio><audio slot="media" preload="none" src="{0}{1}"></audio>
        <media-control-bar><media-play-button></media-play-button>
        <media-seek-backward-button></media-seek-backward-button>
        <media-seek-forward-button></media-seek-forward-button>
        <media-time-display showduration></media-time-display><media-time-range></media-time-range>
        <media-playback-rate-button></media-playback-rate-button>
        </media-control-bar></media-controller>""",
    "vidstack": """<link rel="stylesheet" href="{0}vidstack/player/styles/default/theme.css">
        <link rel="stylesheet" href="{0}vidstack/player/styles/default/layouts/audio.css">
        <script type="module" src="{0}vidstack/cdn/with-layouts/vidstack.js"></script>
        <media-player title="The log" src="{0}{1}" view-type="audio" preload="none">
        <media-provider></media-provider>
        <media-audio-layout></media-audio-layout></media-player>""",
}
"""The markup of each: 0 is the edition's address, 1 the MP3's path, 2 the episode's."""


@dataclass(frozen=True)
class Heard:
    """Bytes of code and record and of sound sent before the first sound, and seconds to it."""

    code: int
    sound: int
    button: float
    seconds: float


class PackedSite(ThrottledSite):
    """A throttled edition that sends text packed, and keeps what it had sent at the first sound."""

    at_heard: dict[str, int] | None = None

    def answer(self, to: BaseHTTPRequestHandler) -> None:
        if to.path == "/heard" and self.at_heard is None:
            self.at_heard = dict(self.sent)
        super().answer(to)

    def body(self, path: str) -> tuple[bytes | None, str]:
        body, kind = super().body(path)
        if body is not None and path.startswith("vidstack/"):
            body = ELSEWHERE.sub(rb"/\1/\2", body)
        return body, kind

    def send(
        self, to: BaseHTTPRequestHandler, status: int, body: bytes, headers: dict[str, str]
    ) -> None:
        if not headers["Content-Type"].startswith("audio/"):
            body = gzip.compress(body, 9)
            headers = headers | {"Content-Encoding": "gzip"}
        super().send(to, status, body, headers)


def measure(browser: Browser, output: Path, name: str, rate: int) -> Heard:
    """Open a page with this player and press Play as soon as it is there."""
    edition, publisher = PackedSite(output, rate), Site()
    (sound,) = output.glob("episodes/*/*/*.mp3")
    episode = sound.parent.parent
    places = edition.url(), *(path.relative_to(output).as_posix() for path in (sound, episode))
    publisher.pages["story.html"] = (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>News</title>'
        f'<link rel="icon" href="data:,"><script>{HEARD.replace("EDITION", edition.url())}</script>'
        f"<h1>The log</h1>{PLAYERS[name].format(*places)}"
    )
    context = browser.new_context()
    context.set_default_timeout(PATIENCE * 1000)
    try:
        page = context.new_page()
        opened = time.monotonic()
        page.goto(publisher.url("story.html", host="localhost"), wait_until="commit")
        page.get_by_role("button", name="Play", exact=False).first.click()
        pressed = time.monotonic()
        while not edition.heard.is_set() and time.monotonic() < opened + PATIENCE:
            page.wait_for_timeout(10)
        heard = time.monotonic()
    finally:
        context.close()
        for site in (edition, publisher):
            site.close()
    if edition.at_heard is None:
        raise RuntimeError(f"{name}: nothing was heard in {PATIENCE:.0f} s")
    mp3 = sum(size for path, size in edition.at_heard.items() if path.endswith(".mp3"))
    return Heard(
        code=sum(edition.at_heard.values()) - mp3, sound=mp3,
        button=pressed - opened, seconds=heard - opened,
    )  # fmt: skip


def main() -> None:
    """Play the same file with each over each line, and print the table."""
    heads = ("line", 10), ("code", 12), ("sound", 12), ("Play is there", 16), ("first sound", 14)
    print(f"{'player':<14}" + "".join(f"{head:>{width}}" for head, width in heads))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=list(FLAGS)
        )
        output = build_edition(Path(folder) / "edition")
        for package in PACKAGES:
            (output / package).symlink_to(package_folder(package))
        for rate in RATES:
            for name in PLAYERS:
                runs = [measure(browser, output, name, rate) for _ in range(RUNS)]
                found = sorted(runs, key=lambda run: run.seconds)[RUNS // 2]
                print(
                    f"{name:<14}{rate // 1000:>5} kB/s{found.code / 1000:>9.1f} kB"
                    f"{found.sound / 1000:>9.1f} kB{found.button:>14.2f} s{found.seconds:>12.2f} s",
                    flush=True,
                )
        browser.close()


if __name__ == "__main__":
    main()
