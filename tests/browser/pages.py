"""Pages with a player in them, and what a test asks of it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from edition import TEXTS, TITLE, Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

SRC = "episodes/harbour/0a1b2c3d/alignment.json"
SOUND = "episodes/harbour/0a1b2c3d/harbour.mp3"
BODY = "".join(f"<p>{text}</p>" for _, text in TEXTS[1:])


def document(player: str, *, lang: str = "en", head: str = "", body: str = BODY) -> str:
    return f"""<!doctype html><html lang="{lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>News</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/player/audiopress-player.css">
<script type="module" src="/player/audiopress-player.js"></script>{head}</head>
<body><main><article><h1>{TITLE}</h1>{player}{body}</article></main></body></html>"""


def element(attributes: str = "", *, src: str = SRC, sound: str = SOUND) -> str:
    return (
        f'<audiopress-player src="/{src}" {attributes}>'
        f'<audio controls preload="none" src="/{sound}"></audio></audiopress-player>'
    )


def opened(page: Page, site: Site, markup: str, *, query: str = "") -> None:
    site.pages["page.html"] = markup
    page.goto(site.url("page.html") + query, wait_until="commit")
    page.locator("audiopress-player").first.wait_for()


def until(page: Page, expression: str) -> None:
    """Wait for something to become true; unlike Playwright's own, under any policy."""
    end = time.monotonic() + 10
    while not page.evaluate(f"Boolean({expression})"):
        assert time.monotonic() < end, f"never came true: {expression}"
        time.sleep(0.03)


def ready(page: Page) -> None:
    until(page, "document.querySelector('audiopress-player')?.record")


def player(page: Page, expression: str) -> object:
    return page.evaluate(f"(() => {{ const p = document.querySelector('audiopress-player');"
                         f" return {expression} }})()")  # fmt: skip


def playing(page: Page) -> None:
    until(page, "document.querySelector('audiopress-player').dataset.state === 'playing'")
