"""Which files of a ledger are about what, on disk: an archive is not read to build one article.

Derived from the ledger and kept in the cache, where it can be thrown away. It has no words of an
article and no address, only eight bytes of the digest of each: what is purged is in no cache. So it
says where to look, and never what is promised; that the ledger's file says.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Self

from audiopress.errors import StoreError
from audiopress.identity import fold_address, is_address, normalize_url
from audiopress.store.atomic_files import remove
from audiopress.store.collisions import list_slugs
from audiopress.store.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from audiopress.store.ledger import Ledger

__all__ = ["LedgerIndex", "make_mark"]

_VERSION = 1
"""Of the tables: one of another version is made anew."""

_TABLES = """
CREATE TABLE files (
  number INTEGER PRIMARY KEY AUTOINCREMENT, folder TEXT, name TEXT UNIQUE, mark TEXT,
  broken INTEGER, done INTEGER, live INTEGER, seen TEXT, language TEXT, voice TEXT, other TEXT);
CREATE INDEX folders ON files (folder);
CREATE TABLE digests (
  kind INTEGER, digest INTEGER, file INTEGER, PRIMARY KEY (kind, digest, file)) WITHOUT ROWID;
"""
"""``done`` is what is published, held or was taken back, ``other`` who spoke it for its language,
``mark`` says of a file's state which one was read. Numbers only go up: a digest that is not dropped
yet is of no later file."""

_LATER_TABLES = """
CREATE TABLE IF NOT EXISTS walked (folder TEXT PRIMARY KEY, mark TEXT);
CREATE TABLE IF NOT EXISTS without_twins (state TEXT);
"""
"""Of this version too, but later than the others: versions before write the others without them,
so each says of which numbers it is true. ``walked`` has digests of the states of all files of a
folder: of one that is as it was no row is read. ``without_twins`` has the state of ``files`` in
which no two articles had one name."""

_STATE = "SELECT COALESCE(MAX(number), 0) || ' ' || COUNT(*) FROM files"
"""What is another one whenever a row of ``files`` came or went."""

_NO_ROWS = "0 0"
"""The state of no rows."""

_FOLDER_STATES = "SELECT folder, MAX(number) || ' ' || COUNT(*) FROM files GROUP BY folder"
"""The same of each folder."""

_INSERT = """
INSERT INTO files (folder, name, mark, broken, done, live, seen, language, voice, other)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
"""A file of the ledger."""

_NAME, _LINE, _SLUG, _OLD_SLUG, _GUID = range(5)
"""Kinds of digests: of names in all spellings, of source lines, of folders now and once, of guids.
"""

_DONE = """
SELECT digest FROM digests JOIN files ON number=file WHERE kind=? AND digest IN ({}) AND done
"""
"""Which of some names are of articles with which nothing is to be done."""

_TOGETHER = 500
"""Names that are asked for at once: older builds of SQLite take 999 values."""

_HOUSE = 1000
"""Articles that say a line, from which on it is the house's own: it likens no two of them."""

_ALIKE = 20
"""Records that are looked at for one text, those first that share most lines with it: of more than
these nobody would ask the old addresses."""

_PATIENCE = 60.0
"""Seconds to wait for another process that writes here."""


