"""What lies in the folder: links, pipes, names, and what others may do with the files."""

from __future__ import annotations

import os
import stat
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Entry", "find_entry_faults", "list_entries"]

Look = tuple[str, str, str]
"""The check's name, the file, and what is wrong or ""."""

_HIDDEN: Final = (".git", ".well-known")
"""Folders that are not gone through: the one is named by itself, the other is the host's."""

_READABLE: Final = stat.S_IROTH
"""Others may read a file ..."""

_OPEN: Final = stat.S_IROTH | stat.S_IXOTH
"""... or look into a folder and open what lies there."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file or folder by its ``path`` below the edition, with its type and rights (``mode``)."""

    path: str
    mode: int
    size: int
    changed: int

    @property
    def is_file(self) -> bool:
        """Whether it is a plain file."""
        return stat.S_ISREG(self.mode)

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder."""
        return stat.S_ISDIR(self.mode)


def list_entries(root: Path) -> list[Entry]:
    """Return all that lies below ``root``, links not followed, by path."""
    found = []
    for folder, folders, files in os.walk(root):
        for name in (*folders, *files):
            full = os.path.join(folder, name)  # noqa: PTH118 - a name may be no text
            told = os.lstat(full)
            path = os.path.relpath(full, root).replace(os.sep, "/")
            found.append(Entry(path, told.st_mode, told.st_size, told.st_mtime_ns))
        folders[:] = [name for name in folders if name not in _HIDDEN]
    return sorted(found, key=lambda entry: entry.path)


def find_entry_faults(root: Path, entries: list[Entry]) -> Iterator[Look]:
    """Yield each look at what ``entries`` are, how they are called and who may read them."""
    home = root.resolve()
    for entry in entries:
        shown = entry.path.encode("utf-8", "backslashreplace").decode()
        yield "kinds of files", _escape(shown), _find_kind_fault(home, entry)
        yield "names of files", _escape(shown), _find_name_fault(entry.path)
    if os.name == "posix":  # elsewhere rights are not told so
        yield from _look_at_rights(entries)


def _escape(path: str) -> str:
    """Return a path that does nothing to the terminal it is shown in."""
    return "".join(c if c.isprintable() else ascii(c).strip("'") for c in path)


def _find_kind_fault(home: Path, entry: Entry) -> str:
    if stat.S_ISLNK(entry.mode):
        return _find_link_fault(home, entry.path)
    return "" if entry.is_file or entry.is_folder else "is no file: what reads it would wait"


def _find_link_fault(home: Path, path: str) -> str:
    link = home / path
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        return "is a link that leads nowhere"
    if not target.is_relative_to(home):
        return "is a link to what lies outside of the edition"
    above = target == home or (link.parent / link.name).is_relative_to(target)
    return "is a link to a folder that it lies in, without end" if above else ""


def _find_name_fault(path: str) -> str:
    name = path.rpartition("/")[2]
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return "has a name that is no UTF-8"
    return "" if name.isprintable() else "has a name with control characters"


def _look_at_rights(entries: list[Entry]) -> Iterator[Look]:
    """Look at what stands out: an edition may be nobody else's, or lie where all is open."""
    for kind, needed in (("is_file", _READABLE), ("is_folder", _OPEN)):
        told = [entry for entry in entries if getattr(entry, kind)]
        closed = Counter(entry.mode & needed == needed for entry in told)
        written = Counter(bool(entry.mode & stat.S_IWOTH) for entry in told)
        for entry in told:
            shut = entry.mode & needed != needed and closed[True] > closed[False]
            open_ = bool(entry.mode & stat.S_IWOTH) and written[False] > written[True]
            fault = "cannot be read by others, such as a web server" if shut else ""
            fault = "may be written by anybody" if open_ else fault
            yield "rights", _escape(entry.path), fault
