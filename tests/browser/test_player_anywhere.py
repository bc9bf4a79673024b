"""The player on pages that were written without it in mind, by the one line and by hand.

On every one it is seen, large enough, readable, below the headline and over nothing; it moves
nothing, it sounds, and the paragraph that is spoken is marked in what is painted.
"""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from host_pages import HOSTS, serve_by_hand, serve_by_line, story_of
from PIL import Image, ImageChops
from seen import FIND, find_weak, see

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from edition import Site
    from playwright.sync_api import Browser, Page

SHIFT = 0.1
"""Most that a page may move in all: what web vitals call good."""

WATCH = """window.moved = 0; window.moves = []; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) {
    moved += entry.value; moves.push(entry.value.toFixed(3)) } })
  .observe({ type: 'layout-shift', buffered: true });"""

SIZES = {"phone": (390, 800), "laptop": (1280, 800), "400 %": (320, 640)}
"""CSS pixels: 1280 zoomed to 400 % has the width of 320."""


@pytest.fixture
def host(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(device_scale_factor=2, locale="en-GB")
    context.set_default_timeout(8000)
    context.add_init_script(WATCH)
    yield context.new_page()
    context.close()


def until(page: Page, expression: str) -> None:
    page.wait_for_function(f"() => {{ {FIND} return {expression} }}", polling=50)


@pytest.mark.parametrize("serve", [serve_by_line, serve_by_hand])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", HOSTS)
def test_it_belongs_to_the_page(
    host: Page, edition: Site, publisher: Site, kind: str, size: str, serve: Callable[..., str]
) -> None:
    width, height = SIZES[size]
    host.set_viewport_size({"width": width, "height": height})
    host.goto(serve(kind, edition, publisher))
    until(host, "player?.record")
    host.wait_for_timeout(1200)  # what the pages do by themselves is done by then
    moved = host.evaluate("moved")
    found = see(host, story_of(kind)[1][0][1])
    host.wait_for_timeout(100)
    faults = [str(weak) for weak in find_weak(host)]
    faults += [f"{name} {found[name]}" for name in ("covered", "small", "outside", "tightest")
               if found[name]]  # fmt: skip
    checks = {
        "one player": found["players"] == 1,
        "pressed": found["pressed"],
        "below the headline": found["below"],
        f"wide: {found['wide']} of {found['column']}":
            found["vertical"] or found["wide"] >= min(0.6 * found["column"], 600),
        f"high: {found['high']}": found["high"] < 135,
        f"letters: {found['letters']} to {found['largest']}":
            found["letters"] >= 11.9 and found["largest"] <= 24,
        f"moved: {moved} {host.evaluate('moves')}": moved <= SHIFT,
    }  # fmt: skip
    assert "; ".join(faults + [name for name, held in checks.items() if not held]) == ""


MARKED = "[...(CSS.highlights.get('ap-paragraph') ?? [])].map(String).join('')"


@pytest.mark.parametrize("kind", HOSTS)
def test_it_sounds_and_the_marks_are_painted(
    host: Page, edition: Site, publisher: Site, kind: str
) -> None:
    host.set_viewport_size({"width": 1280, "height": 800})
    host.goto(serve_by_line(kind, edition, publisher))
    until(host, "player?.record")
    host.wait_for_timeout(1200)
    _, blocks = story_of(kind)
    number = 2 if blocks[1][0] == "byline" else 1
    text = blocks[number][1]
    host.evaluate(f"async () => {{ {FIND} player.ui.play.click() }}")
    until(host, "player.dataset.state === 'playing'")
    host.evaluate("async (text) => {" + FIND + """
      const { paragraphs } = await player.whole();
      player.pause();
      player.currentTime = paragraphs.find((one) => one.text === text).start + .5;
    }""", text)  # fmt: skip
    until(host, f"{MARKED}.replace(/\\s/g, '') === {json.dumps(''.join(text.split()))}")
    host.evaluate("(text) => {" + FIND + """
      every('p').find((one) => one.textContent === text).scrollIntoView({ block: 'center', behavior: 'instant' }) }""", text)  # fmt: skip
    host.wait_for_timeout(500)
    clip = host.evaluate("(text) => {" + FIND + """
      const { x, y, width, height } = every('p').find((one) => one.textContent === text).getBoundingClientRect();
      return { x: Math.max(0, x), y: Math.max(0, y), width, height: Math.min(height, innerHeight - Math.max(0, y)) } }""", text)  # fmt: skip
    shots = []
    for _ in range(2):
        shots.append(Image.open(io.BytesIO(host.screenshot(clip=clip))).convert("RGB"))
        host.evaluate("CSS.highlights.clear()")
        host.wait_for_timeout(80)
    painted = ImageChops.difference(*shots).convert("L").point(lambda value: 255 * (value > 4))
    share = painted.histogram()[255] / (painted.width * painted.height)
    assert share > 0.1, f"{share:.3f} of the paragraph is marked"
