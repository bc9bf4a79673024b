"""What a reader sees of a player in a page, measured: places, targets, contrast as painted."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from playwright.sync_api import Page

HERE = Path(__file__).parent

FIND = (HERE / "seen_find.js").read_text("utf-8")
"""JavaScript: ``player`` and ``every(selector)``, in shadow roots too."""

PLACES = (HERE / "seen_places.js").read_text("utf-8").replace("FIND", FIND)
"""Where the player is, how large, and what it covers."""

PAINTED = (HERE / "seen_painted.js").read_text("utf-8").replace("FIND", FIND)
"""Its texts and pictures, with their boxes."""

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
