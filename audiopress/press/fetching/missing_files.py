"""Names of files that do not exist, told before anything is served or spoken."""

from __future__ import annotations

import glob
import os
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.model import Refused
from audiopress.sources.files import FileSource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.model import Document
    from audiopress.settings import Settings

__all__ = ["refuse_missing_files"]


def refuse_missing_files(settings: Settings, sources: Iterable[str | Document]) -> None:
    """Raise `SourceError` for the first path among resolved sources at which nothing lies.

    A pattern (``*.html``) is no such name where anything fits it.
    """
    for source in sources:
        if not isinstance(source, str) or not Path(source).is_absolute() or _exists(source):
            continue
        found = next(iter(FileSource(settings.root).fetch(source)), None)
        if isinstance(found, Refused):
            raise found.error


def _exists(path: str) -> bool:
    return os.path.lexists(path) or ("\0" not in path and any(glob.iglob(path)))  # noqa: PTH207
