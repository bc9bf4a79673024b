"""What a reader sees of a player in a page, measured: places, targets, contrast as painted."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from playwright.sync_api import Page

FIND = """
  const roots = [document];
  for (const root of roots) for (const one of root.querySelectorAll('*')) if (one.shadowRoot && one.localName !== 'audiopress-player') roots.push(one.shadowRoot);
  const every = (selector) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  const players = every('audiopress-player');
  const player = players[0];
"""
"""JavaScript: ``player`` and ``every(selector)``, in shadow roots too."""

PLACES = (
    "(title) => {"
    + FIND
    + """
  const boxOf = (one) => { const { left, top, right, bottom, width, height } = one.getBoundingClientRect(); return { left, top, right, bottom, width, height } };
  const textBox = (one) => { const range = document.createRange(); range.selectNodeContents(one); return boxOf(range) };
  player.ui.player.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const vertical = getComputedStyle(player).writingMode.startsWith('vertical');
  const headline = every('h1,h2,b').find((one) => one.textContent.includes(title.slice(0, 12)));
  const texts = every('p').filter((one) => one.textContent.length > 25 && one.getClientRects().length);
  const [box, head] = [boxOf(player.ui.player), textBox(headline)];
  const covers = (other) => Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1
    && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 1;
  const controls = Object.entries(player.ui).filter(([, one]) => one.matches?.('button,select,a,input') && one.checkVisibility({ visibilityProperty: true }));
  const deepest = (x, y) => { let at = document.elementFromPoint(x, y); while (at?.shadowRoot && at !== player) at = at.shadowRoot.elementFromPoint(x, y); return at };
  const play = boxOf(player.ui.play);
  const first = texts.find((one) => headline.compareDocumentPosition(one) & 4) ?? texts[0];
  const column = boxOf(first);
  const within = controls.filter(([, one]) => { const it = boxOf(one); return it.left < box.left - 1 || it.right > box.right + 1 || it.top < box.top - 1 || it.bottom > box.bottom + 1 });
  const letters = [...player.shadowRoot.querySelectorAll('*')].filter((one) => one.checkVisibility() && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && !one.closest('svg,option'));
  return {
    players: players.length,
    pressed: deepest(play.left + play.width / 2, play.top + play.height / 2) === player,
    below: vertical ? box.right <= head.left + 2 : box.top >= head.bottom - 2,
    covered: [...texts, headline].filter((one) => covers(textBox(one))).map((one) => one.textContent.slice(0, 30)),
    wide: box.width, column: column.width, high: box.height, vertical,
    small: controls.filter(([, one]) => { const it = boxOf(one); return Math.min(it.width, it.height) < 23.9 }).map(([name]) => name),
    outside: within.map(([name]) => name),
    letters: Math.min(...letters.map((one) => parseFloat(getComputedStyle(one).fontSize) * (one.currentCSSZoom ?? 1))),
    largest: Math.max(...letters.map((one) => parseFloat(getComputedStyle(one).fontSize) * (one.currentCSSZoom ?? 1))),
    tightest: letters.filter((one) => one.scrollHeight > one.clientHeight + 3 && one.clientHeight).map((one) => one.className),
  };
}"""
)

PAINTED = (
    "() => {"
    + FIND
    + """
  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length;
  const of = (one) => { const { left, top, width, height } = one.getBoundingClientRect(); return [left, top, width, height] };
  const found = [];
  for (const one of player.shadowRoot.querySelectorAll('*')) {
    if (!shown(one) || one.closest('[disabled],.here')) continue;
    if (one.matches('button svg, a svg')) found.push({ what: 'icon', name: one.parentElement.getAttribute('part'), box: of(one) });
    else for (const node of one.childNodes) {
      if (node.nodeType !== 3 || !node.data.trim() || one.closest('svg,option')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      found.push({ what: 'text', name: one.className || one.getAttribute('part'), box: of(range) });
    }
  }
  return found;
}"""
)

TEXT = 4.5
"""Least contrast of letters: WCAG 2.2, 1.4.3."""

PICTURE = 3.0
"""Least contrast of what is needed to know a control: WCAG 2.2, 1.4.11."""


@dataclass(frozen=True)
class Weak:
    """Something painted with too little contrast."""

    name: str
    contrast: float


def see(page: Page, title: str) -> dict[str, object]:
    """Return where the player is, how large, and what it covers."""
    return page.evaluate(PLACES, title)


def find_weak(page: Page) -> list[Weak]:
    """Return the texts and pictures of the player that are painted with too little contrast."""
    boxes = page.evaluate(PAINTED)
    image = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    size = page.viewport_size or {"width": 1}
    scale = image.width / size["width"]
    weak = []
    for one in boxes:
        left, top, width, height = (round(edge * scale) for edge in one["box"])
        box = (max(0, left), max(0, top), min(image.width, left + width),
               min(image.height, top + height))  # fmt: skip
        if box[2] - box[0] < 2 or box[3] - box[1] < 2:
            continue
        best = contrast_of(image.crop(box))
        if best < (TEXT if one["what"] == "text" else PICTURE):
            weak.append(Weak(one["name"], round(best, 2)))
    return weak


def contrast_of(image: Image.Image) -> float:
    """Return the contrast of the commonest colour with the one that differs most from it."""
    colours = Counter(image.get_flattened_data())
    (ground, _), *_ = colours.most_common(1)
    base = luminance(ground)
    # A single pixel may be an edge of something else.
    inks = [luminance(colour) for colour, number in colours.items() if number > 1]
    return max(
        ((max(base, ink) + 0.05) / (min(base, ink) + 0.05) for ink in inks),
        default=1.0,
    )


def luminance(colour: tuple[int, int, int]) -> float:
    """Return the relative luminance of WCAG 2.2."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in colour)
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
