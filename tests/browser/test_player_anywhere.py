"""The player on pages that were written without it in mind, by the one line.

On every one it is seen, large enough, readable, below the headline and over nothing, and it moves
little.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from host_pages import HOSTS, serve_by_line, story_of
from seen import FIND, find_weak, see
from tabs import open_tab, open_window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from edition import Site
    from playwright.sync_api import Browser, BrowserContext, Page

SHIFT = 0.1
"""Most that a page may move in all: what web vitals call good."""

WATCH = """window.moved = 0; window.moves = []; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) {
    moved += entry.value; moves.push(entry.value.toFixed(3)) } })
  .observe({ type: 'layout-shift', buffered: true });"""

SIZES = {"phone": (390, 800)}
"""CSS pixels."""

WIDE = {"vertical-japanese"}
"""Where contrast is measured at the width of a laptop: Chromium photographs a page that grows to
the left from another place than it shows."""

BELOW = {"snap-magazine"}
"""Where an opening as high as the window stands before the text, which has another width: there the
record is asked for when somebody comes."""


@pytest.fixture(scope="module")
def phone(browser: Browser, edition: Site) -> Iterator[BrowserContext]:
    with open_window(browser, edition, device_scale_factor=2) as opened:
        opened.add_init_script(WATCH)
        yield opened


@pytest.fixture
def host(phone: BrowserContext) -> Iterator[Page]:
    with open_tab(phone) as opened:
        yield opened


def until(page: Page, expression: str) -> None:
    page.wait_for_function(f"() => {{ {FIND} return {expression} }}", polling=50)


@pytest.mark.parametrize("serve", [serve_by_line])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", HOSTS)
def test_it_belongs_to_the_page(  # noqa: PLR0913, PLR0917 - a case each
    host: Page, edition: Site, publisher: Site, kind: str, size: str, serve: Callable[..., str]
) -> None:
    width, height = SIZES[size]
    host.set_viewport_size({"width": width, "height": height})
    host.goto(serve(kind, edition, publisher))
    if kind in BELOW:
        until(host, "player?.ui")
        host.evaluate(f"() => {{ {FIND} player.scrollIntoView({{ block: 'center' }}) }}")
    until(host, "player?.record")
    host.wait_for_timeout(1200)  # what the pages do by themselves is done by then
    moved = host.evaluate("moved")
    found = see(host, story_of(kind)[1][0][1])
    host.wait_for_timeout(100)
    if kind in WIDE:
        host.set_viewport_size({"width": 1280, "height": height})
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
