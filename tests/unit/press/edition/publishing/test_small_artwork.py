"""The show's artwork in small is made once, and is what it would be without the cache."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image

from audiopress.press.edition.publishing.small_artwork import make_small_artwork
from audiopress.publish.pages import artwork
from audiopress.store.cache import Cache

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def draw(colour: str) -> bytes:
    body = io.BytesIO()
    Image.new("RGB", (1400, 1400), colour).save(body, "PNG")
    return body.getvalue()


def test_a_picture_is_made_small_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache, picture, other = Cache(tmp_path), draw("teal"), draw("navy")
    sides = (artwork.ICON_SIDE, artwork.FRONT_SIDE)
    made = [make_small_artwork(cache, picture, side) for side in sides]
    assert made == [artwork.make_small(picture, side) for side in sides]
    asked = []
    monkeypatch.setattr(artwork, "make_small", lambda *words: asked.append(words) or b"new")
    assert [make_small_artwork(Cache(tmp_path), picture, side) for side in sides] == made
    assert asked == []
    assert make_small_artwork(cache, other, sides[0]) == b"new"
    monkeypatch.setattr(artwork, "DRAWN_BY", "Pillow 99.0")
    assert make_small_artwork(cache, picture, sides[0]) == b"new"
    assert asked == [(other, sides[0]), (picture, sides[0])]
