"""What the ledger has published, remembered: an archive is not read to add one article to it.

For each folder of the ledger the cache keeps what its files say of what is published, and which
state of each file said so. A file whose state is another one is read again. So it is never believed
of a ledger that is not as it was, and without the cache all is read once more.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime  # noqa: TC003 - msgspec resolves the annotations when it decodes
from typing import TYPE_CHECKING

import msgspec

from audiopress.errors import StoreError
from audiopress.press.edition.around.addresses import name_entry
from audiopress.store.ledger import Record

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from audiopress.model import Episode
    from audiopress.store.cache import Cache
    from audiopress.store.ledger import Fault, Ledger

__all__ = ["PublishedShelf", "ShelvedEpisode", "Shelving", "mark_episode", "name_group", "shelve"]

_KIND = "shelf"
"""The kind of record in the cache, one for each folder of a ledger."""

_VERSION = 1
"""Of what is kept; to be counted up when it is made of a record in another way."""

_GROUP_DIGITS = 2
"""Hex digits that begin the name of an article's file; the ledger's folders are named by them."""

_MARK_DIGITS = 16
"""Hex digits of the digest by which two states of an episode are told apart, of an edition's own
articles: 64 bits."""


class ShelvedEpisode(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """What is asked of all that is published, without what only its own pages say.

    ``file`` is the ledger's, ``mark`` a digest of the whole `Episode`, ``place`` its entry in
    ``by-url/`` (empty: it has none). ``show`` and ``joined`` are the record's, all else the
    episode's.
    """

    file: str
    mark: str
    first_seen: datetime
    show: str
    joined: str
    id: str
    guid: str
    slug: str
    title: str
    published: datetime
    changed: datetime
    language: str
    section: str
    byline: str
    url: str | None
    tags: tuple[str, ...]
    source: str
    words: int
    folder: str
    sound: str
    length: int
    place: str
    cover_title: str = ""

    @property
    def group(self) -> str:
        """Begin of its file's name, by which things are kept: a 256th of all episodes together."""
        return name_group(self.file)

    @property
    def home(self) -> str:
        """As an `Episode` has it."""
        return f"episodes/{self.slug}/"

    @property
    def last(self) -> ShelvedEpisode:
        """As a `Record` has it: what shows choose by."""
        return self


class _ShelvedFolder(msgspec.Struct, kw_only=True):
    """What the files of one folder say: ``slugs`` by file, and which are of no live article."""

    version: int
    marks: dict[str, str]
    live: list[ShelvedEpisode]
    gone: list[str]
    slugs: dict[str, list[str]]


class _KeptFolder(msgspec.Struct):
    """As the cache has it: text in text, which is read three times as fast as plain values."""

    body: str


