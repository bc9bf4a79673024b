"""Take the moving picture at the top of the README: words being marked as they are said.

``PYTHONPATH=tests/browser:tests .venv/bin/python -m tests.browser.moving_picture [FILE]`` speaks
the sample article with the default voice, opens its page and takes a picture of
each quarter second.
"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from conftest import FLAGS
from edition import Site
from pages import player, playing, ready
from PIL import Image
from playwright.sync_api import sync_playwright
from runner import EXAMPLE, Press

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
WIDTH, HEIGHT = 760, 480
"""Of the window, in pixels: what a README has room for."""

FIRST, LAST = 17.5, 26.0
"""Seconds of the episode that are shown: the first paragraph of the story, and into the second."""

DOWN = 340
"""Pixels that the page is scrolled: to the story, whose words are marked."""

SETTLED = 1500
"""Milliseconds until the small player stands at the edge of the window."""

STEP = 0.25
"""Seconds from one picture to the next: a word or two."""

COLOURS = 64
"""Of the palette: text, grey edges of letters and two marks need no more."""


def take(page: Page) -> list[Image.Image]:
    """Return pictures of a page while its player sounds, one each step."""
    ready(page)
    player(page, "p.play()")
    playing(page)
    page.evaluate(f"scrollTo(0, {DOWN})")
    player(page, f"(p.currentTime = {FIRST}, 0)")
    page.wait_for_timeout(SETTLED)
    frames = []
    for count in range(round((LAST - FIRST) / STEP)):
        player(page, f"(p.currentTime = {FIRST + count * STEP}, 0)")
        page.wait_for_timeout(150)
        frames.append(Image.open(io.BytesIO(page.screenshot())).convert("RGB"))
    return frames


def write(frames: list[Image.Image], path: Path) -> None:
    """Write pictures as one that moves, all with the colours of the first."""
    palette = frames[len(frames) // 2].quantize(COLOURS, dither=Image.Dither.NONE)
    first, *rest = (frame.quantize(palette=palette, dither=Image.Dither.NONE) for frame in frames)
    first.save(path, save_all=True, append_images=rest, duration=round(STEP * 1000), loop=0)


def main() -> None:
    """Speak the sample, and write the moving picture of its page."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images" / "words.gif"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        press = Press(Path(folder), voice=None)
        slug = press.build(EXAMPLE)["articles"][0]["slug"]
        site = Site(press.folder / "output")
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(FLAGS))
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, locale="en-GB")
        page.goto(site.url(f"episodes/{slug}/index.html"), wait_until="networkidle")
        write(take(page), path)
        browser.close()
        site.close()


if __name__ == "__main__":
    main()
