"""The copy of a ledger that is kept in a bucket: what changed there comes here, and back again.

Each file is compared with what it was when both were last the same (`.bucket.json` in the copy, so
that it goes where the copy goes). What only the bucket has changed is brought, what only this
machine has changed is put there, under the condition that nobody else has. Of a file that both have
changed the bucket's counts, for its promises may be published, and the other is put aside by name.
What is missing in the bucket was taken away by another builder, who says so there (`Removals`), or
it was lost: then the copy has it still, and puts it back.
"""

from __future__ import annotations

import hashlib
import os
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from audiopress.errors import StoreError
from audiopress.store.atomic_files import read, remove, write
from audiopress.store.ledger import ASIDE
from audiopress.store.shared.removals import Removals
from audiopress.store.shared.turn import OWN_FOLDER
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from audiopress.store.objects import ObjectStore
    from audiopress.store.shared.turn import BucketTurn

__all__ = ["INDEX", "LedgerCopy"]

INDEX = ".bucket.json"
"""Name of the file in a copy that says what it is a copy of. Hidden: it is no promise."""

_ASIDE_DIGITS = 8
"""Hex digits of its digest that tell one that was put aside from the next of the same name."""

_AT_ONCE = 8
"""Files that are brought or sent at a time: each is some kilobytes, and waits for its answer."""

_NAME = re.compile(r"(?:[\w-][\w.-]{0,250}/){1,3}[\w-][\w.-]{0,250}", re.ASCII)
"""What a file of a ledger may be called in a bucket: ``articles/0a/0a12.json``, or a site's file,
after its host. No part is longer than a name on a disk may be, none is hidden or leads up; whatever
else lies there is not touched."""

_HEADERS = {"Content-Type": "application/json", "Cache-Control": "no-store"}
"""What is said of each file: it has texts that were corrected and withdrawn."""

_NAMED = 3
"""Files that an error names."""


class _Known(msgspec.Struct, frozen=True, kw_only=True):
    """A file when it was the same here and there: its mark there, its digest here."""

    mark: str
    digest: str


class _Index(msgspec.Struct, kw_only=True):
    """What the copy is of, and its files."""

    place: str = ""
    files: dict[str, _Known] = {}