_FOLDER = msgspec.json.Decoder(_ShelvedFolder)
"""Reads what is kept of a folder; made once, for to make one takes longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelving:
    """What a ledger has published at one moment.

    ``live`` are the newest versions of live articles, ``gone`` the files of what was published and
    is not live any more, ``slugs`` by file the folders that its article has or had, ``faults`` the
    files that cannot be used.
    """

    live: Sequence[ShelvedEpisode]
    gone: Sequence[str]
    faults: Sequence[Fault]
    slugs: dict[str, list[str]]


class PublishedShelf:
    """What one ledger has published; it reads again what is not as it was."""

    def __init__(self, ledger: Ledger, cache: Cache, root: Path, *, keep: bool = True) -> None:
        """Read nothing yet; ``root`` is the ledger's folder. Without ``keep`` nothing is kept."""
        self._keep = keep
        self._ledger, self._cache = ledger, cache
        self._articles = root / "articles"
        self._name = str(root.absolute())
        self._put_back: dict[str, Episode] = {}
        self._folders: dict[str, _ShelvedFolder] = {}

    def look(self) -> Shelving:
        """Return what is published now; raises `StoreError` where the ledger cannot be listed."""
        faults: list[Fault] = []
        found: dict[str, _ShelvedFolder] = {}
        for folder, marks in self._ledger.list_files():
            if marks:
                found[folder] = self._look_into(folder, marks, faults)
        self._folders, self._put_back = found, {}
        return Shelving(
            live=[each for folder in found.values() for each in folder.live],
            gone=[name for folder in found.values() for name in folder.gone],
            slugs={name: slugs for each in found.values() for name, slugs in each.slugs.items()},
            faults=faults,
        )

    def load(self, episode: ShelvedEpisode) -> Episode:
        """Return all that the ledger says of it; raises `StoreError`."""
        kept = self._put_back.get(episode.file)
        found = kept or self.read(episode.file).versions[-1]
        if episode.cover_title:
            found = replace(found, cover_title=episode.cover_title)
        return found

    def put_back(self, name: str, episode: Episode) -> ShelvedEpisode:
        """Return what was remembered of an article whose file cannot be used."""
        self._put_back[name] = episode
        return shelve(episode, name)

    def name_file(self, fault: Fault) -> str:
        """Return the name of a file that cannot be used, as others have it."""
        return fault.path.relative_to(self._articles).as_posix()

    def read(self, name: str) -> Record:
        """Return the record in a file that could be used a moment ago; raises `StoreError`."""
        found = self._ledger.read_file(name)
        if isinstance(found, Record):
            return found
        if found is None:
            raise StoreError(
                "this file of the ledger went while it was read",
                where=name,
                hint="run the same command again",
            )
        raise found.error

    def _look_into(self, name: str, marks: dict[str, str], faults: list[Fault]) -> _ShelvedFolder:
        before = self._folders.get(name) or self._recall(name)
        # What cannot be used is in no folder's marks, and is tried again.
        if before is not None and before.marks == marks:
            return before
        same = {each for each in marks if before and before.marks.get(each) == marks[each]}
        now = _keep(before, same) if before else _make_folder()
        for each in sorted(marks.keys() - same):
            record = self._ledger.read_file(each)
            if isinstance(record, Record):
                now.marks[each] = marks[each]
                _put(now, each, record)
            elif record is not None:
                faults.append(record)
        if before is None or now != before:
            self._remember(name, now)
        return now

    def _recall(self, name: str) -> _ShelvedFolder | None:
        kept = self._cache.find_record(_KIND, self._key(name), _KeptFolder)
        if kept is None:
            return None
        try:
            folder = _FOLDER.decode(kept.body)
        except msgspec.ValidationError:  # of another version
            return None
        return folder if folder.version == _VERSION else None

    def _remember(self, name: str, folder: _ShelvedFolder) -> None:
        if not self._keep:
            return
        body = msgspec.json.encode(folder).decode()
        self._cache.put_record(_KIND, self._key(name), {"body": body})

    def _key(self, name: str) -> str:
        return f"{self._name} {name}"


def _make_folder() -> _ShelvedFolder:
    return _ShelvedFolder(version=_VERSION, marks={}, live=[], gone=[], slugs={})


def _keep(before: _ShelvedFolder, same: set[str]) -> _ShelvedFolder:
    """Return what is known of the files that are as they were."""
    return _ShelvedFolder(
        version=_VERSION,
        marks={name: mark for name, mark in before.marks.items() if name in same},
        live=[each for each in before.live if each.file in same],
        gone=[name for name in before.gone if name in same],
        slugs={name: slugs for name, slugs in before.slugs.items() if name in same},
    )


def _put(folder: _ShelvedFolder, name: str, record: Record) -> None:
    slugs = (record.slug, *(version.slug for version in record.versions))
    folder.slugs[name] = list(dict.fromkeys(slugs))
    if record.versions and record.state == "live":
        folder.live.append(shelve(record.versions[-1], name, record))
    elif record.versions:
        folder.gone.append(name)


def mark_episode(episode: Episode) -> str:
    """Return the digest by which two states of an episode are told apart."""
    return hashlib.sha256(msgspec.json.encode(episode)).hexdigest()[:_MARK_DIGITS]


def name_group(file: str) -> str:
    """Return which 256th of all articles a file of the ledger is of, wherever it was moved."""
    return file.rpartition("/")[2][:_GROUP_DIGITS]


def shelve(episode: Episode, file: str = "", record: Record | None = None) -> ShelvedEpisode:
    """Return what is asked of an episode among all others; of one without a record too."""
    return ShelvedEpisode(
        file=file,
        mark=mark_episode(episode),
        first_seen=record.first_seen if record else episode.published,
        show=record.show if record else "",
        joined=record.joined if record else "",
        id=episode.id,
        guid=episode.guid,
        slug=episode.slug,
        title=episode.title,
        published=episode.published,
        changed=episode.changed,
        language=episode.language,
        section=episode.section,
        byline=episode.byline,
        url=episode.url,
        tags=episode.tags,
        source=episode.source,
        words=episode.words,
        folder=episode.folder,
        sound=episode.enclosure.path,
        length=episode.enclosure.length,
        place=name_entry(episode.url),
        cover_title=episode.cover_title,
    )
