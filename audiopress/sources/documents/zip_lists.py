"""Lists of articles in a ZIP, as services for reading later hand them over.

No name in it is ever that of a file here: what is read is held in memory, up to a limit.
"""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.errors import SourceError
from audiopress.model import Document, OtherFile
from audiopress.sources.documents.kinds import DOCUMENT_LIMIT, find_packed_type
from audiopress.sources.lists.kinds import find_collection
from audiopress.sources.sniff import name_binary_format

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["UnpackedLists", "is_archive_of_lists", "unpack_lists"]

_ZIP = b"PK\x03\x04"
"""How a ZIP begins (APPNOTE.TXT, 4.3.7)."""

_MOST_PARTS = 2000
"""Files in a ZIP of lists; a whole account with a file for each article has some thousand."""

_LARGEST = 10_000_000
"""Bytes of one list once it is unpacked, as of one that lies unpacked."""

_MOST = 50_000_000
"""Bytes that are unpacked of one ZIP in all: five of the largest lists."""

_LOCKED = 0x1
"""The bit of a file's flags that says it is locked (APPNOTE.TXT, 4.4.4)."""

_NAMED = 3
"""Files that an error names."""

_HINT = "unpack it, and name the list or the article that is in it"
"""What can be done where we cannot."""

_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError,
    NotImplementedError, RuntimeError,
)  # fmt: skip
"""What the libraries raise on a part that is damaged, or packed in a way that they do not know."""


@dataclass(frozen=True, slots=True)
class UnpackedLists:
    """The lists of a ZIP, and what else is in it, each with a reason."""

    lists: tuple[Document, ...]
    others: tuple[OtherFile, ...]


def is_archive_of_lists(path: Path) -> bool:
    """Whether a file is a ZIP and no document that is packed as one, by its bytes."""
    with path.open("rb") as file:
        if file.read(len(_ZIP)) != _ZIP:
            return False
        file.seek(0)
        return not find_packed_type(file.read(DOCUMENT_LIMIT + 1))


def unpack_lists(path: Path, name: str, *, outside: bool = False) -> UnpackedLists:
    """Return the lists in a ZIP; one alone has the ZIP's own ``name``.

    Raises:
        SourceError: it is damaged, locked, too large, or no list is in it.

    """
    with path.open("rb") as file:
        body = file.read(DOCUMENT_LIMIT + 1)
    if len(body) > DOCUMENT_LIMIT:
        raise _refuse(f"the archive is larger than {DOCUMENT_LIMIT // 1_000_000} MB")
    try:
        archive = zipfile.ZipFile(io.BytesIO(body))
    except _UNREADABLE as error:
        raise _refuse(f"the archive is damaged: {error}") from error
    with archive:
        return _Unpacking(archive, name, outside=outside).unpack()


class _Unpacking:
    """One ZIP while its parts are looked at, in their order."""

    def __init__(self, archive: zipfile.ZipFile, name: str, *, outside: bool) -> None:
        self._archive, self._name, self._outside = archive, name, outside
        self._left = _MOST
        self._lists: list[tuple[str, str, bytes]] = []
        self._others: list[OtherFile] = []

    def unpack(self) -> UnpackedLists:
        parts = [info for info in self._archive.infolist() if not info.is_dir()]
        if len(parts) > _MOST_PARTS:
            raise _refuse(f"the archive has {len(parts):,} files in it, more than {_MOST_PARTS:,}")
        for part in parts:
            if reason := self._look_at(part):
                uri = f"{self._name}/{part.filename}"
                self._others.append(OtherFile(uri=uri, reason=reason))
        if not self._lists:
            raise _refuse(f"no list of articles is in this archive{self._name_others()}")
        return UnpackedLists(tuple(map(self._make_document, self._lists)), tuple(self._others))

    def _look_at(self, part: zipfile.ZipInfo) -> str:
        """Keep a part that is a list, or return why it is none."""
        names = [name for name in part.filename.split("/") if name != ".."]
        if any(name.startswith(".") or name == "__MACOSX" for name in names):
            return "hidden"
        if part.flag_bits & _LOCKED:
            raise _refuse("the archive is locked with a password")
        try:
            with self._archive.open(part) as opened:
                # Not what it says of its size: a bomb lies.
                body = opened.read(min(_LARGEST, self._left) + 1)
        except _UNREADABLE as error:
            return f"cannot be unpacked: {error}"
        if len(body) > self._left:
            self._left = 0  # nor is the rest looked at, part by part
            return f"after the first {_MOST // 1_000_000} MB of its archive"
        self._left -= len(body)
        if len(body) > _LARGEST:
            return f"larger than {_LARGEST // 1_000_000} MB"
        kind = "" if name_binary_format(body) else find_collection(body)
        if not kind:
            return "no list of articles; unpack the archive to have it"
        self._lists.append((part.filename, kind, body))
        return ""

    def _make_document(self, found: tuple[str, str, bytes]) -> Document:
        name, kind, body = found
        # With its own name where several are to be told apart.
        uri = self._name if len(self._lists) == 1 else f"{self._name}/{name}"
        return Document(uri=uri, media_type=kind, body=body, outside=self._outside)

    def _name_others(self) -> str:
        names = [each.uri for each in self._others if each.reason != "hidden"]
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        return f": {', '.join(names[:_NAMED])}{more}" if names else ""


def _refuse(message: str) -> SourceError:
    return SourceError(message, hint=_HINT)
