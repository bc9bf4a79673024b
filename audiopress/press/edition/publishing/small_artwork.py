"""The show's artwork in small, for front pages and tabs: made once from a picture of 3000 pixels.

Making it anew at each publication was a third of a second of every build that changed anything.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

import msgspec

from audiopress.store.keys import digest

if TYPE_CHECKING:
    from audiopress.store.cache import Cache

__all__ = ["make_small_artwork"]

_KIND: Final = "small-artwork"
"""What the cache calls them."""


class _Small(msgspec.Struct, frozen=True):
    body: bytes


def make_small_artwork(cache: Cache, picture: bytes, side: int) -> bytes:
    """Return artwork as a PNG of ``side`` pixels, kept in the cache for the next build."""
    from audiopress.publish.pages import artwork  # noqa: PLC0415 - imports Pillow

    key = digest([hashlib.sha256(picture).hexdigest(), side, artwork.DRAWN_BY])
    kept = cache.find_record(_KIND, key, _Small)
    if kept:
        return kept.body
    body = artwork.make_small(picture, side)
    cache.put_record(_KIND, key, {"body": body})
    return body
