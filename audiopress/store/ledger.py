"""What was promised and cannot be derived, one small readable JSON an article.

The files are made to be committed: sorted names, indented, one folder for every 256th of the
articles, untouched when nothing changed. A file that cannot be understood whole is an error by
name and is never overwritten; it may hold the only copy of a GUID.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from datetime import datetime  # noqa: TC003 - msgspec resolves the annotations when it decodes
from typing import TYPE_CHECKING, Literal, TypeVar

import msgspec

from audiopress.errors import StoreError
from audiopress.model import Episode
from audiopress.store.atomic_files import join_below, read, replace_if_changed
from audiopress.store.os_errors import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["FORMAT", "Ledger", "Record", "ShowRecord", "Text"]

FORMAT = 1
"""Number of the form of every file; a program refuses files with a higher one than its own."""

_CONFLICT = b"\n<<<<<<< "
"""How git marks a conflict, at the start of a line; no line of JSON begins like this."""

State = Literal["live", "held", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The source lines that one version spoke; kept private, never deployed."""

    key: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that was promised about one article.

    ``id`` is its identity, ``aliases`` the addresses it also goes by, ``versions`` what was
    published, oldest first, ``takes`` pairs of segment key and chosen take, ``texts`` what the
    versions said, by episode key. ``published`` is what the feed says and never moves. ``reason``
    is what the page of a withdrawn article says besides.
    """

    id: str
    guid: str
    slug: str
    first_seen: datetime
    published: datetime
    aliases: tuple[str, ...] = ()
    versions: tuple[Episode, ...] = ()
    state: State = "live"
    reason: str = ""
    takes: tuple[tuple[str, int], ...] = ()
    texts: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowRecord:
    """All that was promised about one show.

    ``guid`` is its ``podcast:guid``, ``artwork`` the path of its picture below the output
    folder, ``voices`` pairs of voice name and what it last spoke by (engine, version,
    kernel, begin of the digest of its files), ``encoder`` name and version.
    """

    id: str
    guid: str = ""
    artwork: str = ""
    voices: tuple[tuple[str, str], ...] = ()
    encoder: str = ""


_Kept = TypeVar("_Kept", Record, ShowRecord)


class Ledger:
    """The ledger in the folder ``root``. Reading needs no lock; who saves holds the build lock."""

    def __init__(self, root: Path) -> None:
        """Name the folder; it is made when something is first saved."""
        self._root = root
        self._read: dict[Path, tuple[tuple[int, ...], Record]] = {}

    def load(self, article_id: str) -> Record | None:
        """Return what was promised about the article of this identity, if anything was.

        Raises:
            StoreError: the file is damaged, newer than this program, or cannot be read.

        """
        path = self._article(article_id)
        record = _load(path, Record)
        if record is not None and record.id != article_id:
            raise _damaged(path, f"it is about {record.id}, not {article_id}")
        return record

    def load_all(self) -> tuple[Record, ...]:
        """Return every article's record, by first-seen date, then by identity.

        Raises:
            StoreError: a file is damaged, newer than this program, or cannot be read.

        """
        read_now = {path: self._fresh(path) for path in self._paths()}
        self._read = {path: kept for path, kept in read_now.items() if kept is not None}
        records = (record for _, record in self._read.values())
        return tuple(sorted(records, key=lambda record: (record.first_seen, record.id)))

    def by_slug(self, slug: str) -> Record | None:
        """Return the record that owns ``slug``. Reads the whole ledger; for many, use `load_all`.

        Raises:
            StoreError: as `load_all`.

        """
        return next((record for record in self.load_all() if record.slug == slug), None)

    def save(self, record: Record) -> bool:
        """Write ``record`` durably unless the ledger says just this; say whether it was written.

        Raises:
            StoreError: the present file is damaged or newer than this program (it is left as it
                is), or the disk would not.

        """
        self.load(record.id)
        return replace_if_changed(self._article(record.id), _encode(record))

    def load_show(self, show_id: str) -> ShowRecord | None:
        """Return what was promised about a show, if anything was.

        Raises:
            StoreError: as `load`.

        """
        return _load(self._show(show_id), ShowRecord)

    def save_show(self, record: ShowRecord) -> bool:
        """Write a show's record durably unless nothing changed; say whether it was written.

        Raises:
            StoreError: as `save`.

        """
        self.load_show(record.id)
        return replace_if_changed(self._show(record.id), _encode(record))

    def _article(self, article_id: str) -> Path:
        name = hashlib.sha256(article_id.encode()).hexdigest()[:16]
        return join_below(self._root, f"articles/{name[:2]}/{name}.json")

    def _show(self, show_id: str) -> Path:
        return join_below(self._root, f"shows/{show_id}.json")

    def _paths(self) -> Iterator[Path]:
        # A list made by a folder's listing, not by an index: an index could disagree.
        try:
            yield from sorted((self._root / "articles").glob("??/*.json"))
        except OSError as error:
            raise explain_os_error(error, self._root) from error

    def _fresh(self, path: Path) -> tuple[tuple[int, ...], Record] | None:
        """Read again only what another file has taken the place of."""
        try:
            now = path.stat()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise explain_os_error(error, path) from error
        mark = (now.st_ino, now.st_mtime_ns, now.st_size)
        before = self._read.get(path)
        if before is not None and before[0] == mark:
            return before
        record = _load(path, Record)
        if record is not None and self._article(record.id) != path:
            raise _damaged(path, f"it is about {record.id}, which has another file name")
        return None if record is None else (mark, record)


def _encode(record: Record | ShowRecord) -> bytes:
    plain = {"format": FORMAT, **msgspec.to_builtins(record)}
    text: bytes = msgspec.json.encode(plain, order="sorted")
    return msgspec.json.format(text, indent=2) + b"\n"


def _load(path: Path, kind: type[_Kept]) -> _Kept | None:
    body = read(path)
    if body is None:
        return None
    if _CONFLICT in b"\n" + body:
        raise StoreError(
            "two histories of this ledger file met and nobody chose between them",
            where=str(path),
            hint=f"git checkout --ours {path}, or --theirs, or write together what both promised",
        )
    try:
        plain = msgspec.json.decode(body)
        number = plain.pop("format")
    except (msgspec.DecodeError, UnicodeDecodeError, AttributeError, KeyError, TypeError) as error:
        raise _damaged(path, str(error)) from error
    if number != FORMAT or _unknown(plain, kind):
        raise _newer(path, number)
    try:
        record = msgspec.convert(plain, kind)
    except msgspec.ValidationError as error:
        raise _damaged(path, str(error)) from error
    _check_dates(record, path)
    return record


def _unknown(plain: dict[str, object], kind: type[_Kept]) -> bool:
    """Whether a file holds more than this program would write back."""
    versions = plain.get("versions", ())
    episodes = versions if isinstance(versions, list) else ()
    known = {field.name for field in fields(Episode)}
    return bool(plain.keys() - {field.name for field in fields(kind)}) or any(
        isinstance(episode, dict) and episode.keys() - known for episode in episodes
    )


def _check_dates(record: Record | ShowRecord, path: Path) -> None:
    if not isinstance(record, Record):
        return
    dates = [record.first_seen, record.published]
    dates += [date for each in record.versions for date in (each.published, each.changed)]
    if any(date.tzinfo is None for date in dates):
        raise _damaged(path, "a date has no time zone")


def _newer(path: Path, number: object) -> StoreError:
    return StoreError(
        f"this ledger file was written by a newer audiopress (format {number}, this one knows "
        f"format {FORMAT}) or holds a name it does not know",
        where=str(path),
        hint="python -m pip install --upgrade audiopress",
    )


def _damaged(path: Path, why: str) -> StoreError:
    return StoreError(
        f"this ledger file is damaged: {why}",
        where=str(path),
        hint=f"bring it back from version control or a backup: git checkout -- {path}",
    )
