"""The picture of an article beside its page: fetched once, and kept while the page names it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

from audiopress.errors import AudiopressError
from audiopress.publish.cover_names import PICTURE_NAME, name_thumbnail
from audiopress.store.atomic_files import read
from audiopress.store.file_names import join_below

if TYPE_CHECKING:
    from audiopress.model import Episode
    from audiopress.settings import Settings
    from audiopress.store.cache import Cache

__all__ = ["ArticlePictures"]

_DIGITS = 12
"""Hex digits of a picture's digest in its name: another picture has another address."""

_MADE_BY = "1"
"""Which way of making them ready it is; to be counted up when the same file gives other bytes."""


class _KeptPicture(msgspec.Struct):
    """A picture that was fetched, as the cache keeps it (base64 in JSON)."""

    jpeg: bytes
    width: int
    height: int


class ArticlePictures:
    """The pictures of an edition's articles; ``notes`` say which could not be had, and why."""

    def __init__(self, settings: Settings, cache: Cache) -> None:
        """Fetch nothing yet."""
        self._settings = settings
        self._cache = cache
        self.notes: list[str] = []

    def find(self, episode: Episode) -> tuple[str, dict[str, bytes]]:
        """Return the name of an episode's picture and its files by their paths, else nothing.

        One that cannot be fetched today is the one that lies there from before, if there is one.
        """
        if not (self._settings.show.pictures and episode.image):
            return "", {}
        try:
            kept = self._find_kept(episode.image)
        except AudiopressError as error:
            body = self._read_former(episode)
            if body is None:
                why = f"{error.message} ({error.where})"
                self.notes.append(f"{episode.id} has no picture: {why}")
                return "", {}
            name = episode.picture
        else:
            name, body = _name(kept), kept.jpeg
        from audiopress.publish.pages import artwork_of_article  # noqa: PLC0415 - imports Pillow

        small = artwork_of_article.make_thumbnail(body)
        home = episode.home
        return name, {f"{home}{name}": body, f"{home}{name_thumbnail(name)}": small}

    def _find_kept(self, url: str) -> _KeptPicture:
        key = f"{_MADE_BY} {url}"
        kept = self._cache.find_record("picture", key, _KeptPicture)
        if kept is None:
            # Imported when used, as the network's part is a fifth of what a build imports.
            from audiopress.net.http import fetch  # noqa: PLC0415
            from audiopress.net.transport import FetchLimits  # noqa: PLC0415
            from audiopress.publish.pages import artwork_of_article  # noqa: PLC0415 - as above

            limits = FetchLimits(allow_private=self._settings.allow_private)
            body = fetch(url, limits=limits).body
            kept = _KeptPicture(*artwork_of_article.make_page_picture(body, url))
            self._cache.put_record("picture", key, msgspec.to_builtins(kept))
        return kept

    def _read_former(self, episode: Episode) -> bytes | None:
        # The ledger may have been mended by hand: what is no such name is no part of a path.
        if not PICTURE_NAME.fullmatch(episode.picture):
            return None
        return read(join_below(self._settings.output, f"{episode.home}{episode.picture}"))


def _name(kept: _KeptPicture) -> str:
    """Return a name that tells what is in it and how large it is, as pages must say before."""
    digits = hashlib.sha256(kept.jpeg).hexdigest()[:_DIGITS]
    return f"picture-{digits}-{kept.width}x{kept.height}.jpg"
