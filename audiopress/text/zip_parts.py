"""The parts of a document that is packed with ZIP, each read up to a limit and parsed with care."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

from lxml import etree

from audiopress.errors import ReadingError, TooLargeError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["MOST_PART", "MOST_PARTS", "ZipParts", "change_part", "parse_part"]

MOST_PART = 50_000_000
"""Bytes of a part once it is unpacked: the text of a thousand pages of Word takes some 15 MB. What
is larger is a bomb, or takes memory that the other builders need."""

MOST_PARTS = 20_000
"""Files in a document: the largest books have some thousand pictures."""

_ENCRYPTED = 0x1
"""The bit of a file's flags that says it is locked (APPNOTE.TXT, 4.4.4)."""

_UNDATED = 1980
"""The year in which all files of a document were packed whose program says no day."""

_DAMAGED = "open it in the program it was made with, and save it again"
"""What to do about a document that is broken."""


_NO_DOCUMENT = (
    "the document cannot be opened: it is damaged, or another kind of file under this name"
)
"""What is said of a file that is not packed as documents are."""


class ZipParts:
    """A document's parts by their names; ``where`` names the document in errors.

    ``packed`` is the day on which the newest was packed, empty where the program said none.
    """

    def __init__(self, body: bytes, where: str) -> None:
        """Open it; raises `ReadingError` where it is damaged or locked."""
        self._where = where
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(body))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError) as error:
            raise ReadingError(_NO_DOCUMENT, where=where, hint=_DAMAGED) from error
        infos = self._zip.infolist()
        if len(infos) > MOST_PARTS:
            raise TooLargeError(
                f"the document has {len(infos):,} files in it, more than {MOST_PARTS:,}",
                where=where,
                hint="save its article alone and build that",
            )
        if any(info.flag_bits & _ENCRYPTED for info in infos):
            raise ReadingError(
                "the document is locked with a password",
                where=where,
                hint="open it, and save it without a password",
            )
        self.names = frozenset(info.filename for info in infos)
        newest = max((info.date_time for info in infos), default=(_UNDATED,))
        self.packed = "" if newest[0] <= _UNDATED else "{:04}-{:02}-{:02}".format(*newest[:3])

    def read(self, name: str) -> bytes:
        """Return the bytes of a part, none where there is no such."""
        if name not in self.names:
            return b""
        try:
            with self._zip.open(name) as part:
                # not what it says of its size: a bomb lies
                body = part.read(MOST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
            raise self._refuse(f"{name}: {error}") from error
        if len(body) > MOST_PART:
            raise TooLargeError(
                f"{name} in the document unpacks to more than {MOST_PART // 1_000_000} MB",
                where=self._where,
                hint="save its article alone and build that",
            )
        return body

    def parse(self, name: str) -> Any:
        """Return the root of a part that is XML, ``None`` where there is no such."""
        body = self.read(name)
        return parse_part(body, f"{self._where}, {name}") if body else None

    def _refuse(self, why: str) -> ReadingError:
        return ReadingError(f"the document is damaged: {why}", where=self._where, hint=_DAMAGED)


def parse_part(body: bytes, where: str) -> Any:
    """Return the root of a document's XML.

    Raises `ReadingError` where it is not well-formed, or declares entities, which may be a trap.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadingError(
            f"the document is damaged: {error}", where=where, hint=_DAMAGED
        ) from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(iter(declared.iterentities()), None) is not None:
        raise ReadingError(
            "the document declares entities of its own, which may be a trap, and is not read",
            where=where,
            hint="save it from the program it was made with",
        )
    return root


def change_part(body: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a document with another part of that name; all others stay as they are packed.

    ``change`` gets the part as it is, nothing of one that is not there. Raises `ReadingError` where
    the document is damaged or locked.
    """
    parts, packed = ZipParts(body, name), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(packed, "w") as new:
        for info in old.infolist():
            part = parts.read(info.filename)
            new.writestr(info, change(part) if info.filename == name else part)
        if name not in parts.names:
            new.writestr(name, change(b""))
    return packed.getvalue()
