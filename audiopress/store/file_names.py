"""Names of files that audiopress writes: the only road from a text to a path below a folder."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from audiopress.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["join_below"]

_FOLDER = re.compile(r"(?!\.)[a-z0-9._-]{1,250}(?<!\.)")
"""A folder's name such as ``news.example.org``: no dot at either end, so neither ``..`` nor hidden,
and no longer than disks allow (255 bytes), with room for what a server may put behind it."""

_FILE = re.compile(
    r"[a-z0-9-]{1,80}"
    r"(\.(css|flac|html|jpg|js|json|m4a|mp3|opus|png|srt|svg|txt|vtt|webmanifest|webp|woff|xml))?"
)
"""A file's name such as ``the-last-keeper.mp3``: a slug and one extension, of those that audiopress
writes or players ask for. A name that a web server would run (``.php``, ``.htaccess``) is none."""


def join_below(root: Path, name: str) -> Path:
    """Join ``name``, with forward slashes, to ``root``: the only way from a text to a path.

    A slug or an address comes from a page that a stranger wrote; this is what keeps it from naming
    a file elsewhere. Every folder is made of ``[a-z0-9._-]`` without a dot at either end (host
    names, and the escaped addresses of ``by-url``), the file of ``[a-z0-9-]{1,80}`` with at most
    one extension of those audiopress writes.

    Raises:
        StoreError: any part is something else (``..``, hidden, absolute, empty, too long), or one
            of its folders is a link, which may lead anywhere.

    """
    # Only forward slashes part a name: a backslash is in neither pattern, so it is refused.
    *folders, file = name.split("/")
    # `fullmatch`, for `$` would let a line's end pass at the end of a name.
    if _FILE.fullmatch(file) and all(_FOLDER.fullmatch(folder) for folder in folders):
        path = root.joinpath(*folders, file)
        # Without a folder only the name is asked about.
        if root.parts:
            _refuse_links(path, len(folders))
        return path
    raise StoreError(
        "this is no name for a file of an edition",
        where=repr(name),
        hint="names are made of a-z, 0-9 and '-', at most 80 of them, with a known extension",
    )


def _refuse_links(path: Path, count: int) -> None:
    """Refuse a path of which one of the last ``count`` folders is a link."""
    for folder in path.parents[:count]:
        # Not Path.is_symlink, which costs twice as much; this is asked of every file.
        if os.path.islink(folder):  # noqa: PTH114
            raise StoreError(
                "a link stands where a folder of the edition should be, and is not followed",
                where=str(folder),
                hint=f"rm {folder}",
            )
