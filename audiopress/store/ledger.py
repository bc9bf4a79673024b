"""What was promised and cannot be derived, one small readable JSON an article.

The files are made to be committed: sorted names, indented, one folder for every 256th of the
articles, untouched when nothing changed. A file that cannot be understood whole is an error by
name and is never overwritten; it may hold the only copy of a GUID.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from datetime import datetime  # noqa: TC003 - msgspec resolves the annotations when it decodes
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args

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

_NAME_DIGITS = 16
"""Hex digits of an article's file name, 64 bits of the digest of its id: two of a million articles
share one once in thirty million editions, and that is found, for a record says whose it is. The
first two are its folder, so that none of the 256 gets long."""

_UNUSED: dict[str, object] = {"takes": []}
"""Names that 0.1.0 wrote into every record and never used, with the one value they had. They are
read over, so that its ledgers are read; they go when a record changes for another reason."""

State = Literal["live", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The source lines that one version spoke; kept private, never deployed."""

    key: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that was promised about one article.

    ``id`` is its identity, ``aliases`` the addresses it also goes by, ``versions`` what was
    published, oldest first, ``texts`` what the versions said, by episode key. ``published`` is what
    the feed says and never moves. ``reason`` is what the page of a withdrawn article says besides.
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
        path = self._locate_article(article_id)
        record = _load(path, Record)
        # Two ids can share a file's name, and files are copied by hand: never another's guid.
        if record is not None and record.id != article_id:
            raise _make_damage_error(path, f"it is about {record.id}, not {article_id}")
        return record

    def load_all(self) -> tuple[Record, ...]:
        """Return every article's record, by first-seen date, then by identity.

        Raises:
            StoreError: a file is damaged, newer than this program, or cannot be read.

        """
        # All anew: what git has taken away meanwhile is not remembered.
        read_now = {path: self._refresh(path) for path in self._list_paths()}
        self._read = {path: kept for path, kept in read_now.items() if kept is not None}
        records = (record for _, record in self._read.values())
        return tuple(sorted(records, key=lambda record: (record.first_seen, record.id)))

    def save(self, record: Record) -> bool:
        """Write ``record`` durably unless the ledger says just this; say whether it was written.

        Raises:
            StoreError: the present file is damaged or newer than this program (it is left as it
                is), or the disk would not.

        """
        if self.load(record.id) == record:  # perhaps in the words of another version
            return False
        return replace_if_changed(self._locate_article(record.id), _encode(record))

    def load_show(self, show_id: str) -> ShowRecord | None:
        """Return what was promised about a show, if anything was.

        Raises:
            StoreError: as `load`.

        """
        return _load(self._locate_show(show_id), ShowRecord)

    def save_show(self, record: ShowRecord) -> bool:
        """Write a show's record durably unless nothing changed; say whether it was written.

        Raises:
            StoreError: as `save`.

        """
        # Read first for its errors alone: what is damaged or newer is never written over.
        self.load_show(record.id)
        return replace_if_changed(self._locate_show(record.id), _encode(record))

    def _locate_article(self, article_id: str) -> Path:
        name = hashlib.sha256(article_id.encode()).hexdigest()[:_NAME_DIGITS]
        return join_below(self._root, f"articles/{name[:2]}/{name}.json")

    def _locate_show(self, show_id: str) -> Path:
        return join_below(self._root, f"shows/{show_id}.json")

    def _list_paths(self) -> Iterator[Path]:
        # A list made by a folder's listing, not by an index: an index could disagree.
        try:
            yield from sorted((self._root / "articles").glob("??/*.json"))
        except OSError as error:
            raise explain_os_error(error, self._root) from error

    def _refresh(self, path: Path) -> tuple[tuple[int, ...], Record] | None:
        """Read again only what another file has taken the place of."""
        try:
            now = path.stat()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise explain_os_error(error, path) from error
        # The inode too: every save renames a new file over the old one, maybe within one tick.
        mark = (now.st_ino, now.st_mtime_ns, now.st_size)
        before = self._read.get(path)
        if before is not None and before[0] == mark:
            return before
        record = _load(path, Record)
        if record is not None and self._locate_article(record.id) != path:
            raise _make_damage_error(path, f"it is about {record.id}, which has another file name")
        return None if record is None else (mark, record)


def _encode(record: Record | ShowRecord) -> bytes:
    plain = {"format": FORMAT, **msgspec.to_builtins(record)}
    # Sorted and indented, with a line's end: a difference in git is one line a value.
    text: bytes = msgspec.json.encode(plain, order="sorted")
    return msgspec.json.format(text, indent=2) + b"\n"


def _load(path: Path, kind: type[_Kept]) -> _Kept | None:
    body = read(path)
    if body is None:
        return None
    plain = _parse(body, path)
    number = plain.pop("format")
    for name, value in _UNUSED.items():
        if plain.get(name) == value:
            del plain[name]
    # Looked at before the values: a newer form may have other types, and that is no damage.
    if number != FORMAT or _has_unknown(plain, kind):
        raise _make_newer_error(path, number)
    try:
        record = msgspec.convert(plain, kind)
    except msgspec.ValidationError as error:
        raise _make_damage_error(path, str(error)) from error
    _check_dates(record, path)
    return record


def _parse(body: bytes, path: Path) -> dict[str, Any]:
    """Return the JSON object of a file, which has a ``format``."""
    # The added line's end finds a conflict at the very beginning of the file.
    if _CONFLICT in b"\n" + body:
        raise StoreError(
            "two histories of this ledger file met and nobody chose between them",
            where=str(path),
            hint=f"git checkout --ours {path}, or --theirs, or write together what both promised",
        )
    try:
        plain = msgspec.json.decode(body, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _make_damage_error(path, str(error)) from error
    # Every file of every version has one, so this is another file or a part of one.
    if "format" not in plain:
        raise _make_damage_error(path, "it does not say its format")
    return plain


def _has_unknown(plain: dict[str, Any], kind: type[_Kept]) -> bool:
    """Whether a file holds more than this program would write back: a name, or a state."""
    versions = plain.get("versions", ())
    # Not checked yet: a file that somebody mended by hand may hold anything here.
    episodes = versions if isinstance(versions, list) else ()
    known = {field.name for field in fields(Episode)}
    state = plain.get("state", "live")
    return (
        bool(plain.keys() - {field.name for field in fields(kind)})
        or any(isinstance(episode, dict) and episode.keys() - known for episode in episodes)
        or (isinstance(state, str) and state not in get_args(State))
    )


def _check_dates(record: Record | ShowRecord, path: Path) -> None:
    if not isinstance(record, Record):
        return
    dates = [record.first_seen, record.published]
    dates += [date for each in record.versions for date in (each.published, each.changed)]
    # Without a zone it could be compared with no other date, and would differ by machine.
    if any(date.tzinfo is None for date in dates):
        raise _make_damage_error(path, "a date has no time zone")


def _make_newer_error(path: Path, number: object) -> StoreError:
    return StoreError(
        f"this ledger file was written by a newer audiopress (format {number}, this one knows "
        f"format {FORMAT}) or holds a name it does not know",
        where=str(path),
        hint="python -m pip install --upgrade audiopress",
    )


def _make_damage_error(path: Path, why: str) -> StoreError:
    return StoreError(
        f"this ledger file is damaged: {why}",
        where=str(path),
        hint=f"bring it back from version control or a backup: git checkout -- {path}",
    )