class LedgerCopy:
    """The copy in folder ``root`` of what lies in ``store``; who writes holds the build lock."""

    def __init__(self, store: ObjectStore, root: Path) -> None:
        """Ask nobody yet."""
        self._store, self._root = store, root
        self._removals = Removals(store)
        self._index = self._read_index()
        # An index without a file is of a first run that was killed while it put them there.
        self._has_met = bool(self._index.place)
        self._index.place = store.place
        self._seen: dict[str, tuple[tuple[int, ...], str]] = {}

    def pull(self) -> list[str]:
        """Bring what has changed in the bucket; return notes.

        Raises:
            StoreError: the bucket does not answer, or bucket and copy are two ledgers.

        """
        listed = self._store.list_all()
        there = {
            name: mark
            for name, (_, mark) in listed.items()
            if _NAME.fullmatch(name) and not name.startswith(OWN_FOLDER)
        }
        self._removals.look(listed)
        self._refuse_lost(there)
        changed = [name for name, mark in there.items() if self._is_to_be_brought(name, mark)]
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            bodies = dict(zip(changed, pool.map(self._store.read, changed), strict=True))
        here = dict(self._list_here())
        self._refuse_other(here, there, {n: each.body for n, each in bodies.items() if each})
        notes = []
        for name, stored in bodies.items():
            if stored is not None:  # else it went since the list was made
                notes += self._take(name, stored.body, stored.mark, here.get(name))
        notes += self._drop([name for name in self._index.files if name not in there], here)
        self._keep_index()
        return notes

    def push(self, turn: BucketTurn) -> None:
        """Put what has changed here into the bucket.

        Raises:
            StoreError: somebody else has the turn or has written a file, and who; or the bucket
                does not answer.

        """
        turn.renew()
        here = dict(self._list_here())
        known = self._index.files
        changed = [n for n, digest in here.items() if n not in known or known[n].digest != digest]
        gone = [name for name in known if name not in here]
        if not changed and not gone:
            return
        try:
            with ThreadPoolExecutor(_AT_ONCE) as pool:
                # In order, so that the first error is the one to hear of.
                for _ in pool.map(lambda name: self._send(name, turn), sorted(changed)):
                    turn.check()
            # Said before it is done: whoever finds them missing knows that they were not lost.
            self._removals.change(turn, add=gone, drop=changed)
            self._store.remove(gone)
            for name in gone:
                del known[name]
        finally:
            self._keep_index()
        # Again, for a feed is written now.
        turn.renew()

    # -- one file ------------------------------------------------------------------------------

    def _is_to_be_brought(self, name: str, mark: str) -> bool:
        known = self._index.files.get(name)
        # What is not here was not taken away by us: then the bucket would not have it.
        return known is None or not _is_same(known.mark, mark) or not self._locate(name).exists()

    def _take(self, name: str, body: bytes, mark: str, here: str | None) -> list[str]:
        known = self._index.files.get(name)
        digest = _digest(body)
        notes = []
        if here not in (None, digest) and (known is None or known.digest != here):
            aside = self._put_aside(name, here or "")
            both = f"{name} was changed here and by another builder"
            notes = [f"{both}: theirs counts, and ours is {aside}"]
        if here != digest:
            write(self._locate(name), body)
        self._index.files[name] = _Known(mark=mark, digest=digest)
        return notes

    def _put_aside(self, name: str, digest: str) -> Path:
        aside = self._root / ASIDE / f"{name}.{digest[:_ASIDE_DIGITS]}"
        write(aside, read(self._locate(name)) or b"")
        return aside

    def _drop(self, missing: Sequence[str], here: Mapping[str, str]) -> list[str]:
        """Take away what another builder took away; what was lost or changed goes there again."""
        removed = self._removals.read() if missing else frozenset()
        lost = [name for name in missing if name in here and name not in removed]
        for name in missing:
            if self._index.files.pop(name).digest == here.get(name) and name in removed:
                remove(self._locate(name))
        if not lost:
            return []
        named = ", ".join(sorted(lost)[:_NAMED])
        things = count_things(len(lost), "file")
        gone = f"{things} of the ledger had gone from {self._store.place} ({named})"
        return [f"{gone} and no builder took that away: the copy in {self._root} goes there again"]

    def _send(self, name: str, turn: BucketTurn) -> None:
        body = read(self._locate(name)) or b""
        known = self._index.files.get(name)
        mark = self._store.put_if(name, body, _HEADERS, known.mark if known else None)
        if mark is None:
            raise turn.explain_write(name)
        self._index.files[name] = _Known(mark=mark, digest=_digest(body))

    # -- two ledgers ---------------------------------------------------------------------------

    def _refuse_lost(self, there: Mapping[str, str]) -> None:
        if self._index.files and not there:
            raise StoreError(
                "the ledger in the bucket is empty, and was not before",
                where=self._store.place,
                hint=f"bring its objects back; or put the copy there: rm {self._root / INDEX}",
            )

    def _refuse_other(
        self, here: Mapping[str, str], there: Mapping[str, str], bodies: Mapping[str, bytes]
    ) -> None:
        """Refuse to mix two ledgers that have never met, in which something is different."""
        if self._has_met or not there:
            return
        other = [
            name
            for name, digest in here.items()
            if name not in there or (name in bodies and _digest(bodies[name]) != digest)
        ]
        if other:
            named = ", ".join(sorted(other)[:_NAMED])
            raise StoreError(
                f"the folder and the bucket are two ledgers: {count_things(len(other), 'file')} "
                f"of the folder are not those of {self._store.place} ({named})",
                where=str(self._root),
                hint=f"to go by the bucket's: mv {self._root} {self._root}-before; to put this one "
                "there, name a prefix that is empty",
            )

    # -- the files here ------------------------------------------------------------------------

    def _list_here(self) -> Iterator[tuple[str, str]]:
        """Yield name and digest of every file of the copy; what lies as it did is not read."""
        for place, folders, names in os.walk(self._root):
            folders[:] = [each for each in folders if not each.startswith(".")]
            for each in names:
                path = Path(place, each)
                name = path.relative_to(self._root).as_posix()
                if _NAME.fullmatch(name) and not path.is_symlink():
                    yield name, self._digest_file(name, path)

    def _digest_file(self, name: str, path: Path) -> str:
        now = path.stat()
        # The inode too: every save renames a new file over the old one, maybe within one tick.
        mark = (now.st_ino, now.st_mtime_ns, now.st_size)
        before = self._seen.get(name)
        if before is None or before[0] != mark:
            self._seen[name] = before = (mark, _digest(read(path) or b""))
        return before[1]

    def _locate(self, name: str) -> Path:
        return self._root / name

    def _read_index(self) -> _Index:
        body = read(self._root / INDEX)
        try:
            index = msgspec.json.decode(body, type=_Index) if body else _Index()
        except (msgspec.DecodeError, UnicodeDecodeError):
            index = _Index()
        return index if index.place == self._store.place else _Index()

    def _keep_index(self) -> None:
        body = msgspec.json.format(msgspec.json.encode(self._index, order="sorted"), indent=1)
        path = self._root / INDEX
        if read(path) != body:
            write(path, body)


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def _is_same(one: str, other: str) -> bool:
    """Whether two marks are one: some servers list them without the quotation marks."""
    return one.strip('"') == other.strip('"')
