"""The show's picture: the one that its settings name, else one made from its title and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from audiopress.errors import ConfigError
from audiopress.press.rule_digests import digest_binding_rules
from audiopress.store.keys import digest

if TYPE_CHECKING:
    from pathlib import Path

    from audiopress.model import Show
    from audiopress.settings import Settings
    from audiopress.store.cache import Cache

__all__ = ["find_cover", "measure_cover", "name_cover"]

_SUFFIXES = (".png", ".jpg", ".jpeg")
"""What podcast directories take (Apple: JPEG or PNG); the bytes are looked at besides."""

_JPEG_MARKER = b"\xff\xd8"
"""How every JPEG begins (ISO/IEC 10918-1, SOI)."""

_PNG_WIDTH = slice(16, 20)
"""Where a PNG has its width in pixels: first of its first chunk (PNG 3rd edition, 11.2.1)."""

_NAME_DIGITS = 12
"""Hex digits of the picture's digest in its name: apps look again when the name is another."""


class _MadeArtwork(msgspec.Struct):
    """A picture that was made, as the cache keeps it (base64 in JSON)."""

    png: bytes


def find_cover(settings: Settings, cache: Cache, *, keep: bool) -> bytes:
    """Return the show's picture, PNG or JPEG; one that was made is kept in the cache if ``keep``.

    Raises `ConfigError` for a picture that cannot be read or that directories would refuse.
    """
    own = settings.show.artwork
    if own:
        return _read_artwork(settings.root / own, own)
    key = _make_key(settings.show)
    made = cache.find_record("artwork", key, _MadeArtwork)
    if made is not None:
        return made.png
    from audiopress.publish.pages.artwork import draw_artwork  # noqa: PLC0415 - imports Pillow

    body = draw_artwork(settings.show)
    if keep:
        cache.put_record("artwork", key, msgspec.to_builtins(_MadeArtwork(png=body)))
    return body


def _make_key(show: Show) -> str:
    """Return a digest of all that is painted, and of how."""
    return digest([show.title, show.author, show.language, digest_binding_rules()])


def _read_artwork(path: Path, name: str) -> bytes:
    from audiopress.publish.pages.artwork import check_artwork  # noqa: PLC0415 - imports Pillow

    if path.suffix.lower() not in _SUFFIXES:
        raise ConfigError("artwork is a .png or .jpg file", where=f"[show] artwork: {name}")
    try:
        body = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise ConfigError(f"no artwork: {reason}", where=f"[show] artwork: {name}") from error
    check_artwork(body, name)
    return body


def name_cover(cover: bytes, cover_digest: str) -> str:
    """Return the picture's path below the output folder, such as ``artwork-0123456789ab.png``."""
    suffix = "jpg" if cover.startswith(_JPEG_MARKER) else "png"
    return f"artwork-{cover_digest[:_NAME_DIGITS]}.{suffix}"


def measure_cover(cover: bytes) -> int:
    """Return the pixels of a side of the picture, which is square."""
    if not cover.startswith(_JPEG_MARKER):
        return int.from_bytes(cover[_PNG_WIDTH], "big")
    from audiopress.publish.pages.artwork import measure_artwork  # noqa: PLC0415 - imports Pillow

    return measure_artwork(cover)
