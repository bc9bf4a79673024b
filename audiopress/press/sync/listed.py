"""Which source has an article: what one has never listed, it cannot have lost.

The cache keeps by which sources of the configuration an article came when one last had it. Without
that the ledger says which source its last version came from. What came in another way, by a file
that somebody built or by a source that is no longer in the configuration, no source has lost; and
none has lost anything while it cannot be read or has nothing at all.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from audiopress.identity import is_address
from audiopress.store.disk_names import is_there
from audiopress.store.keys import digest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from audiopress.press.steps.read import Manuscript
    from audiopress.settings import Settings
    from audiopress.store.cache import Cache
    from audiopress.store.ledger import Record

__all__ = ["ListedArticles", "MissingArticle"]

_KIND = "listed-by-source"
"""The kind of record in the cache."""


class _SourcesByArticle(msgspec.Struct):
    """Digests of the sources that had an article, by the digest of its id.

    No names: an article may be purged, and an address of a source may be a secret.
    """

    sources: dict[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingArticle:
    """A published article that its source does not have any more.

    ``source`` is what the settings call it, ``count`` how many published articles it had.
    """

    id: str
    source: str
    count: int


class ListedArticles:
    """Which sources of an edition's configuration have listed which of its articles."""

    def __init__(self, settings: Settings, cache: Cache) -> None:
        """Recall what they had when it was last built."""
        self._settings, self._cache = settings, cache
        named = (*settings.sources, *(name for name, _ in settings.selected))
        self._named = {_mark(name): name for name in named}
        self._key = _mark(str(settings.ledger))
        found = cache.find_record(_KIND, self._key, _SourcesByArticle)
        self._before = found.sources if found else {}
        self._now: dict[str, set[str]] = defaultdict(set)
        self._heard: Counter[str] = Counter()

    def learn(self, records: Iterable[Record], manuscripts: Iterable[Manuscript]) -> None:
        """Know what the sources have now: the articles, and the documents that they come from."""
        owners = {name: each.id for each in records for name in (each.id, *each.aliases)}
        for item in manuscripts:
            self._heard[item.source] += 1
            owner = owners.get(item.identity.id) or owners.get(item.uri)
            if owner:
                self._now[_mark(owner)].add(_mark(item.source))

    def find_missing(
        self,
        lost: Iterable[Record],
        records: Iterable[Record],
        *,
        troubled: bool,
        unread: Sequence[str],
    ) -> tuple[MissingArticle, ...]:
        """Return which of the ``lost`` their sources have taken out, of all ``records``.

        Of lists that were ``troubled`` nobody knows what they would have named; ``unread`` are
        places that could not be read, folders among them.
        """
        live = [each for each in records if each.state == "live" and each.versions]
        counts = Counter(map(self._find_source, live))
        found = []
        for record in lost:
            source = self._find_source(record)
            if not source or not self._heard[source]:
                continue
            if self._is_gone(record, source, unread) or (is_address(record.id) and not troubled):
                found.append(MissingArticle(id=record.id, source=source, count=counts[source]))
        return tuple(found)

    def remember(self, known: Iterable[str]) -> None:
        """Keep for the next build which source has what, of the articles with ``known`` ids."""
        now = {name: sorted(marks) for name, marks in self._now.items()}
        marks = set(map(_mark, known))
        kept = {name: found for name, found in self._before.items() if name in marks}
        told = dict(sorted((kept | now).items()))
        if told != self._before:
            self._cache.put_record(_KIND, self._key, {"sources": told})

    def _find_source(self, record: Record) -> str:
        """Return the source that had an article, if all that had it are still there."""
        mark = _mark(record.id)
        told = self._now.get(mark) or self._before.get(mark)
        had: Collection[str] = told or {_mark(record.versions[-1].source)}
        if not all(each in self._named for each in had):
            return ""
        return self._named[min(had)]

    def _is_gone(self, record: Record, source: str, unread: Sequence[str]) -> bool:
        """Whether an article is a file that is not there any more, and its place could be read.

        Under none of its names, for a file elsewhere may be called by more of its path than once.
        """
        if not record.id.startswith("file:"):
            return False
        place = Path(os.path.abspath(self._settings.root / source))  # noqa: PTH100 - keeps links
        names = {each.removeprefix("file:") for each in (record.id, *record.aliases)}
        names = {name for name in names if not is_address(name)}
        if any(name.startswith(f"{each}/") for name in names for each in unread):
            return False
        # What lies elsewhere is called by the end of its path.
        elsewhere = not place.is_relative_to(self._settings.root)
        if elsewhere and any(f"/{each}".endswith(f"/{name}") for name in names for each in unread):
            return False
        roots = (self._settings.root, place, *place.parents)
        return not any(is_there(root, name) for root in roots for name in names)


def _mark(name: str) -> str:
    return digest([name.encode("utf-8", "backslashreplace").decode()])
