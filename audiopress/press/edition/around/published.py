"""Which episodes are published: those of the ledger whose sound is there.

Of an article whose record cannot be read, the cache remembers what the last feed said: that stays
in the feed as it is, until the record is mended.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from audiopress.model import Episode  # noqa: TC001 - msgspec resolves the annotations
from audiopress.press.edition.around.parts import sign_episodes
from audiopress.press.edition.around.shelf import mark_episode, name_group, shelve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from audiopress.press.edition.around.seen_files import SeenFiles
    from audiopress.press.edition.around.shelf import PublishedShelf, ShelvedEpisode, Shelving
    from audiopress.store.cache import Cache
    from audiopress.store.ledger import Fault

__all__ = ["LastFeed", "list_published"]

_KIND = "published"
"""The kind of record in the cache: one a show, and one for each folder of the ledger of a show."""


class _LastEpisodes(msgspec.Struct):
    """The episodes of the last feed that was written."""

    episodes: list[Episode]


class _LastMarks(msgspec.Struct):
    """Digests of what is remembered, by folder of the ledger."""

    marks: dict[str, str]


class LastFeed:
    """What the last feed of a show said, remembered for each folder of the ledger apart."""

    def __init__(self, cache: Cache, show_id: str) -> None:
        """Read nothing yet."""
        self._cache, self.show_id = cache, show_id

    def recall(self, fault: Fault, group: str, known: set[str]) -> Episode | None:
        """Return what it said of the article that an unreadable file is about.

        ``known`` are ids and guids of the articles whose files can be read.
        """
        for episode in self._recall(group):
            # By its place alone: other files may name the article too.
            if fault.is_place_of(episode.id) and not {episode.id, episode.guid} & known:
                return episode
        return None

    def remember(
        self, episodes: Iterable[ShelvedEpisode], load: Callable[[ShelvedEpisode], Episode]
    ) -> None:
        """Keep what a feed says that has just been written."""
        groups: dict[str, list[ShelvedEpisode]] = defaultdict(list)
        for each in episodes:
            groups[each.group].append(each)
        marks = self._cache.find_record(_KIND, f"{self.show_id} marks", _LastMarks)
        before = marks.marks if marks else {}
        now = {group: sign_episodes("", together) for group, together in groups.items()}
        for group, mark in now.items():
            if before.get(group) != mark:
                value = _LastEpisodes(episodes=self._gather(group, groups[group], load))
                self._cache.put_record(_KIND, self._key(group), msgspec.to_builtins(value))
        for group in before.keys() - now.keys():
            self._cache.remove_record(_KIND, self._key(group))
        if now != before:
            self._cache.put_record(_KIND, f"{self.show_id} marks", {"marks": now})
        # As versions before this one kept it; by now all of it is kept as above.
        self._cache.remove_record(_KIND, self.show_id)

    def _gather(
        self,
        group: str,
        episodes: Sequence[ShelvedEpisode],
        load: Callable[[ShelvedEpisode], Episode],
    ) -> list[Episode]:
        """Return the episodes of a folder whole: read is only what was another in the last feed."""
        kept = {mark_episode(each): each for each in self._recall(group)}
        # The title of another show on a cover is not the record's, of which the mark is.
        found = [None if each.cover_title else kept.get(each.mark) for each in episodes]
        pairs = zip(found, episodes, strict=True)
        return [same or load(each) for same, each in pairs]

    def _recall(self, group: str) -> list[Episode]:
        found = self._cache.find_record(_KIND, self._key(group), _LastEpisodes)
        found = found or self._cache.find_record(_KIND, self.show_id, _LastEpisodes)
        return found.episodes if found else []

    def _key(self, group: str) -> str:
        return f"{self.show_id} {group}"


def list_published(  # noqa: PLR0913 - what the ledger, the cache and a show know
    seen: SeenFiles,
    shelf: PublishedShelf,
    shelving: Shelving,
    last: LastFeed,
    *,
    is_wanted: Callable[[ShelvedEpisode], bool],
    name_cover: Callable[[ShelvedEpisode], ShelvedEpisode],
) -> tuple[list[ShelvedEpisode], tuple[str, ...]]:
    """Return the live episodes whose sound is there, and a note for each that is missing.

    ``is_wanted`` says whether the show has an article, ``name_cover`` gives it the title on its
    cover, ``last`` is what the show's last feed said.
    """
    episodes: list[ShelvedEpisode] = []
    missing: list[ShelvedEpisode] = []
    for each in shelving.live:
        if not is_wanted(each):
            continue
        # The ledger may come from another machine: a feed must not name what is not here.
        if _is_there(seen, each):
            episodes.append(name_cover(each))
        else:
            missing.append(each)
    # As the ledger has them, and not by the names of its files.
    missing.sort(key=lambda each: (each.first_seen, each.id))
    notes = [_describe_missing(each) for each in missing]
    known = _list_known(shelf, shelving) if shelving.faults else set()
    for fault in shelving.faults:
        name = shelf.name_file(fault)
        kept = last.recall(fault, name_group(name), known)
        there = kept is not None and _is_there(seen, shelve(kept))
        if kept is not None and there:
            episodes.append(shelf.put_back(name, kept))
        notes.append(_describe_fault(fault, kept, there=there))
    return episodes, tuple(notes)


def _is_there(seen: SeenFiles, episode: ShelvedEpisode) -> bool:
    return seen.has(episode.sound, episode.length)


def _list_known(shelf: PublishedShelf, shelving: Shelving) -> set[str]:
    """Return the ids and guids of all articles whose files can be read."""
    live = {each.file for each in shelving.live}
    others = [shelf.read(name) for name in shelving.slugs if name not in live]
    known = {name for each in shelving.live for name in (each.id, each.guid)}
    return known | {name for each in others for name in (each.id, each.guid)}


def _describe_missing(episode: ShelvedEpisode) -> str:
    return (
        f"{episode.title or episode.slug!r} is in the ledger, but its sound is not in the "
        f"output folder: it stays out of the feed until its source is built again"
    )


def _describe_fault(fault: Fault, kept: Episode | None, *, there: bool) -> str:
    if kept is None:
        return (
            f"what {fault.path.name} promised is not known: if it was an episode, it is out of the "
            "feed until the file is mended; its sound is left where it lies"
        )
    if not there:
        return (
            f"the record of {kept.title!r} cannot be read, and its sound is not in the output "
            "folder: it is out of the feed until the file is mended"
        )
    return f"the record of {kept.title!r} cannot be read: what was published of it stays as it is"
