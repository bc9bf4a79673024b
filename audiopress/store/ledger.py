"""What was promised and cannot be derived, one small readable JSON an article.

The files are made to be committed: sorted names, indented, one folder for every 256th of the
articles, untouched when nothing changed. A file that cannot be understood whole is an error by
name and is never overwritten; it may hold the only copy of a GUID. It costs its own article only.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from audiopress.errors import StoreError
from audiopress.store.atomic_files import read, remove, replace_if_changed
from audiopress.store.file_names import join_below
from audiopress.store.ledger_file import FORMAT, decode, encode, make_damage_error
from audiopress.store.os_errors import explain_os_error
from audiopress.store.records import HeldVersion, Record, ShowRecord, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "ASIDE",
    "FORMAT",
    "Fault",
    "HeldVersion",
    "Ledger",
    "LedgerContents",
    "Record",
    "ShowRecord",
    "Text",
]

ASIDE = ".aside"
"""Name of the folder in a ledger for what another builder's promise took the place of. It lies
here, for a cache may be deleted at any time; hidden, for it is no promise."""

_NAME_DIGITS = 16
"""Hex digits of an article's file name, 64 bits of the digest of its id: two of a million articles
share one once in thirty million editions, and that is found, for a record says whose it is. The
first two are its folder, so that none of the 256 gets long."""

_SAMPLED = 16
"""Folders of articles of which the number of all is estimated: a sixteenth of all 256."""

_LARGE = 2000
"""Articles of a ledger that is not read, and whose output is not searched, to publish one of them:
either takes a second for as many."""

_AHEAD = 60.0
"""Seconds for which one look at all files of a large ledger will do: what somebody changes in the
last minute of a run is seen by the next one."""

_SLUGS = re.compile(rb'"slug"\s*:\s*"([a-z0-9-]{1,80})"|episodes/([a-z0-9-]{1,80})/')
"""Where a file of the ledger names a folder of the output, however damaged it is besides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A file of the ledger that cannot be used: ``error`` says why, ``body`` is what it holds."""

    path: Path
    error: StoreError
    body: bytes = b""

    def concerns(self, article_id: str) -> bool:
        """Whether it seems to be about the article of this id, or to know it by this name."""
        spellings = {msgspec.json.encode(article_id), json.dumps(article_id).encode()}
        return self.is_place_of(article_id) or any(spelling in self.body for spelling in spellings)

    def is_place_of(self, article_id: str) -> bool:
        """Whether the file has the name that the record of this article has."""
        return self.path.stem == _digest_id(article_id)

    @property
    def slugs(self) -> frozenset[str]:
        """Names of folders of the output that it seems to promise."""
        return frozenset((one or other).decode() for one, other in _SLUGS.findall(self.body))


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerContents:
    """The articles' records, by first-seen date, then identity, and the files that are none."""

    records: tuple[Record, ...]
    faults: tuple[Fault, ...] = ()


