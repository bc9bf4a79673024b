"""What stands around the episodes, part by part: made again where it would be another or is gone.

A part is one file or a few that are made together, such as a page of the feed. The receipt of a
part has a mark of all that it was made from, so a closed page of an archive is not even read again.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from audiopress.press.edition.around.seen_files import SeenFiles
    from audiopress.press.edition.around.shelf import ShelvedEpisode
    from audiopress.store.cache import Cache

__all__ = ["Part", "PartReceipts", "sign_episodes"]

_KIND = "show-parts"
"""The kind of record in the cache, one for each group of parts of a show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Files that are made together: ``mark`` says of what, ``make`` returns them by their paths.

    The receipts of a ``group`` lie together: one article more is to change few of them.
    """

    name: str
    mark: str
    make: Callable[[], Mapping[str, bytes]]
    group: str = ""


class _MadePart(msgspec.Struct, array_like=True):
    """What a part was made from, and its files with their sizes in bytes."""

    mark: str
    files: list[tuple[str, int]]


class _KeptGroup(msgspec.Struct):
    """As the cache has it: text in text, which is read three times as fast as plain values."""

    body: str


_GROUP = msgspec.json.Decoder(dict[str, _MadePart])
"""Reads a group's receipts, by the names of the parts; made once, for to make one takes longer."""


class PartReceipts:
    """What the parts of one show in one output folder were made from, when last they were."""

    def __init__(self, cache: Cache, show_id: str, seen: SeenFiles, groups: Iterable[str]) -> None:
        """Recall the receipts of these groups."""
        self._cache, self._show_id, self._seen = cache, show_id, seen
        self._known: dict[str, dict[str, _MadePart]] = {}
        self.recall(groups)

    def recall(self, groups: Iterable[str]) -> None:
        """Recall the receipts of these groups too."""
        for group in groups:
            if group not in self._known:
                self._known[group] = self._recall(group)

    def list_files(self) -> set[str]:
        """Return the paths of all files that there are receipts of."""
        parts = (part for group in self._known.values() for part in group.values())
        return {name for part in parts for name, _ in part.files}

    def look_ahead(self) -> None:
        """Look for the files that there are receipts of, as `SeenFiles` does."""
        for group in self._known.values():
            for part in group.values():
                self._seen.is_complete(part.files)

    def pick_stale(self, parts: Sequence[Part]) -> list[Part]:
        """Return those of all ``parts`` that are to be made: the others are there as they are."""
        return [part for part in parts if not self._is_there(part)]

    def list_present(
        self, parts: Sequence[Part], made: Mapping[str, Mapping[str, bytes]]
    ) -> set[str]:
        """Return the paths of the files of all ``parts``, of which some were just ``made``."""
        found: set[str] = set()
        for part in parts:
            if part.name in made:
                found.update(made[part.name])
            else:
                found.update(name for name, _ in self._known[part.group][part.name].files)
        return found

    def keep(self, parts: Sequence[Part], made: Mapping[str, Mapping[str, bytes]]) -> None:
        """Remember all ``parts``, of which some were just ``made``; of others nothing any more."""
        now: dict[str, dict[str, _MadePart]] = {group: {} for group in self._known}
        for part in parts:
            if part.name in made:
                files = [(name, len(body)) for name, body in made[part.name].items()]
                kept = _MadePart(part.mark, files)
            else:
                kept = self._known[part.group][part.name]
            now.setdefault(part.group, {})[part.name] = kept
        for group, found in now.items():
            if found != self._known.get(group):
                self._remember(group, found)
        self._known = now

    def _is_there(self, part: Part) -> bool:
        known = self._known.get(part.group, {}).get(part.name)
        # The receipt lies in the cache, the files do not: somebody may have emptied the folder.
        return known is not None and known.mark == part.mark and self._seen.is_complete(known.files)

    def _recall(self, group: str) -> dict[str, _MadePart]:
        kept = self._cache.find_record(_KIND, self._key(group), _KeptGroup)
        try:
            return _GROUP.decode(kept.body) if kept else {}
        except msgspec.ValidationError:  # of another version: made again, into the same bytes
            return {}

    def _remember(self, group: str, parts: dict[str, _MadePart]) -> None:
        if parts:
            body = msgspec.json.encode(parts).decode()
            self._cache.put_record(_KIND, self._key(group), {"body": body})
        else:
            self._cache.remove_record(_KIND, self._key(group))

    def _key(self, group: str) -> str:
        return f"{self._show_id} {group}"


def sign_episodes(base: str, episodes: Iterable[ShelvedEpisode]) -> str:
    """Return the mark of what is made of these episodes, in this order, and of ``base``."""
    said = [base, *[each.mark + each.cover_title for each in episodes]]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()