class LedgerIndex:
    """The index of one ledger in the file ``path``.

    Raises:
        StoreError: from any method: the disk would not. (A damaged file is made anew.)

    """

    def __init__(self, path: Path, ledger: Ledger) -> None:
        """Open the file, or make it; `refresh` brings it up to date."""
        self._path, self._ledger = path, ledger
        with self._explain():
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._base = self._open()
            except sqlite3.DatabaseError:
                remove(path)
                self._base = self._open()

    def __enter__(self) -> Self:
        """Be closed at the end."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self._base.close()

    # -- what is where -------------------------------------------------------------------------

    def find(self, names: Iterable[str], lines: Iterable[str] = ()) -> list[str]:
        """Return the files of articles that have one of these names, in any spelling.

        And of those that say most of these ``lines``, as far as not everybody says them.
        """
        with self._explain():
            spellings = {make_mark(one) for name in names for one in _list_spellings(name)}
            found = {*self._find_digests(_NAME, sorted(spellings)), *self._find_alike(lines)}
            return [self._name(number) for number in sorted(found)]

    def is_done(self, mark: int) -> bool:
        """Whether an article is published or held, or was taken back, by a name's `make_mark`."""
        return bool(self.find_done([mark]))

    def find_done(self, marks: Iterable[int]) -> set[int]:
        """Return those names of articles that `is_done` is true of."""
        found: set[int] = set()
        rest = iter(marks)
        with self._explain():
            while part := list(islice(rest, _TOGETHER)):
                query = _DONE.format(",".join("?" * len(part)))
                found.update(mark for (mark,) in self._base.execute(query, (_NAME, *part)))
        return found

    def has_slug(self, slug: str) -> bool:
        """Whether a folder of this name was promised to some article."""
        query = "SELECT 1 FROM digests WHERE kind IN (?, ?) AND digest=?"
        return self._has(query, _SLUG, _OLD_SLUG, make_mark(slug))

    def has_any(self) -> bool:
        """Whether the ledger knows any article."""
        return self._has("SELECT 1 FROM files WHERE NOT broken")

    def count(self) -> int:
        """Return how many files the ledger has."""
        with self._explain():
            return int(self._base.execute("SELECT COUNT(*) FROM files").fetchone()[0])

    def has_twins(self) -> bool:
        """Whether two articles have one name of a folder, or one guid (`heal`)."""
        if self._is_without_twins():
            return False
        query = "SELECT 1 FROM digests WHERE kind=? GROUP BY digest HAVING COUNT(*) > 1 LIMIT 1"
        return self._has(query, _SLUG) or self._has(query, _GUID)

    def list_broken(self) -> list[str]:
        """Return the files that cannot be read."""
        with self._explain():
            return [name for (name,) in self._base.execute("SELECT name FROM files WHERE broken")]

    def list_newest(self) -> list[str]:
        """Return of each language and each voice that spoke it the file of the newest article."""
        query = "SELECT name, MAX(seen) FROM files WHERE live GROUP BY language, voice, other"
        with self._explain():
            return [name for name, _ in self._base.execute(query)]

    def sign_files(self) -> str:
        """Return a digest of which files there are, and in which state, as hex."""
        signed = hashlib.sha256()
        with self._explain():
            for name, mark in self._base.execute("SELECT name, mark FROM files ORDER BY name"):
                signed.update(f"{name} {mark}\n".encode("utf-8", "surrogatepass"))
        return signed.hexdigest()

    # -- bringing it up to date ----------------------------------------------------------------

    def refresh(self) -> None:
        """Read what has changed in the ledger since the last time, and nothing else."""
        with self._explain(), self._base:
            known = dict(self._base.execute("SELECT folder, mark FROM walked"))
            states = dict(self._base.execute(_FOLDER_STATES))
            walked = set()
            for folder, marks in self._ledger.list_files():
                walked.add(folder)
                if known.get(folder) != _sign(marks, states.get(folder, _NO_ROWS)):
                    self._compare(folder, marks)
                    self._remember(folder, marks)
            for folder in states.keys() - walked:
                self._compare(folder, {})
            self._drop_stale()
            self._remember_twins()

    def look_again(self, article_ids: Iterable[str]) -> None:
        """Read the files of these articles again, as they were just written."""
        with self._explain(), self._base:
            for article_id in article_ids:
                name = self._ledger.name_file(article_id)
                self._replace(name, self._ledger.mark_file(name))
            self._drop_stale()

    def _compare(self, folder: str, marks: dict[str, str]) -> None:
        # What could not be read is tried again: perhaps the disk was in trouble.
        query = "SELECT name, CASE WHEN broken THEN '' ELSE mark END FROM files WHERE folder=?"
        before = dict(self._base.execute(query, (folder,)))
        for name in marks.keys() | before.keys():
            if marks.get(name) != before.get(name):
                self._replace(name, marks.get(name, ""))

    def _remember(self, folder: str, marks: dict[str, str]) -> None:
        """Keep that all files of a folder are known, unless one could not be read."""
        broken = "SELECT 1 FROM files WHERE folder=? AND broken LIMIT 1"
        if self._base.execute(broken, (folder,)).fetchone() is None:
            (state,) = self._base.execute(f"{_STATE} WHERE folder=?", (folder,)).fetchone()
            row = (folder, _sign(marks, state))
            self._base.execute("INSERT OR REPLACE INTO walked VALUES (?, ?)", row)

    def _remember_twins(self) -> None:
        """Keep that no two articles have one name, if that is so, for these files."""
        if not self._is_without_twins() and not self.has_twins():
            self._base.execute("DELETE FROM without_twins")
            self._base.execute(f"INSERT INTO without_twins {_STATE}")

    def _is_without_twins(self) -> bool:
        """Whether these very files were looked through, and no two articles had one name."""
        with self._explain():
            (state,) = self._base.execute(_STATE).fetchone()
        return self._has("SELECT 1 FROM without_twins WHERE state=?", state)

    def _replace(self, name: str, mark: str) -> None:
        """Put a file in the place of what was known of it; without a ``mark`` it is gone."""
        folder = name.rpartition("/")[0]
        self._base.execute("DELETE FROM walked WHERE folder=?", (folder,))
        self._base.execute("INSERT INTO stale SELECT number FROM files WHERE name=?", (name,))
        self._base.execute("DELETE FROM files WHERE name=?", (name,))
        found = self._ledger.read_file(name) if mark else None
        if found is None:
            return
        record = found if isinstance(found, Record) else None
        row = (folder, name, mark, record is None, *_describe(record))
        number = self._base.execute(_INSERT, row).lastrowid
        if record is not None:
            pairs = {(kind, make_mark(text)) for kind, text in _list_texts(record)}
            self._base.executemany(
                "INSERT INTO digests VALUES (?, ?, ?)", ((*pair, number) for pair in pairs)
            )

    def _drop_stale(self) -> None:
        """Drop the digests of files that are gone, in one pass: they are not ordered by file."""
        if self._has("SELECT 1 FROM stale"):
            self._base.execute("DELETE FROM digests WHERE file IN (SELECT number FROM stale)")
            self._base.execute("DELETE FROM stale")

    # -- the file ------------------------------------------------------------------------------

    def _open(self) -> sqlite3.Connection:
        base = sqlite3.connect(self._path, timeout=_PATIENCE)
        (version,) = base.execute("PRAGMA user_version").fetchone()
        if version != _VERSION:
            for name in ("files", "digests", "walked", "without_twins"):
                base.execute(f"DROP TABLE IF EXISTS {name}")
            base.executescript(f"{_TABLES}PRAGMA user_version={_VERSION};")
        base.executescript(_LATER_TABLES)
        base.execute("CREATE TEMP TABLE stale (number INTEGER)")
        return base

    def _has(self, query: str, *values: int | str) -> bool:
        with self._explain():
            return self._base.execute(query, values).fetchone() is not None

    def _name(self, number: int) -> str:
        (name,) = self._base.execute("SELECT name FROM files WHERE number=?", (number,)).fetchone()
        return str(name)

    def _find_digests(self, kind: int, digests: Iterable[int], most: int = -1) -> Iterator[int]:
        query = "SELECT file FROM digests WHERE kind=? AND digest=? LIMIT ?"
        for each in digests:
            yield from (file for (file,) in self._base.execute(query, (kind, each, most)))

    def _find_alike(self, lines: Iterable[str]) -> set[int]:
        """Return the articles that share most of these lines, without those that all have."""
        shared: Counter[int] = Counter()
        for each in {make_mark(line) for line in lines}:
            files = list(self._find_digests(_LINE, [each], _HOUSE))
            shared.update(files if len(files) < _HOUSE else ())
        # The number decides between as many: the same ones in every run.
        ordered = sorted(shared, key=lambda file: (-shared[file], file))
        return set(ordered[:_ALIKE])

    @contextlib.contextmanager
    def _explain(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StoreError(
                f"the index of the ledger cannot be used: {error}",
                where=str(self._path),
                hint=f"it is made anew without a loss: rm {self._path}",
            ) from error


def _describe(record: Record | None) -> tuple[bool, bool, str, str, str, str]:
    """Return what is asked of all articles at once, as the table has it."""
    if record is None:
        return (False, False, "", "", "", "")
    done = bool(record.versions or record.held) or record.state == "withdrawn"
    live = bool(record.versions) and record.state == "live"
    last = record.versions[-1] if record.versions else None
    spoken = (last.language, last.voice, last.language_voice) if last else ("", "", "")
    return (done, live, record.first_seen.isoformat(), *spoken)


def _sign(marks: dict[str, str], state: str) -> str:
    """Return a digest of which files a folder has, in which state, and of that of its rows."""
    said = "\n".join((state, *(f"{name} {mark}" for name, mark in sorted(marks.items()))))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def _list_texts(record: Record) -> Iterator[tuple[int, str]]:
    """Yield what an article is found by, each with its kind."""
    for name in (record.id, *record.aliases):
        yield from ((_NAME, each) for each in _list_spellings(name))
    # The last text alone: to it a new one is compared.
    yield from ((_LINE, line) for text in record.texts[-1:] for line in text.lines)
    # As disks may compare them (`heal`).
    yield _SLUG, record.slug.casefold()
    yield from ((_OLD_SLUG, slug) for slug in list_slugs([record]))
    yield _GUID, record.guid.casefold()


def _list_spellings(name: str) -> set[str]:
    """Return a name, and of an address what all addresses of its page have in common."""
    if not is_address(name):
        return {name}
    return {name, normalize_url(name), fold_address(name)}


def make_mark(text: str) -> int:
    """Return eight bytes of a text's digest: of a million texts no two have the same."""
    # A file's name may have bytes that are no text.
    body = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(body, "big", signed=True)
