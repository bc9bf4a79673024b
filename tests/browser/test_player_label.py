"""That the sound is synthetic, and how long it is, is seen at every width."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pages import document, element, opened, playing, ready
from playwright.sync_api import expect

if TYPE_CHECKING:
    from edition import Site
    from playwright.sync_api import Page

WIDTHS = (280, 300, 360, 416, 465, 513, 593, 653, 800)

SEEN = """() => {
  const player = document.querySelector('audiopress-player');
  const { meta, length, frame } = player.ui;
  const whole = frame.getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(meta);
  const spots = [...range.getClientRects()];
  const shown = spots.length > 0 && spots.every((box) => box.width > 0 &&
    box.left >= whole.left - 1 && box.right <= whole.right + 1 &&
    box.top >= whole.top - 1 && box.bottom <= whole.bottom + 1 &&
    [box.left + 2, box.right - 2].every((x) =>
      meta.contains(frame.getRootNode().elementFromPoint(x, (box.top + box.bottom) / 2))));
  const told = length.getClientRects().length > 0 ||
    (spots.length > 0 && getComputedStyle(meta, '::before').content.includes('min'));
  return { text: meta.textContent, shown, told, fits: frame.scrollWidth <= frame.clientWidth + 1,
    height: Math.round(whole.height) };
}"""


def look(page: Page, width: int) -> dict[str, object]:
    page.set_viewport_size({"width": width, "height": 700})
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.locator("audiopress-player").scroll_into_view_if_needed()
    return dict(page.evaluate(SEEN))


@pytest.mark.parametrize("kind", ["", "line", "card", "bar", "compact"])
def test_the_label_is_seen_at_every_width(page: Page, edition: Site, kind: str) -> None:
    layout = f'layout="{kind}"' if kind in ("line", "card", "bar") else ""
    style = "<style>body{margin:0;font:17px/1.5 serif}</style>"
    opened(page, edition, document(element(layout), head=style))
    ready(page)
    if kind == "compact":
        page.evaluate("document.querySelector('audiopress-player').compact = true")
    missed = []
    for state in ("rest", "plays"):
        for width in WIDTHS:
            seen = look(page, width)
            right = seen["text"] == "AI-narrated" and seen["shown"] and seen["fits"]
            # A bar has the headline, and the time that is left.
            if not (right and (seen["told"] or kind == "bar")):
                missed.append((state, width, seen))
        if state == "rest":
            page.get_by_role("button", name="Play", exact=True).click()
            playing(page)
            expect(page.get_by_role("button", name="Pause", exact=True)).to_be_visible()
    assert missed == []