class Ledger:
    """The ledger in the folder ``root``. Reading needs no lock; who saves holds the build lock."""

    def __init__(self, root: Path) -> None:
        """Name the folder; it is made when something is first saved."""
        self._root = root
        self._read: dict[Path, tuple[tuple[int, ...], Record | Fault]] = {}
        self._seen: dict[str, dict[str, str]] = {}  # marks of files, by folder
        self._seen_until = 0.0

    def load(self, article_id: str) -> Record | None:
        """Return what was promised about the article of this identity, if anything was.

        Raises:
            StoreError: the file is damaged, newer than this program, or cannot be read.

        """
        path = self._locate_article(article_id)
        body = read(path)
        record = None if body is None else decode(body, path, Record)
        # Two ids can share a file's name, and files are copied by hand: never another's guid.
        if record is not None and record.id != article_id:
            raise make_damage_error(path, f"it is about {record.id}, not {article_id}")
        return record

    def load_all(self) -> tuple[Record, ...]:
        """Return the record of every article whose file can be used; raises as `read_all`."""
        return self.read_all().records

    def read_all(self) -> LedgerContents:
        """Return all records, and each file that is damaged, newer than this program, or misplaced.

        Raises:
            StoreError: the folder itself cannot be read.

        """
        # All anew: what git has taken away meanwhile is not remembered.
        read_now = {path: self._refresh(path) for path in self._list_paths()}
        self._read = {path: kept for path, kept in read_now.items() if kept is not None}
        found = [value for _, value in self._read.values()]
        records = (value for value in found if isinstance(value, Record))
        return LedgerContents(
            records=tuple(sorted(records, key=lambda record: (record.first_seen, record.id))),
            faults=tuple(value for value in found if isinstance(value, Fault)),
        )

    def iterate(self) -> Iterator[Record]:
        """Yield every record that can be used, in no order; none is kept. Raises as `read_all`."""
        top = self._root / "articles"
        try:
            for place, names in _walk_folders(top) if os.path.lexists(top) else ():
                for name in names:
                    found = self._read_file(Path(place, name))
                    if isinstance(found, Record):
                        yield found
        except OSError as error:
            raise explain_os_error(error, Path(error.filename or self._root)) from error

    def look_ahead(self) -> None:
        """Look at all files now: for a minute `list_files` needs only what is saved here till then.

        Raises as `read_all`.
        """
        self.end_looking_ahead()
        self._seen = dict(self.list_files())
        self._seen_until = time.monotonic() + _AHEAD

    @property
    def has_looked_ahead(self) -> bool:
        """Whether it has looked a moment ago."""
        return bool(self._seen) and time.monotonic() <= self._seen_until

    def end_looking_ahead(self) -> None:
        """Have `list_files` see all files again."""
        self._seen = {}

    def list_files(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Yield folder by folder the files of articles, each with a mark of its present state.

        Names are as seen from the folder of all articles. Raises `StoreError` as `read_all`.
        """
        if self.has_looked_ahead:
            yield from list(self._seen.items())
            return
        top = self._root / "articles"
        try:
            for place, names in _walk_folders(top) if os.path.lexists(top) else ():
                folder = os.path.relpath(place, top).replace(os.sep, "/")
                marks = {f"{folder}/{name}": self.mark_file(f"{folder}/{name}") for name in names}
                yield folder, {name: mark for name, mark in marks.items() if mark}
        except OSError as error:
            raise explain_os_error(error, Path(error.filename or self._root)) from error

    def is_large(self) -> bool:
        """Whether it has about `_LARGE` articles: names are digests, so some folders tell it."""
        folders = [self._root / "articles" / f"{number * 16:02x}" for number in range(_SAMPLED)]
        found = 0
        for folder in folders:
            with contextlib.suppress(OSError):  # few articles, or what the reader will say
                found += len(os.listdir(folder))  # noqa: PTH208 - names alone
        return found * (256 // _SAMPLED) >= _LARGE

    def mark_file(self, name: str) -> str:
        """Return what changes whenever a file of this name is written; nothing if there is none."""
        path = f"{self._root}/articles/{name}"
        try:
            now = os.stat(path)  # noqa: PTH116 - of each of many thousand
        except OSError:
            # A link to nowhere is no file that git has taken away meanwhile.
            return "broken" if os.path.lexists(path) else ""
        return f"{now.st_ino} {now.st_mtime_ns} {now.st_ctime_ns} {now.st_size}"

    def read_file(self, name: str) -> Record | Fault | None:
        """Return what the file of this name holds, or why it cannot be used; nothing if it went."""
        path = self._root / "articles" / name
        found = self._refresh(path)
        self._read.pop(path, None)
        return None if found is None else found[1]

    def name_file(self, article_id: str) -> str:
        """Return the name that `list_files` has for an article's file."""
        return self._locate_article(article_id).relative_to(self._root / "articles").as_posix()

    def save(self, record: Record) -> bool:
        """Write ``record`` durably unless the ledger says just this; say whether it was written.

        Raises:
            StoreError: the present file is damaged or newer than this program (it is left as it
                is), or the disk would not.

        """
        if self.load(record.id) == record:  # perhaps in the words of another version
            return False
        written = replace_if_changed(self._locate_article(record.id), encode(record))
        if self._seen:
            name = self.name_file(record.id)
            self._seen.setdefault(name.rpartition("/")[0], {})[name] = self.mark_file(name)
        return written

    def forget_aside(self, article_id: str) -> None:
        """Remove what was put aside of an article's record where two builders had changed it."""
        path = self._locate_article(article_id)
        aside = self._root / ASIDE / path.relative_to(self._root)
        for each in list(aside.parent.glob(f"{aside.name}.*")):
            remove(each)

    def load_show(self, show_id: str) -> ShowRecord | None:
        """Return what was promised about a show, if anything was.

        Raises:
            StoreError: as `load`.

        """
        path = self._locate_show(show_id)
        body = read(path)
        return None if body is None else decode(body, path, ShowRecord)

    def list_shows(self) -> list[str]:
        """Return the ids of all shows that something was promised of."""
        folder = self._root / "shows"
        return sorted(path.stem for path in folder.glob("*.json"))

    def save_show(self, record: ShowRecord) -> bool:
        """Write a show's record durably unless nothing changed; say whether it was written.

        Raises:
            StoreError: as `save`.

        """
        # Read first for its errors alone: what is damaged or newer is never written over.
        self.load_show(record.id)
        return replace_if_changed(self._locate_show(record.id), encode(record))

    def _locate_article(self, article_id: str) -> Path:
        name = _digest_id(article_id)
        return join_below(self._root, f"articles/{name[:2]}/{name}.json")

    def _locate_show(self, show_id: str) -> Path:
        return join_below(self._root, f"shows/{show_id}.json")

    def _list_paths(self) -> Iterator[Path]:
        # A list made by a folder's listing, not by an index: an index could disagree. At any depth:
        # what was moved by hand is named, and not lost.
        top = self._root / "articles"
        try:
            yield from sorted(_walk_records(top)) if os.path.lexists(top) else ()
        except OSError as error:
            raise explain_os_error(error, Path(error.filename or self._root)) from error

    def _refresh(self, path: Path) -> tuple[tuple[int, ...], Record | Fault] | None:
        """Read again only what another file has taken the place of."""
        try:
            now = path.stat()
        except FileNotFoundError as error:
            # A link to nowhere is no file that git has taken away meanwhile.
            if not path.is_symlink():
                return None
            return (), Fault(path=path, error=explain_os_error(error, path))
        except OSError as error:
            return (), Fault(path=path, error=explain_os_error(error, path))
        # The inode too: every save renames a new file over the old one, maybe within one tick.
        mark = (now.st_ino, now.st_mtime_ns, now.st_size)
        before = self._read.get(path)
        if before is not None and before[0] == mark:
            return before
        value = self._read_file(path)
        return None if value is None else (mark, value)

    def _read_file(self, path: Path) -> Record | Fault | None:
        body = b""
        try:
            found = read(path)
            if found is None:
                return None
            body = found
            record = decode(body, path, Record)
            home = self._locate_article(record.id)
            if home != path:
                raise _make_place_error(path, home, record.id)
        except StoreError as error:
            return Fault(path=path, error=error, body=body)
        return record


def _walk_records(top: Path) -> Iterator[Path]:
    """Yield all that is called a record; raises `OSError` where a folder cannot be looked into."""
    for place, names in _walk_folders(top):
        yield from (Path(place, name) for name in names)


def _walk_folders(top: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield each folder with what is called a record in it; raises as `_walk_records`."""

    def refuse(error: OSError) -> None:
        raise error

    # Not Path.rglob, which passes over what it may not look into: its articles would be new ones.
    for place, folders, names in os.walk(top, onerror=refuse):
        # A link to a folder is not followed, and an error says so, whatever its name.
        linked = (
            each for each in folders if each.endswith(".json") or Path(place, each).is_symlink()
        )
        yield place, [*linked, *(name for name in names if name.endswith(".json"))]


def _make_place_error(path: Path, home: Path, article_id: str) -> StoreError:
    """Return the error for the record of another article's file, with where it belongs."""
    why = f"it is about {article_id}, which has another file name"
    # Where the article has its file, this is a copy of it, or of another branch.
    copied = f"if it is a copy of {home.name}: rm {path}"
    moved = f"if it was renamed: mkdir -p {home.parent} && mv {path} {home}"
    return make_damage_error(path, why, other_way=copied if home.exists() else moved)


def _digest_id(article_id: str) -> str:
    """Return the name of an article's file, without its ending."""
    return hashlib.sha256(article_id.encode()).hexdigest()[:_NAME_DIGITS]
