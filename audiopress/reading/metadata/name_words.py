"""What an article is called by its address or the name of its file: "Late ferry"."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from audiopress.reading.metadata.dates.name_dates import strip_name_date
from audiopress.text.comparison import has_words
from audiopress.text.path_names import is_called_by_folder

__all__ = ["read_name_words"]

_JOINTS = re.compile(r"[-_+.\s]+")
"""What stands between the words of a name."""


def read_name_words(uri: str) -> str:
    """Return "Late ferry" for ``2024-05-03-late-ferry.md`` and ``https://x.example/late-ferry/``.

    The front of a site is called by its host. Nothing is returned where the name has neither a
    letter nor a figure.
    """
    parts = urlsplit(uri) if "://" in uri else None
    path = PurePosixPath(unquote(parts.path if parts else uri).rstrip("/"))
    name, folder = _join_words(path.stem), _join_words(path.parent.name)
    if has_words(folder) and is_called_by_folder(path):
        name = folder
    if not has_words(name):
        # the points of a host are said, so it stays as it is
        name = parts.netloc if parts else ""
    return name[:1].upper() + name[1:]


def _join_words(name: str) -> str:
    return " ".join(_JOINTS.split(strip_name_date(name))).strip()
