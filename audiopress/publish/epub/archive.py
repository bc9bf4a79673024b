"""The archive of a book: one order, one date, nothing packed: the same files give the same bytes.

Sound and pictures are packed already, and the text beside them is a hundredth of a book; what packs
it (zlib and its successors) gives other bytes on other machines.
"""

from __future__ import annotations

import zipfile
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["write_archive"]

_DATE: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest that a ZIP can say (APPNOTE.TXT, 4.4.6)."""

_MODE: Final = 0o644 << 16
"""A plain file that all may read, where ZIP has it: the upper half of the outer attributes."""

_UNIX: Final = 3
"""The system whose rights these are (APPNOTE.TXT, 4.4.2): else it is that of the machine."""


def write_archive(out: IO[bytes], files: Iterable[tuple[str, bytes]]) -> None:
    """Write the files, in their order, to ``out``, which can be sought in."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, body in files:
            entry = zipfile.ZipInfo(name, _DATE)
            entry.external_attr, entry.create_system = _MODE, _UNIX
            archive.writestr(entry, body)
