"""What the last build of the same sources told, so that it is not told by every one after it.

Only of what needs no hand: a draft, a file that is no article. What stays wrong until somebody
mends it is told each time. ``audiopress plan`` always tells all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from audiopress.store.keys import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audiopress.model import Document
    from audiopress.settings import Settings
    from audiopress.store.cache import Cache

__all__ = ["ToldNotes"]

_KIND = "told"
"""The kind of record in the cache."""

_LASTING = "\0whatever the sources"
"""What stands in the place of sources where they do not matter; no source has such a name."""


class _Told(msgspec.Struct):
    """Digests of the names of what was told, by what was told of them.

    A note may quote an article, and what is purged is to be in no cache.
    """

    names: dict[str, list[str]]


class ToldNotes:
    """What was told of these sources of this edition; with ``keep`` false, nothing was."""

    def __init__(
        self,
        settings: Settings,
        cache: Cache,
        sources: Sequence[str | Document],
        *,
        keep: bool,
    ) -> None:
        """Recall what the last build told."""
        # Whoever builds one article is told of its folder again when the folder is built.
        named = sorted({item if isinstance(item, str) else "" for item in sources})
        places = [str(settings.root), str(settings.output), *named]
        self._cache, self._keep = cache, keep
        self._key = digest([_spell(place) for place in places])
        self._before = self._recall(self._key)
        self._now: dict[str, list[str]] = {}
        self._lasting_key = digest([*map(_spell, places[:2]), _LASTING])
        self._lasting_before = self._recall(self._lasting_key)
        self._lasting = dict(self._lasting_before)

    def _recall(self, key: str) -> dict[str, list[str]]:
        found = self._cache.find_record(_KIND, key, _Told) if self._keep else None
        return found.names if found else {}

    def pick_new(self, topic: str, names: Iterable[str]) -> set[str]:
        """Return the names that were not told of, and know them from now on."""
        told = set(self._before.get(topic, ()))
        now = {name: digest([_spell(name)]) for name in names}
        self._now[topic] = sorted(now.values())
        return {name for name, mark in now.items() if mark not in told}

    def pick_lasting(
        self, topic: str, names: Iterable[str], *, forgotten: Iterable[str]
    ) -> set[str]:
        """Return the names that no build of this edition was told of, whatever its sources were.

        They are known until they are among the ``forgotten``, of which one may be told anew.
        """
        told = set(self._lasting_before.get(topic, ()))
        now = {name: digest([_spell(name)]) for name in names}
        again = {digest([_spell(name)]) for name in forgotten} if told else set()
        self._lasting[topic] = sorted((told - again).union(now.values()))
        return {name for name, mark in now.items() if mark not in told}

    def remember(self) -> None:
        """Keep for the next build what was told; what was not asked for is told again."""
        if self._keep and self._now != self._before:
            self._cache.put_record(_KIND, self._key, {"names": self._now})
        lasting = {topic: names for topic, names in self._lasting.items() if names}
        if self._keep and lasting != self._lasting_before:
            self._cache.put_record(_KIND, self._lasting_key, {"names": lasting})


def _spell(name: str) -> str:
    """Return a name that may be no text as one that has a digest: a file's may be any bytes."""
    return name.encode("utf-8", "backslashreplace").decode()
